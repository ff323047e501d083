package org.offprint.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Says whether the process lives ({@code /healthz}) and whether it should get requests ({@code /readyz}).
 * Answers at once, whatever else goes on. Thread-safe.
 */
final class Probes {
  private static final String ALIVE = "/healthz";
  private static final String READY = "/readyz";
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final HttpFields LATER =
      HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, "1"));

  private final Operations operations;

  Probes(Operations operations) {
    this.operations = operations;
  }

  /** The answer, if the path is that of a probe. */
  Optional<Reply> find(String path) {
    Optional<Reply> reply = switch (path) {
      case ALIVE -> Optional.of(Reply.line(OK, HttpFields.EMPTY, "alive\n"));
      case READY ->
        Optional.of(operations
            .unready()
            .get()
            .map(reason -> Reply.line(UNAVAILABLE, LATER, "not ready: " + reason + "\n"))
            .orElseGet(() -> Reply.line(OK, HttpFields.EMPTY, "ready\n")));
      default -> Optional.empty();
    };
    return reply.map(line -> line.at(Route.PROBE));
  }
}
