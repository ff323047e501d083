package org.offprint.settings;

import java.util.Optional;

/**
 * The metrics and the access log of the server.
 *
 * @param hasMetrics true if there are metrics on any port
 * @param metricsPort a port of their own for metrics, 0 for a free one; empty for the port of the feeds
 * @param accessLog the share of replies that are logged: 0 none, 1 all, n one of n
 */
public record Observation(
    boolean hasMetrics,
    Optional<Integer> metricsPort,
    LogFormat logFormat,
    int accessLog,
    boolean countsReaders) {}
