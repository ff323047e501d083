package org.offprint.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.offprint.publication.Addresses;
import org.offprint.site.CurrentSite;
import org.offprint.site.Site;

/**
 * Serves metrics and the status page on a port of their own, so that readers need not reach them. Every other path leads to
 * the address that readers use. A request must be complete within 10 seconds.
 */
public final class OperatorServer implements AutoCloseable {
  private static final int NO_BODY = -1;
  private static final int THREADS = 4;

  private final CurrentSite site;
  private final Supplier<String> metrics;
  private final Delivery delivery;
  private final Optional<String> onlyHost;
  private final HttpServer server;
  private final ExecutorService threads;

  /**
   * Begins to listen.
   *
   * @param address port 0 chooses a free one
   * @param site the site at this moment; empty until the issues have been read
   * @param metrics in Prometheus' text format
   * @throws BindException if the address is taken, or is none of this machine
   */
  public OperatorServer(
      InetSocketAddress address, CurrentSite site, Clock clock, Supplier<String> metrics)
      throws BindException {
    this.site = site;
    this.metrics = metrics;
    this.delivery = new Delivery(
        clock,
        new ServingRules(Optional.empty(), Optional.empty(), false, Optional.empty()),
        Optional.empty());
    this.onlyHost = onlyHost(address);
    // The server of the JDK knows no other way to bound a request.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException | IllegalArgumentException e) {
      String reason =
          address.isUnresolved() ? "there is no such address" : String.valueOf(e.getMessage());
      throw (BindException) new BindException(reason).initCause(e);
    }
    this.threads = Executors.newFixedThreadPool(THREADS, OperatorServer::thread);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "operator");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest request = new HttpRequest(
          exchange.getRequestMethod(),
          Optional.ofNullable(exchange.getRequestURI().getPath()).orElse(""),
          "",
          () -> exchange.getRemoteAddress().getAddress(),
          name -> exchange.getRequestHeaders().getOrDefault(name, List.of()));
      Reply reply = reply(request, exchange.getRequestURI()).to(request);
      for (HttpField field : reply.headers()) {
        exchange.getResponseHeaders().add(field.getName(), field.getValue());
      }
      Optional<Reply.Memory> body =
          reply.body().filter(Reply.Memory.class::isInstance).map(Reply.Memory.class::cast);
      exchange.sendResponseHeaders(reply.status(), body.isPresent() ? reply.length() : NO_BODY);
      if (body.isPresent()) {
        var unused =
            Channels.newChannel(exchange.getResponseBody()).write(body.get().bytes());
      }
    }
  }

  /**
   * Returns the host to which alone requests are answered, beside localhost, by a server that only this machine reaches.
   *
   * @return empty if others reach it, too
   */
  public static Optional<String> onlyHost(InetSocketAddress address) {
    return Optional.ofNullable(address.getAddress())
        .filter(InetAddress::isLoopbackAddress)
        .map(loopback -> address.getHostString());
  }

  private Reply reply(HttpRequest request, URI asked) {
    if (onlyHost.filter(request::isForeign).isPresent()) {
      return Reply.misdirected();
    }
    if (!request.isRead()) {
      return Reply.notAllowed();
    }
    try {
      return request.path().equals(Addresses.METRICS)
          ? Reply.metrics(metrics.get())
          : site.find().map(own -> ofSite(request, asked, own)).orElseGet(ErrorReplies::notReady);
    } catch (OutOfMemoryError e) {
      return ErrorReplies.lackOfMemory(e, request);
    } catch (RuntimeException | StackOverflowError e) {
      return ErrorReplies.fault(e, request);
    }
  }

  private Reply ofSite(HttpRequest request, URI asked, Site own) {
    return own.findForOperator(request.path())
        .map(found -> delivery.found(request, Optional.of(own), request.path(), found))
        .orElseGet(() -> Reply.elsewhere(publicAddress(asked, own)));
  }

  /** Links of our pages begin with the path of the base URL. */
  private static String publicAddress(URI asked, Site own) {
    URI base = own.publication().addresses().baseUri();
    String path = Optional.ofNullable(asked.getRawPath()).orElse("");
    String below = path.startsWith(base.getRawPath())
        ? path.substring(base.getRawPath().length())
        : path.replaceFirst("^/", "");
    return base
        + below
        + Optional.ofNullable(asked.getRawQuery()).map(query -> "?" + query).orElse("");
  }

  /** Returns the address for this machine. */
  public URI localUri() {
    InetAddress address = server.getAddress().getAddress();
    String host = address.isAnyLocalAddress() || address.isLoopbackAddress()
        ? "localhost"
        : address instanceof Inet6Address
            ? "[" + address.getHostAddress() + "]"
            : address.getHostAddress();
    return URI.create("http://" + host + ":" + port() + "/");
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
