package org.offprint.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The usual time from one issue to the next. */
public final class UsualGap {
  /** The number of newest moments that count. */
  public static final int MOST_MOMENTS = 13;

  /** A gap of fewer days is rounded to hours; one of fewer hours stays exact. */
  private static final int LEAST_ROUNDED = 4;

  private UsualGap() {}

  /** Returns the gap of {@link Publication#rhythm} for issues, newest first. */
  static Optional<Duration> of(List<PublishedIssue> issues) {
    return ofMoments(
        issues.stream().limit(MOST_MOMENTS).map(PublishedIssue::published).toList());
  }

  /**
   * Returns the median of the gaps between the newest moments, rounded.
   *
   * @param moments newest first
   * @return empty with fewer than three, and where most are the same
   */
  public static Optional<Duration> ofMoments(List<Instant> moments) {
    List<Duration> gaps = IntStream.range(1, Math.min(moments.size(), MOST_MOMENTS))
        .mapToObj(i -> Duration.between(moments.get(i), moments.get(i - 1)))
        .sorted()
        .toList();
    return Optional.of(gaps)
        .filter(some -> some.size() > 1)
        .map(some -> some.get(some.size() / 2))
        .filter(gap -> !gap.isZero())
        .map(UsualGap::rounded);
  }

  /** An hour more or less must not change every feed. */
  private static Duration rounded(Duration gap) {
    if (gap.toDays() >= LEAST_ROUNDED) {
      return Duration.ofDays(gap.plusHours(12).toDays());
    }
    return gap.toHours() >= LEAST_ROUNDED ? Duration.ofHours(gap.plusMinutes(30).toHours()) : gap;
  }
}
