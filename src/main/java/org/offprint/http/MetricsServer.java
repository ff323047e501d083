package org.offprint.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Serves metrics on a port of their own, where readers cannot see them. Every other path there is 404. Reads
 * one request at a time: nobody but Prometheus asks.
 */
public final class MetricsServer implements AutoCloseable {
  private static final int OK = 200;

  private final HttpServer server;

  private MetricsServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Begins to listen.
   *
   * @param port 0 chooses a free one
   * @param metrics in Prometheus' text format
   * @throws BindException if the address is taken, or is none of this machine
   */
  public static MetricsServer start(String host, int port, Supplier<String> metrics)
      throws BindException {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
      server.createContext("/metrics", exchange -> answer(exchange, metrics));
      server.start();
      return new MetricsServer(server);
    } catch (IOException | IllegalArgumentException e) {
      throw (BindException) new BindException(String.valueOf(e.getMessage())).initCause(e);
    }
  }

  private static void answer(HttpExchange exchange, Supplier<String> metrics) throws IOException {
    try (exchange) {
      byte[] body = metrics.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", Operations.METRICS_TYPE);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(OK, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
