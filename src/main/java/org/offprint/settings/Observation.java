package org.offprint.settings;

import java.util.Optional;

/**
 * What the operator sees of the server.
 *
 * @param hasMetrics whether there are metrics anywhere
 * @param metricsPort a port of their own for metrics, 0 for a free one; empty for the port of the feeds
 * @param accessLog which answers are logged: 0 none, 1 all, n one of n
 */
public record Observation(
    boolean hasMetrics,
    Optional<Integer> metricsPort,
    LogFormat logFormat,
    int accessLog,
    boolean countsReaders) {}
