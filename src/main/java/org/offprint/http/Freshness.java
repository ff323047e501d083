package org.offprint.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a copy of a feed may be used without asking: long while no issue is expected, short when one
 * is, so that none waits.
 *
 * @param fixed what the operator sets instead
 */
record Freshness(Optional<Duration> fixed) {
  /** Nobody asks more often than that. */
  static final Duration LEAST = Duration.ofMinutes(15);
  /** Few respect more than that. */
  private static final Duration MOST = Duration.ofHours(4);
  /**
   * How long from now on.
   *
   * @param nextExpected when the next issue is to be expected
   */
  Duration of(Optional<Instant> nextExpected, Instant now) {
    return fixed.orElseGet(() -> nextExpected
        .map(expected -> Duration.between(now, expected))
        .map(Freshness::clamped)
        .orElse(LEAST));
  }

  private static Duration clamped(Duration calm) {
    if (calm.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return calm.compareTo(MOST) > 0 ? MOST : calm;
  }
}
