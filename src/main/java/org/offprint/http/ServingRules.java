package org.offprint.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What the operator settles about serving.
 *
 * @param feedMaxAge how long a copy of a feed may be used without asking; empty lets it follow the rhythm
 *     of the newsletter, from 15 minutes to 4 hours
 * @param pollLimit how many times an hour a client gets all of one feed without a validator, 1 to
 *     {@value #MOST_POLLS}; empty sets no limit
 * @param proxies whose word about their clients counts
 */
public record ServingRules(
    Optional<Duration> feedMaxAge, Optional<Integer> pollLimit, TrustedProxies proxies) {
  /** The rhythm of the newsletter, no limit, no proxies. */
  public static final ServingRules DEFAULT =
      new ServingRules(Optional.empty(), Optional.empty(), TrustedProxies.NONE);

  /** The highest limit. */
  public static final int MOST_POLLS = PollLimit.MOST_PER_HOUR;
}
