package org.offprint.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.watch.WatchedFolder.NEVER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** A change is told once the folder is quiet, and sooner or later in any case. */
final class FolderWatcherQuietTest {
  /** Longer than a busy machine lets the writer of a burst wait between two writes. */
  private static final Duration LONG = Duration.ofSeconds(2);

  @TempDir
  private Path folder = Path.of("");

  private WatchedFolder watched = new WatchedFolder(folder);
  private IssueFiles files = new IssueFiles(folder);

  @BeforeEach
  void givenAFolder() {
    files = new IssueFiles(folder);
    watched = new WatchedFolder(folder);
  }

  @AfterEach
  void stop() {
    watched.close();
  }

  @Test
  void burstOfWritesIsToldOnceAndWhole() {
    watched.quietFor(LONG).start();

    for (int i = 0; i < 2000; i++) {
      files.given("issue-" + i + ".md", "text");
    }

    assertThat(watched.next().texts()).hasSize(2000);
    assertThat(watched.isSilent()).isTrue();
  }

  @Test
  void fileThatIsWrittenInManyPiecesIsToldOnceAndWhole() {
    watched.quietFor(LONG).start();

    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      files.given("issue.md", text.append("another line\n").toString());
    }

    assertThat(watched.next().texts().get("issue.md")).hasLineCount(1000);
    assertThat(watched.isSilent()).isTrue();
  }

  @Test
  void burstThatAScanComesUponIsToldWhole() {
    watched.withoutEvents().scannedEvery(Duration.ofMillis(20)).quietFor(LONG).start();

    for (int i = 0; i < 1000; i++) {
      files.given("issue-" + i + ".md", "text");
    }

    assertThat(watched.next().texts()).hasSize(1000);
  }

  @Test
  void folderThatIsNeverQuietIsToldAllTheSame() throws InterruptedException {
    watched.quietFor(Duration.ofMillis(10)).start();
    AtomicBoolean isTold = new AtomicBoolean();
    Thread writer = writer(() -> !isTold.get());

    try {
      assertThat(watched.next().texts()).containsKey("restless.md");
    } finally {
      isTold.set(true);
      writer.join();
    }
  }

  @Test
  void folderThatIsNeverQuietIsToldWithoutEventsToo() throws InterruptedException {
    watched.withoutEvents().scannedEvery(Duration.ofMillis(20)).start();
    AtomicBoolean isTold = new AtomicBoolean();
    Thread writer = writer(() -> !isTold.get());

    try {
      assertThat(watched.next().texts()).containsKey("restless.md");
    } finally {
      isTold.set(true);
      writer.join();
    }
  }

  @Test
  void changesComeFromOneThread() {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    watched
        .scannedEvery(NEVER)
        .onChange(sight -> threads.add(Thread.currentThread()))
        .start();

    files.given("one.md", "1");
    watched.awaitTexts(Map.of("one.md", "1"));
    files.given("two.md", "2");
    watched.awaitTexts(Map.of("one.md", "1", "two.md", "2"));

    assertThat(threads).hasSizeGreaterThan(1).containsOnly(threads.element());
  }

  private Thread writer(java.util.function.BooleanSupplier goesOn) {
    Thread writer = new Thread(() -> {
      for (int i = 0; goesOn.getAsBoolean(); i++) {
        files.given("restless.md", "version " + i);
      }
    });
    writer.setDaemon(true);
    writer.start();
    return writer;
  }
}
