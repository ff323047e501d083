package org.offprint.watch;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.watch.WatchedFolder.NEVER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Events that name their files spare a scan of the whole folder. */
final class RescanTest {
  @TempDir
  private Path folder = Path.of("");

  private final AtomicInteger scans = new AtomicInteger();
  private final BlockingQueue<Set<Path>> touched = new LinkedBlockingQueue<>();

  private WatchedFolder.Sight scan() {
    scans.incrementAndGet();
    return WatchedFolder.Sight.of(folder);
  }

  private Optional<WatchedFolder.Sight> rescan(WatchedFolder.Sight last, Set<Path> files) {
    touched.add(files);
    WatchedFolder.Sight now = WatchedFolder.Sight.of(folder);
    return Optional.of(now.equals(last) ? last : now);
  }

  /** The look at the start is over once a first change has been told. */
  private WatchedFolder begun(
      BiFunction<WatchedFolder.Sight, Set<Path>, Optional<WatchedFolder.Sight>> rescan) {
    WatchedFolder watched = new WatchedFolder(folder).scannedEvery(NEVER).scannedBy(this::scan);
    AtomicBoolean hasBegun = new AtomicBoolean();
    watched
        .rescannedBy((last, files) -> hasBegun.get() ? rescan.apply(last, files) : Optional.empty())
        .start();
    new IssueFiles(folder).given("first.md", "0");
    watched.next();
    hasBegun.set(true);
    scans.set(0);
    return watched;
  }

  private Set<Path> nextTouched() throws InterruptedException {
    Set<Path> next = touched.poll(5, TimeUnit.SECONDS);
    assertThat(next).as("what was touched").isNotNull();
    return next;
  }

  @Test
  void savedFileIsLookedAtAlone() throws InterruptedException {
    try (WatchedFolder watched = begun(this::rescan)) {
      new IssueFiles(folder).given("one.md", "1");
      watched.awaitTexts(Map.of("first.md", "0", "one.md", "1"));

      assertThat(nextTouched()).contains(folder.resolve("one.md"));
      assertThat(scans).hasValue(0);
    }
  }

  @Test
  void fileThatReplacesAnotherIsNamedWithIt() throws InterruptedException, IOException {
    new IssueFiles(folder).given("new", "2");
    try (WatchedFolder watched = begun(this::rescan)) {
      Files.move(folder.resolve("new"), folder.resolve("first.md"), REPLACE_EXISTING);
      watched.awaitTexts(Map.of("first.md", "2"));

      assertThat(nextTouched()).contains(folder.resolve("first.md"), folder.resolve("new"));
    }
  }

  @Test
  void whatARescanCannotTellAScanTells() {
    try (WatchedFolder watched = begun((last, files) -> Optional.empty())) {
      new IssueFiles(folder).given("one.md", "1");

      watched.awaitTexts(Map.of("first.md", "0", "one.md", "1"));
      assertThat(scans).hasValue(1);
    }
  }

  @Test
  void whatHasNotChangedIsNotTold() throws InterruptedException {
    BiFunction<WatchedFolder.Sight, Set<Path>, Optional<WatchedFolder.Sight>> blind =
        (last, files) -> {
          touched.add(files);
          return Optional.of(last);
        };
    try (WatchedFolder watched = begun(blind)) {
      new IssueFiles(folder).given("one.md", "1");
      assertThat(nextTouched()).isNotEmpty();

      assertThat(watched.isSilent()).isTrue();
    }
  }

  /** Whoever keeps saving must not keep a scan away that finds what no event told. */
  @Test
  void scansGoOnWhileThereAreEvents() {
    try (WatchedFolder watched = new WatchedFolder(folder)
        .scannedEvery(Duration.ofMillis(50))
        .scannedBy(this::scan)
        .quietFor(Duration.ofMillis(1))
        .rescannedBy((last, files) -> Optional.of(last))
        .start()) {
      IssueFiles files = new IssueFiles(folder);
      long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      for (int i = 0; scans.get() < 5 && System.nanoTime() < deadline; i++) {
        files.given("one.md", "version " + i);
      }

      assertThat(scans).hasValueGreaterThan(4);
      assertThat(watched.next().texts()).containsKey("one.md");
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void savedFileDoesNotWaitForTheEndOfAScan() {
    CountDownLatch end = new CountDownLatch(1);
    WatchedFolder.Sight before = WatchedFolder.Sight.of(folder);
    try (WatchedFolder watched = new WatchedFolder(folder)) {
      watched
          .scannedBy(() -> {
            awaitUninterrupted(end);
            return before;
          })
          .rescannedBy(this::rescan)
          .start();

      new IssueFiles(folder).given("saved.md", "1");
      watched.awaitTexts(Map.of("saved.md", "1"));

      end.countDown();
      assertThat(watched.isSilent()).as("the scan has seen nothing that is new").isTrue();
    }
  }
}
