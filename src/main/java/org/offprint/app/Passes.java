package org.offprint.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.offprint.page.PageRenderer;
import org.offprint.watch.Pace;

/** When the folder was last taken up with success, as it stands, and how often it was not. Thread-safe. */
final class Passes {
  /** After so long without a success something is wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** So many scans may fail, if that is longer. */
  private static final int SCANS_TO_FAIL = 3;

  private final Clock clock;
  private final Pace pace;
  private Instant lastSuccess;
  private Instant lastTakenUp;
  private Duration lastTime = Duration.ZERO;
  private Duration longestLook = Duration.ZERO;
  private boolean isFailing;
  private long failures;

  /**
   * Begins with a success.
   *
   * @param pace how often the folder is looked at
   */
  Passes(Clock clock, Pace pace) {
    this.clock = clock;
    this.pace = pace;
    this.lastSuccess = clock.instant();
    this.lastTakenUp = lastSuccess;
  }

  /**
   * All of the folder was looked at.
   *
   * @param time how long that took: the longer, the less often it is done
   */
  synchronized void looked(boolean isComplete, Duration time) {
    longestLook = time.compareTo(longestLook) > 0 ? time : longestLook;
    looked(isComplete);
  }

  private void looked(boolean isComplete) {
    if (isComplete && !isFailing) {
      lastSuccess = clock.instant();
    }
  }

  /**
   * A change was taken up.
   *
   * @param time how long that took
   */
  synchronized void tookUp(boolean isComplete, Duration time) {
    isFailing = false;
    failures += isComplete ? 0 : 1;
    looked(isComplete);
    lastTakenUp = clock.instant();
    lastTime = time;
  }

  /** The last refresh; before that nothing can be asked. */
  synchronized PageRenderer.LastRefresh last() {
    return new PageRenderer.LastRefresh(lastTakenUp, lastTime, lastSuccess);
  }

  /** A change could not be taken up; it will be tried again. */
  synchronized void failed() {
    isFailing = true;
    failures++;
  }

  /** How many changes could not be taken up: because of a fault, or because the folder could not be listed. */
  synchronized long failures() {
    return failures;
  }

  synchronized Instant lastSuccess() {
    return lastSuccess;
  }

  /** The longest time from one look at all of the folder to the next. */
  synchronized Duration betweenLooks() {
    return pace.betweenScans(longestLook);
  }

  /** What is wrong, if it has been for long. */
  synchronized Optional<String> trouble() {
    Duration looks = betweenLooks().multipliedBy(SCANS_TO_FAIL);
    Duration longest = looks.compareTo(PATIENCE) > 0 ? looks : PATIENCE;
    return Duration.between(lastSuccess, clock.instant()).compareTo(longest) > 0
        ? Optional.of("the folder could not be taken up since " + lastSuccess)
        : Optional.empty();
  }
}
