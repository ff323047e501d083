package org.offprint.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.offprint.publication.Publication;

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
  /** An issue may be early by that part of the usual time between two. */
  private static final int EARLY = 10;

  Duration of(Publication publication, Instant now) {
    return fixed.orElseGet(() -> publication
        .rhythm()
        .flatMap(gap -> publication.issues().stream()
            .findFirst()
            .map(newest -> newest.published().plus(gap).minusSeconds(gap.toSeconds() / EARLY)))
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
