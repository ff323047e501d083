package org.offprint.http;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What those who run the server see of it.
 *
 * @param answers is told of every answer, by the thread that gives it: it must be quick, and not throw
 * @param unready why the server should get no requests; empty while it should
 * @param metrics what {@code /metrics} says, in Prometheus' text format; empty if nothing is to stand there
 */
public record Operations(
    Consumer<AccessEvent> answers,
    Supplier<Optional<String>> unready,
    Optional<Supplier<String>> metrics) {
  /** Nobody is told anything, and it is always ready. */
  public static final Operations NONE =
      new Operations(answered -> {}, Optional::empty, Optional.empty());

  /** The media type of metrics. */
  static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
}
