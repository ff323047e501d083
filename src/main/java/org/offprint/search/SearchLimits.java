package org.offprint.search;

import java.time.Duration;

/**
 * What searching may cost.
 *
 * @param mostTime how long one search may take
 * @param mostAtOnce how many searches run at a time
 */
public record SearchLimits(Duration mostTime, int mostAtOnce) {
  /** 500 ms, and four for each core. */
  public static final SearchLimits DEFAULT =
      new SearchLimits(Duration.ofMillis(500), 4 * Runtime.getRuntime().availableProcessors());
}
