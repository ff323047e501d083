package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** A rescan of what was touched sees what a scan of the whole folder sees, or says that it cannot. */
final class FolderRescanTest {
  @TempDir
  private Path folder = Path.of("");

  private IssueFiles files = new IssueFiles(folder);
  private Folder before = Folder.scan(folder);

  @BeforeEach
  void givenAFolder() {
    files = new IssueFiles(folder)
        .given("1.md", "one")
        .given("2.md", "two")
        .given("2026/3.md", "three")
        .given("notes.txt", "notes");
    before = Folder.scan(folder);
  }

  private Optional<Folder> rescan(String... touched) {
    Set<Path> paths = Stream.of(touched).map(folder::resolve).collect(Collectors.toSet());
    return before.rescan(folder, paths);
  }

  @Nested
  final class Changes {
    @Test
    void editedFileIsSeen() {
      files.given("1.md", "edited");
      assertThat(rescan("1.md")).contains(Folder.scan(folder));
    }

    @Test
    void newFileIsSeen() {
      files.given("2026/4.md", "four");
      assertThat(rescan("2026/4.md")).contains(Folder.scan(folder));
    }

    @Test
    void removedFileIsSeen() {
      files.remove("2.md");
      assertThat(rescan("2.md")).contains(Folder.scan(folder));
    }

    @Test
    void renamedFileIsSeen() throws IOException {
      Files.move(folder.resolve("1.md"), folder.resolve("9.md"));
      assertThat(rescan("1.md", "9.md")).contains(Folder.scan(folder));
    }

    @Test
    void settingsAreSeenInTheRootAlone() {
      files.given("offprint.yaml", "title: A").given("2026/offprint.yaml", "title: B");
      assertThat(rescan("offprint.yaml", "2026/offprint.yaml")).contains(Folder.scan(folder));
    }

    @Test
    void onlyWhatWasTouchedIsLookedAt() {
      files.given("1.md", "edited").given("2.md", "edited, too");
      Folder seen = rescan("1.md").orElseThrow();
      assertThat(seen.files().get("1.md")).isNotEqualTo(before.files().get("1.md"));
      assertThat(seen.files().get("2.md")).isEqualTo(before.files().get("2.md"));
    }
  }

  /** An archive as a file system, which has no ctime. */
  @Nested
  final class WithoutCtime {
    private static final FileTime DAY = FileTime.from(Instant.parse("2026-01-02T00:00:00Z"));

    @Test
    void touchedFileIsReadAgainThoughItHasKeptSizeAndTime() throws IOException {
      URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
      try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
        Path root = zip.getPath("/");
        Path issue = write(root, "one");
        Folder first = Folder.scan(root);
        write(root, "two");

        Folder second = first.rescan(root, Set.of(issue)).orElseThrow();
        Folder third = second.rescan(root, Set.of(issue)).orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(third).isNotEqualTo(second).isNotEqualTo(first);
        assertThat(Folder.scan(root)).isEqualTo(first);
      }
    }

    private Path write(Path root, String text) throws IOException {
      Path issue = Files.writeString(root.resolve("1.md"), text);
      return Files.setLastModifiedTime(issue, DAY);
    }
  }

  @Nested
  final class Nothing {
    @Test
    void untouchedFileChangesNothing() {
      assertThat(rescan("1.md").orElseThrow()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.csv", ".1.md.swp", "_draft.md", "4913", "1.md~", "gone.md"})
    void whatIsNoIssueChangesNothing(String name) {
      if (!name.equals("gone.md")) {
        files.given(name, "text");
      }
      assertThat(rescan(name).orElseThrow()).isSameAs(before);
    }
  }

  @Nested
  final class NeedsAScan {
    @Test
    void newFolder() throws IOException {
      Files.createDirectory(folder.resolve("2027"));
      assertThat(rescan("2027")).isEmpty();
    }

    @Test
    void removedFolder() {
      files.remove("2026/3.md").remove("2026");
      assertThat(rescan("2026")).isEmpty();
    }

    @Test
    void link() throws IOException {
      Files.createSymbolicLink(folder.resolve("..data"), Path.of("2026"));
      assertThat(rescan("..data")).isEmpty();
    }

    @Test
    void linkThatIsAnIssue() throws IOException {
      Files.createSymbolicLink(folder.resolve("8.md"), Path.of("1.md"));
      assertThat(rescan("8.md")).isEmpty();
    }

    @Test
    void folderWithAProblem() throws IOException {
      Files.createSymbolicLink(folder.resolve("8.md"), Path.of("nowhere"));
      before = Folder.scan(folder);
      assertThat(rescan("1.md")).isEmpty();
    }
  }
}
