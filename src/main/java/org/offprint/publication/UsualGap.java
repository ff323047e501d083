package org.offprint.publication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long it usually is from one issue to the next. */
final class UsualGap {
  private static final int MOST_GAPS = 12;
  /** A gap of fewer days is told in hours, one of fewer hours exactly. */
  private static final int LEAST_ROUNDED = 4;

  private UsualGap() {}

  /** As {@link Publication#rhythm} tells it, of issues that are given newest first. */
  static Optional<Duration> of(List<PublishedIssue> issues) {
    List<Duration> gaps = IntStream.range(1, Math.min(issues.size(), MOST_GAPS + 1))
        .mapToObj(
            i -> Duration.between(issues.get(i).published(), issues.get(i - 1).published()))
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
