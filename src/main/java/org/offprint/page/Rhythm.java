package org.offprint.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offprint.publication.UsualGap;

/** How often something appears, in words. */
final class Rhythm {
  private static final double HOURS_OF_DAY = 24;
  private static final double WEEK = 7;
  private static final double MONTH = 30.4;
  private static final double YEAR = 365;

  private Rhythm() {}

  /**
   * By the usual gap.
   *
   * @param dates newest first
   * @return empty with fewer than three
   */
  static Optional<String> of(List<Instant> dates) {
    return UsualGap.ofMoments(dates).map(Rhythm::words);
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
