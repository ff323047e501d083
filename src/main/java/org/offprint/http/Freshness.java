package org.offprint.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The max-age of feeds: long while no issue is expected, short when one is, so that no reader gets it late.
 *
 * @param fixed the value that the operator sets instead
 */
record Freshness(Optional<Duration> fixed) {
  /** The shortest max-age: no client polls more often. */
  static final Duration LEAST = Duration.ofMinutes(15);
  /** The longest max-age: few clients respect a longer one. */
  private static final Duration MOST = Duration.ofHours(4);
  /**
   * Returns the max-age from now on.
   *
   * @param nextExpected the time when the next issue is expected
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
