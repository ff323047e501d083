package org.offprint.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.watch.WatchedFolder.NEVER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.UnspeakableFault;

/** A watcher whose changes cannot be applied, or that is told to end. */
final class FolderWatcherFaultTest {
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

  @Nested
  final class WhenTakingUpFails {
    @Test
    void changeIsToldAgain() {
      AtomicInteger calls = new AtomicInteger();
      watched
          .scannedEvery(Duration.ofMillis(100))
          .onChange(sight -> failFirst(calls))
          .start();

      files.given("one.md", "1");

      watched.awaitTexts(Map.of("one.md", "1"));
      assertThat(calls).hasValue(2);
    }

    @Test
    void laterChangesAreTold() {
      AtomicInteger calls = new AtomicInteger();
      watched
          .scannedEvery(Duration.ofMillis(100))
          .onChange(sight -> failFirst(calls))
          .start();

      files.given("one.md", "1");
      watched.awaitTexts(Map.of("one.md", "1"));
      files.given("two.md", "2");

      watched.awaitTexts(Map.of("one.md", "1", "two.md", "2"));
    }

    static Stream<Error> errors() {
      return Stream.of(
          new StackOverflowError("an issue nested too deeply"),
          new OutOfMemoryError("not of this test"),
          new AssertionError("a fault of ours"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorDoesNotEndTheWatching(Error error) {
      AtomicInteger calls = new AtomicInteger();
      watched
          .scannedEvery(Duration.ofMillis(100))
          .onChange(sight -> {
            if (calls.incrementAndGet() == 1) {
              throw error;
            }
          })
          .start();

      files.given("one.md", "1");

      watched.awaitTexts(Map.of("one.md", "1"));
    }

    @Test
    void folderIsToldAgainThoughItIsAsItWas() {
      AtomicInteger calls = new AtomicInteger();
      watched
          .scannedEvery(Duration.ofMillis(100))
          .onChange(sight -> {
            if (calls.incrementAndGet() == 1) {
              files.remove("one.md");
              throw new IllegalStateException("the first call fails on purpose");
            }
          })
          .start();

      files.given("one.md", "1");

      assertThat(watched.next().texts()).isEmpty();
      assertThat(watched.isSilent()).isTrue();
    }

    /** Whoever has started it is to end the program, which would serve old issues for ever. */
    @Test
    void endIsToldWhenTheFaultCannotEvenBeLogged() {
      watched
          .onChange(sight -> {
            throw new UnspeakableFault();
          })
          .start();

      files.given("one.md", "1");

      assertThat(watched.hasEnded()).isTrue();
    }

    private void failFirst(AtomicInteger calls) {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("the first call fails on purpose");
      }
    }
  }

  @Nested
  final class WhenAScanFails {
    @Test
    void nextScanFindsTheChange() {
      AtomicInteger scans = new AtomicInteger();
      watched
          .scannedEvery(Duration.ofMillis(100))
          .scannedBy(() -> {
            if (scans.incrementAndGet() == 1) {
              throw new IllegalStateException("the first scan fails on purpose");
            }
            return WatchedFolder.Sight.of(folder);
          })
          .start();

      files.given("one.md", "1");

      watched.awaitTexts(Map.of("one.md", "1"));
    }

    @Test
    void scanIsNotRepeatedWithoutPause() {
      AtomicInteger scans = new AtomicInteger();
      watched
          .scannedEvery(NEVER)
          .scannedBy(() -> {
            scans.incrementAndGet();
            throw new IllegalStateException("every scan fails on purpose");
          })
          .start();

      long deadline = System.nanoTime() + Duration.ofMillis(300).toNanos();
      while (scans.get() <= 20 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }

      assertThat(scans.get()).isBetween(1, 20);
    }
  }

  @Nested
  final class WhenItIsClosed {
    @Test
    void noChangeIsToldAfterwards() {
      watched.start();
      files.given("one.md", "1");
      watched.awaitTexts(Map.of("one.md", "1"));

      watched.close();
      files.given("two.md", "2");

      assertThat(watched.isSilent()).isTrue();
    }

    @Test
    void callUnderWayEndsFirst() throws InterruptedException {
      CountDownLatch entered = new CountDownLatch(1);
      AtomicBoolean isFinished = new AtomicBoolean();
      watched
          .onChange(sight -> {
            entered.countDown();
            long enough = System.nanoTime() + Duration.ofMillis(200).toNanos();
            while (System.nanoTime() < enough) {
              Thread.onSpinWait();
            }
            isFinished.set(true);
          })
          .start();
      files.given("one.md", "1");
      assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();

      watched.close();

      assertThat(isFinished).isTrue();
    }

    @Test
    void closingTwiceIsAllowed() {
      watched.start();
      watched.close();
      watched.close();

      files.given("one.md", "1");
      assertThat(watched.isSilent()).isTrue();
    }

    @Test
    void closingDoesNotWaitForTheNextScan() {
      watched.scannedEvery(NEVER).start();

      long before = System.nanoTime();
      watched.close();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
  }
}
