package org.offprint.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.offprint.publication.Addresses;

/**
 * Serves metrics on a port of their own, so that the port of the readers need not. Every other path there is 404. A
 * request must be complete within 10 seconds.
 */
public final class MetricsServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int NO_BODY = -1;
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;

  private MetricsServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
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
      // The server of the JDK knows no other way to bound a request.
      System.setProperty("sun.net.httpserver.maxReqTime", "10");
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS, MetricsServer::thread);
      server.setExecutor(threads);
      server.createContext("/", exchange -> answer(exchange, metrics));
      server.start();
      return new MetricsServer(server, threads);
    } catch (IOException | IllegalArgumentException e) {
      throw (BindException) new BindException(String.valueOf(e.getMessage())).initCause(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "metrics");
    thread.setDaemon(true);
    return thread;
  }

  private static void answer(HttpExchange exchange, Supplier<String> metrics) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(Addresses.METRICS)) {
        exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
        return;
      }
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
        return;
      }
      byte[] body = metrics.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", Reply.METRICS_TYPE);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set(Reply.NO_SNIFFING.getName(), Reply.NO_SNIFFING.getValue());
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
    threads.shutdownNow();
  }
}
