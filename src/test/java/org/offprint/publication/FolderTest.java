package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

final class FolderTest {
  @TempDir
  private Path root = Path.of("");

  private IssueFiles files = new IssueFiles(root);

  @BeforeEach
  void openFolder() {
    files = new IssueFiles(root);
  }

  @Nested
  final class Names {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "a.md",
          "A.MD",
          "a.markdown",
          "a.txt",
          "2024/01/a.md",
          "a b.md",
          "été/numéro 1.md",
          "週刊.md",
          "a.b.md",
          "a_b.md"
        })
    void ofIssueAreListed(String name) {
      files.given(name, "x");

      assertThat(scan().files()).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".hidden.md",
          "_draft.md",
          ".git/a.md",
          "_drafts/a.md",
          "2024/_old/a.md",
          "a.html",
          "a.md~",
          "a.md.swp",
          "md",
          "picture.png",
          "2024/offprint.yaml",
          "other.yaml"
        })
    void ofOtherFilesAreNot(String name) {
      files.given(name, "x");

      assertThat(scan().files()).isEmpty();
      assertThat(scan().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.md", "a\rb.txt", "a.md\n.md", "a\u0085b.md", "a\u2028b.markdown"})
    void withLineBreaksAreToldInOneLine(String name) {
      files.given(name, "x").given("b.md", "x");

      assertThat(scan().files()).containsOnlyKeys("b.md");
      assertThat(scan().problems()).singleElement().satisfies(problem -> {
        assertThat(problem.toString()).hasLineCount(1).contains("\\u", "line break");
        assertThat(problem.file()).doesNotContain(name);
      });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.png", "a.md\n", ".a\nb.md", "_a\nb.md"})
    void withLineBreaksThatAreNoIssuesAreNotTold(String name) {
      files.given(name, "x");

      assertThat(scan().files()).isEmpty();
      assertThat(scan().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb.md", "a\u001b[31mb.md", "a\u200eb.md"})
    void withOtherControlCharactersAreListed(String name) {
      files.given(name, "x");

      assertThat(scan().files()).containsOnlyKeys(name);
    }

    @Test
    void includeTheSettingsFileOfTheRoot() {
      files.given("offprint.yaml", "title: A");

      assertThat(scan().files()).containsOnlyKeys("offprint.yaml");
    }

    @Test
    void ofFoldersAreNoIssues() throws IOException {
      Files.createDirectories(root.resolve("folder.md"));
      files.given("folder.md/a.md", "x");

      assertThat(scan().files()).containsOnlyKeys("folder.md/a.md");
    }

    @Test
    void mayContainBackslash() throws IOException {
      assumeTrue(
          root.getFileSystem().getSeparator().equals("/"),
          "a backslash separates names on this system");
      Files.writeString(root.resolve("a\\b.md"), "x");

      assertThat(scan().files()).containsOnlyKeys("a\\b.md");
    }

    @Test
    void areSorted() {
      files.given("b.md", "x").given("a/c.md", "x").given("a.md", "x");

      assertThat(scan().files().keySet()).containsExactly("a.md", "a/c.md", "b.md");
    }
  }

  @Test
  void namesEveryFolderThatItListed() {
    files.given("2024/01/a.md", "x").given("_old/b.md", "x");

    assertThat(scan().directories())
        .containsExactly(root, root.resolve("2024"), root.resolve("2024/01"));
  }

  @Nested
  final class Depth {
    @Test
    void ofSixteenFoldersIsListed() {
      String name = "d/".repeat(16) + "a.md";
      files.given(name, "x");

      assertThat(scan().files()).containsOnlyKeys(name);
      assertThat(scan().problems()).isEmpty();
    }

    @Test
    void ofMoreIsOneProblem() {
      files.given("d/".repeat(18) + "a.md", "x").given("a.md", "x");

      Folder listing = scan();

      assertThat(listing.files()).containsOnlyKeys("a.md");
      assertThat(listing.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.file()).isEqualTo("d/".repeat(16) + "d");
        assertThat(problem.message()).contains("16 folders deep");
      });
    }
  }

  @Nested
  final class Equality {
    @BeforeEach
    void giveFiles() {
      files.given("a.md", "x").given("2024/b.md", "x");
    }

    @Test
    void holdsWhenNothingChanged() {
      assertThat(scan()).isEqualTo(scan()).hasSameHashCodeAs(scan());
    }

    @Test
    void doesNotMindFilesThatAreNoIssues() {
      Folder before = scan();
      files.given("picture.png", "x").given(".swap.md", "x");

      assertThat(scan()).isEqualTo(before);
    }

    @Test
    void endsWithNewFile() {
      Folder before = scan();
      files.given("c.md", "x");

      assertThat(scan()).isNotEqualTo(before);
    }

    @Test
    void endsWithRemovedFile() {
      Folder before = scan();
      files.remove("2024/b.md");

      assertThat(scan()).isNotEqualTo(before);
    }

    @Test
    void endsWithAnotherSize() throws IOException {
      Folder before = scan();
      FileTime time = Files.getLastModifiedTime(root.resolve("a.md"));
      files.given("a.md", "longer");
      Files.setLastModifiedTime(root.resolve("a.md"), time);

      assertThat(scan()).isNotEqualTo(before);
    }

    @Test
    void endsWithAnotherTime() throws IOException {
      Folder before = scan();
      Files.setLastModifiedTime(
          root.resolve("a.md"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

      assertThat(scan()).isNotEqualTo(before);
    }

    @Test
    void endsWithAnotherMode() throws IOException {
      assumeTrue(hasCtime(), "this system has no ctime");
      Folder before = scan();
      long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      String mode = "rw-------";
      while (scan().equals(before) && System.nanoTime() < end) {
        mode = flipped(mode);
        Files.setPosixFilePermissions(root.resolve("a.md"), PosixFilePermissions.fromString(mode));
      }

      assertThat(scan()).isNotEqualTo(before);
    }

    private static String flipped(String mode) {
      return mode.equals("rw-------") ? "rw-r--r--" : "rw-------";
    }

    @Test
    void endsWithWriteInPlaceThatKeepsSizeAndTime() throws IOException {
      assumeTrue(hasCtime(), "this system has no ctime");
      Path file = root.resolve("a.md");
      Folder before = scan();
      FileTime time = Files.getLastModifiedTime(file);
      long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      // Times of files are as coarse as the ticks of the system.
      while (scan().equals(before) && System.nanoTime() < end) {
        files.given("a.md", "y");
        Files.setLastModifiedTime(file, time);
      }

      assertThat(before.rescan(root, Set.of(file))).isPresent().get().isNotSameAs(before);
      assertThat(scan()).isNotEqualTo(before);
    }

    private boolean hasCtime() {
      return root.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    @Test
    void endsWithChangedSettings() {
      files.given("offprint.yaml", "title: A");
      Folder before = scan();
      files.given("offprint.yaml", "title: Another");

      assertThat(scan()).isNotEqualTo(before);
    }

    @Test
    void endsWithNewFolder() throws IOException {
      Folder before = scan();
      Files.createDirectory(root.resolve("2025"));

      assertThat(scan()).isNotEqualTo(before);
    }
  }

  @Nested
  final class Unreadable {
    @Test
    void rootIsIncompleteListingWithOneProblem() {
      Folder listing = Folder.scan(root.resolve("nowhere"));

      assertThat(listing.isComplete()).isFalse();
      assertThat(listing.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("does not exist"));
    }

    @Test
    void rootThatIsFileIsIncompleteListingWithOneProblem() {
      files.given("a.md", "x");

      Folder listing = Folder.scan(root.resolve("a.md"));

      assertThat(listing.isComplete()).isFalse();
      assertThat(listing.problems()).hasSize(1);
    }

    @Test
    void folderIsOneProblemAndTheRestIsListed() throws IOException {
      files.given("a.md", "x").given("closed/b.md", "x");
      Path closed = root.resolve("closed");
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      assumeTrue(!Files.isReadable(closed), "permissions do not apply to this user (root)");

      Folder listing = scan();

      assertThat(listing.files()).containsOnlyKeys("a.md");
      assertThat(listing.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.file()).isEqualTo("closed");
        assertThat(problem.message()).contains("permission denied");
      });
    }

    @Test
    void fileIsListedAllTheSame() throws IOException {
      files.given("a.md", "x");
      Files.setPosixFilePermissions(
          root.resolve("a.md"), PosixFilePermissions.fromString("---------"));

      assertThat(scan().files()).containsOnlyKeys("a.md");
    }

    @Test
    void fileIsOneProblemOfThePublication() throws IOException {
      FollowedFolder folder =
          new FollowedFolder(root).givenIssue("1.md", 4, "One").givenIssue("2.md", 11, "Two");
      Path closed = root.resolve("2.md");
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      assumeTrue(!Files.isReadable(closed), "permissions do not apply to this user (root)");

      Publication publication = folder.load();

      assertThat(FollowedFolder.titles(publication)).containsExactly("One");
      assertThat(publication.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("permission denied"));
    }
  }

  private Folder scan() {
    return Folder.scan(root);
  }
}
