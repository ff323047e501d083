package org.offprint.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the folder was last taken up with success, as it stands. Thread-safe. */
final class Passes {
  private final Clock clock;
  private final Duration patience;
  private Instant lastSuccess;
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

  /** The folder was looked at and found as it is known, or different. */
  synchronized void looked(boolean isComplete) {
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
  Optional<String> trouble() {
    Instant last = lastSuccess();
    return Duration.between(last, clock.instant()).compareTo(patience) > 0
        ? Optional.of("the folder could not be taken up since " + last)
        : Optional.empty();
  }
}
