package org.offprint.http;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The operator's hooks: access events, readiness and metrics.
 *
 * @param answers receives every reply, in the thread that sends it: it must be quick, and not throw
 * @param unready the reason why the server should get no requests; empty while it should
 * @param metrics the text of {@code /metrics} in Prometheus' format; empty if there is no such page
 * @param hub of the feeds; empty if there is none
 */
public record Operations(
    Consumer<AccessEvent> answers,
    Supplier<Optional<String>> unready,
    Optional<Supplier<String>> metrics,
    Optional<Hub> hub) {}
