package org.offprint.search;

import java.time.Duration;

/**
 * What searching may cost.
 *
 * @param mostTime the longest that one search may take
 * @param mostAtOnce how many searches run at a time
 * @param rest how long nothing must have changed before the index follows
 * @param mostRest after that it follows in any case
 */
public record SearchLimits(Duration mostTime, int mostAtOnce, Duration rest, Duration mostRest) {
  /**
   * 1 s, four searches per core, 500 ms, and 30 s: feed readers that poll for the change come first. Nobody saves for
   * 30 s without a pause, and a copy of a whole archive would be indexed over and over.
   */
  public static final SearchLimits DEFAULT = new SearchLimits(
      Duration.ofSeconds(1),
      4 * Runtime.getRuntime().availableProcessors(),
      Duration.ofMillis(500),
      Duration.ofSeconds(30));
}
