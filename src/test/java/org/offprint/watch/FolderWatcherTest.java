package org.offprint.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Which changes of a real folder are told. */
final class FolderWatcherTest {
  @TempDir
  private Path folder = Path.of("");

  private WatchedFolder watched = new WatchedFolder(folder);
  private IssueFiles files = new IssueFiles(folder);

  @BeforeEach
  void givenTwoFiles() {
    files = new IssueFiles(folder).given("one.md", "1").given("two.md", "2");
    watched = new WatchedFolder(folder);
  }

  @AfterEach
  void stop() {
    watched.close();
  }

  /** No scan is due while these run: only events can tell. */
  @Nested
  final class WithEvents {
    @BeforeEach
    void start() {
      watched.start();
    }

    @Test
    void addedFileIsTold() {
      files.given("three.md", "3");

      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "three.md", "3"));
    }

    @Test
    void fileEditedInPlaceIsTold() {
      files.given("one.md", "changed");

      watched.awaitTexts(Map.of("one.md", "changed", "two.md", "2"));
    }

    @Test
    void renamedFileIsTold() throws IOException {
      Files.move(folder.resolve("one.md"), folder.resolve("uno.md"));

      watched.awaitTexts(Map.of("uno.md", "1", "two.md", "2"));
    }

    @Test
    void removedFileIsTold() {
      files.remove("two.md");

      watched.awaitTexts(Map.of("one.md", "1"));
    }

    @Test
    void fileReplacedByRenameIsTold() throws IOException {
      Path prepared = Files.writeString(folder.resolve(".one.md.tmp"), "replaced");
      Files.move(
          prepared,
          folder.resolve("one.md"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);

      watched.awaitTexts(Map.of("one.md", "replaced", "two.md", "2"));
    }

    @Test
    void fileMovedInFromOutsideIsTold(@TempDir Path elsewhere) throws IOException {
      Path ready = Files.writeString(elsewhere.resolve("three.md"), "3");
      Files.move(ready, folder.resolve("three.md"));

      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "three.md", "3"));
    }

    @Test
    void manyFilesAtOnceAreTold() {
      Map<String, String> expected = new TreeMap<>(Map.of("one.md", "1", "two.md", "2"));
      for (int i = 0; i < 300; i++) {
        files.given("issue-" + i + ".md", "text " + i);
        expected.put("issue-" + i + ".md", "text " + i);
      }

      watched.awaitTexts(expected);
    }

    @Test
    void folderCreatedLaterIsWatchedToo() {
      files.given("2026/three.md", "3");
      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "2026/three.md", "3"));

      files.given("2026/four.md", "4");
      watched.awaitTexts(
          Map.of("one.md", "1", "two.md", "2", "2026/three.md", "3", "2026/four.md", "4"));
    }

    @Test
    void emptyFolderThatIsFilledLaterIsTold() throws IOException {
      Files.createDirectory(folder.resolve("2026"));
      assertThat(watched.next().directories()).contains(folder.resolve("2026"));

      files.given("2026/three.md", "3");
      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "2026/three.md", "3"));
    }

    @Test
    void folderBelowAFolderCreatedLaterIsWatchedToo() throws IOException {
      Files.createDirectories(folder.resolve("2026/06"));
      while (!watched.next().directories().contains(folder.resolve("2026/06"))) {
        // The outer folder may be told before the inner one.
      }

      files.given("2026/06/three.md", "3");
      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "2026/06/three.md", "3"));
    }

    @Test
    void changeThatIsTakenBackBeforeItIsQuietIsNotTold() {
      files.given("three.md", "3").remove("three.md");

      assertThat(watched.isSilent()).isTrue();
    }

    @Test
    void changesOneAfterTheOtherAreEachTold() {
      files.given("one.md", "first");
      watched.awaitTexts(Map.of("one.md", "first", "two.md", "2"));
      files.given("one.md", "second");
      watched.awaitTexts(Map.of("one.md", "second", "two.md", "2"));
      files.remove("one.md");
      watched.awaitTexts(Map.of("two.md", "2"));
    }
  }

  @Nested
  final class WithoutEvents {
    @BeforeEach
    void start() {
      watched.withoutEvents().scannedEvery(Duration.ofMillis(100)).start();
    }

    @Test
    void scanFindsAnAddedFile() {
      files.given("three.md", "3");

      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "three.md", "3"));
    }

    @Test
    void scanFindsAnEditedFile() {
      files.given("one.md", "changed");

      watched.awaitTexts(Map.of("one.md", "changed", "two.md", "2"));
    }

    @Test
    void scanFindsARemovedFile() {
      files.remove("one.md");

      watched.awaitTexts(Map.of("two.md", "2"));
    }

    @Test
    void scanThatFindsNothingIsNotTold() {
      assertThat(watched.isSilent()).isTrue();
    }
  }

  @Nested
  final class FromTheStart {
    @Test
    void changeSinceTheKnownScanIsToldAtOnce() {
      WatchedFolder.Sight before = WatchedFolder.Sight.of(folder);
      files.given("three.md", "3");
      watched.startFrom(before);

      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "three.md", "3"));
    }

    @Test
    void folderThatIsAsKnownIsNotTold() {
      watched.start();

      assertThat(watched.isSilent()).isTrue();
    }
  }

  /** The moment between a scan and the watching of the folders that it found. */
  @Test
  void fileWrittenWhileItsNewFolderIsTakenUpIsTold() throws IOException {
    Path year = folder.resolve("2026");
    watched
        .withEventsOf(sight -> {
          if (Files.isDirectory(year) && !Files.exists(year.resolve("late.md"))) {
            files.given("2026/late.md", "late");
          }
          return sight.directories();
        })
        .start();
    Files.createDirectory(year);

    watched.awaitTexts(Map.of("one.md", "1", "two.md", "2", "2026/late.md", "late"));
  }
}
