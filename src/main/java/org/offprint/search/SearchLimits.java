package org.offprint.search;

import java.time.Duration;

/**
 * What searching may cost.
 *
 * @param mostTime how long one search may work on a processor; what it waits for one does not count
 * @param mostAtOnce how many searches run at a time
 * @param rest how long nothing must have changed before the index follows; after ten times that it does in any case
 */
public record SearchLimits(Duration mostTime, int mostAtOnce, Duration rest) {
  /** 500 ms, four for each core, and 500 ms: those who poll for the change come first. */
  public static final SearchLimits DEFAULT = new SearchLimits(
      Duration.ofMillis(500),
      4 * Runtime.getRuntime().availableProcessors(),
      Duration.ofMillis(500));
}
