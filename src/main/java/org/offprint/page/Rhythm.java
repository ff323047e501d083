package org.offprint.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How often something appears, in words. */
final class Rhythm {
  /** How many of the newest count. */
  static final int MOST_DATES = 13;

  private static final int LEAST_DATES = 3;
  private static final double HOURS_OF_DAY = 24;
  private static final double WEEK = 7;
  private static final double MONTH = 30.4;
  private static final double YEAR = 365;

  private Rhythm() {}

  /**
   * Half of the latest gaps are shorter, half longer.
   *
   * @param dates newest first
   * @return empty with fewer than three
   */
  static Optional<String> of(List<Instant> dates) {
    if (dates.size() < LEAST_DATES) {
      return Optional.empty();
    }
    List<Duration> gaps = IntStream.range(1, dates.size())
        .mapToObj(i -> Duration.between(dates.get(i), dates.get(i - 1)))
        .sorted()
        .toList();
    return Optional.of(words(gaps.get(gaps.size() / 2)));
  }

  static String words(Duration gap) {
    double days = gap.toHours() / HOURS_OF_DAY;
    if (days < 0.8) {
      return "several times a day";
    }
    if (days < 1.5) {
      return "daily";
    }
    if (days < 5.5) {
      return "every " + Math.round(days) + " days";
    }
    if (days < 27) {
      return every(Math.round(days / WEEK), "weekly", "weeks");
    }
    return days < 330
        ? every(Math.round(days / MONTH), "monthly", "months")
        : every(Math.round(days / YEAR), "yearly", "years");
  }

  private static String every(long count, String once, String units) {
    return count <= 1 ? once : "every " + count + " " + units;
  }
}
