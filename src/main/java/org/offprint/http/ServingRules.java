package org.offprint.http;

import java.time.Duration;
import java.util.Optional;

/**
 * The operator's rules for serving.
 *
 * @param feedMaxAge the max-age of feeds; empty lets it follow the rhythm of the newsletter, from 15 minutes to one
 *     hour
 * @param pollLimit the full responses of one feed that a client gets in an hour without a validator, 1 to
 *     {@value PollLimit#MOST_PER_HOUR}; empty sets no limit
 * @param isBehindProxy true if a proxy sets the address of the client in {@code X-Forwarded-For}
 * @param onlyHost the one host, beside localhost, to which requests are answered; empty for any
 */
public record ServingRules(
    Optional<Duration> feedMaxAge,
    Optional<Integer> pollLimit,
    boolean isBehindProxy,
    Optional<String> onlyHost) {}
