package org.offprint.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.offprint.page.PageRenderer;
import org.offprint.watch.ScanTiming;

/** The times and the failures of refreshes, and the health that follows from them. Thread-safe. */
final class RefreshHealth {
  /** The longest time without a success that is healthy. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The number of scans that may fail, if that takes longer. */
  private static final int SCANS_TO_FAIL = 3;

  private final Clock clock;
  private final ScanTiming timing;
  private Instant lastSuccess;
  private Instant lastApplied;
  private Duration lastTime = Duration.ZERO;
  private Duration longestScan = Duration.ZERO;
  private boolean isFailing;
  private long failures;

  /**
   * Starts with a success.
   *
   * @param timing the times between scans
   */
  RefreshHealth(Clock clock, ScanTiming timing) {
    this.clock = clock;
    this.timing = timing;
    this.lastSuccess = clock.instant();
    this.lastApplied = lastSuccess;
  }

  /**
   * Counts a scan of the whole folder.
   *
   * @param time the time it took: the longer, the less often the folder is scanned
   */
  synchronized void scanned(boolean isComplete, Duration time) {
    longestScan = time.compareTo(longestScan) > 0 ? time : longestScan;
    scanned(isComplete);
  }

  private void scanned(boolean isComplete) {
    if (isComplete && !isFailing) {
      lastSuccess = clock.instant();
    }
  }

  /**
   * Counts a refresh.
   *
   * @param time the time it took
   */
  synchronized void refreshed(boolean isComplete, Duration time) {
    isFailing = false;
    failures += isComplete ? 0 : 1;
    scanned(isComplete);
    lastApplied = clock.instant();
    lastTime = time;
  }

  /** The last refresh; before that nothing can be asked. */
  synchronized PageRenderer.LastRefresh last() {
    return new PageRenderer.LastRefresh(lastApplied, lastTime, lastSuccess, ProgramVersion.text());
  }

  /** Counts a refresh that failed; it will be tried again. */
  synchronized void failed() {
    isFailing = true;
    failures++;
  }

  /** Counts a scan that ended by a fault; the next one tries again. */
  synchronized void scanFailed() {
    failures++;
  }

  /** Returns the number of scans and refreshes that failed by a fault, or because the folder could not be listed. */
  synchronized long failures() {
    return failures;
  }

  synchronized Instant lastSuccess() {
    return lastSuccess;
  }

  /** Returns the longest time between two scans of the whole folder. */
  synchronized Duration betweenLooks() {
    return timing.betweenScans(longestScan);
  }

  /** Returns the reason why the server is not healthy, if it has been so for long. */
  synchronized Optional<String> trouble() {
    Duration looks = betweenLooks().multipliedBy(SCANS_TO_FAIL);
    Duration longest = looks.compareTo(PATIENCE) > 0 ? looks : PATIENCE;
    return Duration.between(lastSuccess, clock.instant()).compareTo(longest) > 0
        ? Optional.of("the last successful refresh of the folder was at " + lastSuccess)
        : Optional.empty();
  }
}
