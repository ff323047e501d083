package org.offprint.format;

import java.time.Duration;
import java.util.Optional;

/**
 * The frequency of changes of a feed, in the terms of the syndication module of RSS.
 *
 * @param period {@code daily}, {@code weekly}, {@code monthly} or {@code yearly}
 * @param frequency the number of changes in that period, 1 to 24
 */
record Cadence(String period, int frequency) {
  private static final int DEFAULT_MINUTES = 60;
  /** Readers respect values from this on: none polls more often. */
  private static final int LEAST_MINUTES = 15;

  /** As long as caches may keep a feed: an early issue is read within the hour. */
  private static final int MOST_MINUTES = 60;

  private static final int MOST_TIMES = 24;
  private static final int POLLS_PER_ISSUE = 24;

  static Cadence of(Duration gap) {
    double days = Math.max(gap.toMinutes(), 1) / (24.0 * 60);
    if (days < 2) {
      return new Cadence("daily", times(1, days));
    }
    if (days < 14) {
      return new Cadence("weekly", times(7, days));
    }
    return days < 60
        ? new Cadence("monthly", times(30, days))
        : new Cadence("yearly", times(365, days));
  }

  private static int times(int days, double gap) {
    return (int) Math.max(1, Math.min(MOST_TIMES, Math.round(days / gap)));
  }

  /** Returns the time to live of a copy: a fraction of the usual gap, within the limits that readers respect. */
  static int minutesToLive(Optional<Duration> gap) {
    return gap.map(usual -> (int)
            Math.max(LEAST_MINUTES, Math.min(MOST_MINUTES, usual.toMinutes() / POLLS_PER_ISSUE)))
        .orElse(DEFAULT_MINUTES);
  }
}
