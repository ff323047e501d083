package org.offprint.search;

import java.time.Duration;

/**
 * What searching may cost.
 *
 * @param mostTime how long one search may work on a processor; with what it waits it may take twenty times that
 * @param mostAtOnce how many searches run at a time
 * @param rest how long nothing must have changed before the index follows
 * @param mostRest after that it follows in any case
 */
public record SearchLimits(Duration mostTime, int mostAtOnce, Duration rest, Duration mostRest) {
  /**
   * 500 ms, four for each core, 500 ms, and 30 s: those who poll for the change come first. Nobody saves for so long
   * without a pause; who copies a whole archive would have it indexed over and over.
   */
  public static final SearchLimits DEFAULT = new SearchLimits(
      Duration.ofMillis(500),
      4 * Runtime.getRuntime().availableProcessors(),
      Duration.ofMillis(500),
      Duration.ofSeconds(30));
}
