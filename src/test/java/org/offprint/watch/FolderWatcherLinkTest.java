package org.offprint.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Symbolic links on the way, and the folder that the root stands in. */
final class FolderWatcherLinkTest {
  @TempDir
  private Path above = Path.of("");

  private Path root = Path.of("");

  @BeforeEach
  void nameTheRoot() {
    root = above.resolve("issues");
  }

  @Nested
  final class WhenTheRootIsALink {
    @BeforeEach
    void givenTwoReleases() throws IOException {
      new IssueFiles(above).given("release-1/one.md", "first").given("release-2/one.md", "second");
      Files.createSymbolicLink(root, Path.of("release-1"));
    }

    @Test
    void switchOfTheLinkIsTold() throws IOException {
      try (WatchedFolder watched = new WatchedFolder(root).start()) {
        pointTo(root, "release-2");

        watched.awaitTexts(Map.of("one.md", "second"));
      }
    }

    @Test
    void newTargetIsWatchedAfterTheSwitch() throws IOException {
      try (WatchedFolder watched = new WatchedFolder(root).start()) {
        pointTo(root, "release-2");
        watched.awaitTexts(Map.of("one.md", "second"));

        new IssueFiles(above).given("release-2/one.md", "second, edited");
        watched.awaitTexts(Map.of("one.md", "second, edited"));
      }
    }

    @Test
    void linkRemovedAndMadeAnewIsTold() throws IOException {
      try (WatchedFolder watched = new WatchedFolder(root).start()) {
        Files.delete(root);
        watched.awaitTexts(Map.of());
        Files.createSymbolicLink(root, Path.of("release-2"));

        watched.awaitTexts(Map.of("one.md", "second"));
      }
    }
  }

  @Nested
  final class WhenAMountSwitchesItsData {
    @BeforeEach
    void givenAMountedVolume() throws IOException {
      new IssueFiles(root).given("..v1/one.md", "first").given("..v2/one.md", "second");
      Files.createSymbolicLink(root.resolve("..data"), Path.of("..v1"));
      Files.createSymbolicLink(root.resolve("one.md"), Path.of("..data/one.md"));
    }

    @Test
    void switchOfTheDataLinkIsTold() throws IOException {
      try (WatchedFolder watched = new WatchedFolder(root).start()) {
        pointTo(root.resolve("..data"), "..v2");

        watched.awaitTexts(Map.of("one.md", "second"));
      }
    }
  }

  @Nested
  final class WhenAFileIsALink {
    @Test
    void scanFindsAnEditOfItsTarget() throws IOException {
      new IssueFiles(above).given("elsewhere/one.md", "first");
      Files.createDirectory(root);
      Files.createSymbolicLink(root.resolve("one.md"), Path.of("../elsewhere/one.md"));
      try (WatchedFolder watched =
          new WatchedFolder(root).scannedEvery(Duration.ofMillis(100)).start()) {
        new IssueFiles(above).given("elsewhere/one.md", "edited");

        watched.awaitTexts(Map.of("one.md", "edited"));
      }
    }
  }

  @Nested
  final class WhenTheRootIsAFolder {
    @BeforeEach
    void givenAFile() {
      new IssueFiles(root).given("one.md", "first");
    }

    @Test
    void replacedRootIsWatchedAgain() throws IOException {
      try (WatchedFolder watched = new WatchedFolder(root).start()) {
        Files.move(root, above.resolve("old"));
        watched.awaitTexts(Map.of());
        new IssueFiles(root).given("one.md", "second");
        watched.awaitTexts(Map.of("one.md", "second"));

        new IssueFiles(root).given("one.md", "third");
        watched.awaitTexts(Map.of("one.md", "third"));
      }
    }

    @Test
    void rootNamedByADotIsWatched() {
      try (WatchedFolder watched = new WatchedFolder(root.resolve(".")).start()) {
        new IssueFiles(root).given("one.md", "edited");

        watched.awaitTexts(Map.of("one.md", "edited"));
      }
    }

    @Test
    void changeBesideTheRootIsNoEvent() throws InterruptedException {
      try (FolderEvents events = FolderEvents.open(root)) {
        events.watch(Set.of(root));
        new IssueFiles(above).given("neighbour.md", "text").given("issues-2/one.md", "text");

        assertThat(events.await(Duration.ofMillis(300))).isFalse();
      }
    }

    @Test
    void changeOfTheRootItselfIsAnEvent() throws IOException, InterruptedException {
      try (FolderEvents events = FolderEvents.open(root)) {
        Files.move(root, above.resolve("old"));

        assertThat(events.await(Duration.ofSeconds(5))).isTrue();
      }
    }

    @Test
    void folderThatIsNoLongerWatchedGivesNoEvent() throws InterruptedException {
      try (FolderEvents events = FolderEvents.open(root)) {
        events.watch(Set.of(root));
        events.watch(Set.of());
        new IssueFiles(root).given("one.md", "edited");

        assertThat(events.await(Duration.ofMillis(300))).isFalse();
      }
    }

    @Test
    void folderThatDoesNotExistIsNoFault() throws InterruptedException {
      try (FolderEvents events = FolderEvents.open(root)) {
        events.watch(Set.of(root, root.resolve("gone")));
        new IssueFiles(root).given("two.md", "2");

        assertThat(events.await(Duration.ofSeconds(5))).isTrue();
      }
    }
  }

  private void pointTo(Path link, String target) throws IOException {
    Path prepared = Files.createSymbolicLink(above.resolve("prepared"), Path.of(target));
    Files.move(prepared, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
