package org.offprint.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.offprint.publication.Addresses;

/**
 * Answers the probes: {@code /healthz} while the process lives, {@code /readyz} while it should get requests. Never
 * waits for other work. Thread-safe.
 */
final class Probes {
  private static final HttpFields LATER =
      HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, "1"));

  private final Operations operations;

  Probes(Operations operations) {
    this.operations = operations;
  }

  /** Returns the reply, if the path is that of a probe. */
  Optional<Reply> find(String path) {
    Optional<Reply> reply = switch (path) {
      case Addresses.ALIVE ->
        Optional.of(Reply.line(HttpStatus.OK_200, HttpFields.EMPTY, "alive\n"));
      case Addresses.READY ->
        Optional.of(operations
            .unready()
            .get()
            .map(reason -> Reply.line(
                HttpStatus.SERVICE_UNAVAILABLE_503, LATER, "not ready: " + reason + "\n"))
            .orElseGet(() -> Reply.line(HttpStatus.OK_200, HttpFields.EMPTY, "ready\n")));
      default -> Optional.empty();
    };
    return reply.map(line -> line.at(Route.PROBE));
  }
}
