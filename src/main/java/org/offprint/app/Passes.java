package org.offprint.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the folder was last taken up with success, as it stands. Thread-safe. */
final class Passes {
  /** Scans are so many times their own duration apart. */
  private static final int LOOKS_APART = 20;

  /** So many may fail. */
  static final int SCANS_TO_FAIL = 3;

  private final Clock clock;
  private final Duration patience;
  private Instant lastSuccess;
  private Duration longestLook = Duration.ZERO;
  private boolean isFailing;

  /**
   * Begins with a success.
   *
   * @param patience after so long without another one something is wrong
   */
  Passes(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
    this.lastSuccess = clock.instant();
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

  /** A change was taken up. */
  synchronized void tookUp(boolean isComplete) {
    isFailing = false;
    looked(isComplete);
  }

  /** A change could not be taken up; it will be tried again. */
  synchronized void failed() {
    isFailing = true;
  }

  synchronized Instant lastSuccess() {
    return lastSuccess;
  }

  /** What is wrong, if it has been for long. */
  synchronized Optional<String> trouble() {
    Duration looks = longestLook.multipliedBy(LOOKS_APART * SCANS_TO_FAIL);
    Duration longest = looks.compareTo(patience) > 0 ? looks : patience;
    return Duration.between(lastSuccess, clock.instant()).compareTo(longest) > 0
        ? Optional.of("the folder could not be taken up since " + lastSuccess)
        : Optional.empty();
  }
}
