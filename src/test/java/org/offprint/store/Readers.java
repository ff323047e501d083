package org.offprint.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Subscribers on many hosts of loopback, which confirm what they are asked, and keep what they are sent. */
final class Readers implements AutoCloseable {
  private static final Pattern CHALLENGE = Pattern.compile("(?<=hub\\.challenge=)[^&]*");

  /** A content that has come to a subscriber. */
  record Delivery(int reader, String content, boolean isSigned, long nanos) {}

  final List<String> challenges = new CopyOnWriteArrayList<>();
  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  /** The status of the answers to deliveries. */
  volatile int status = 200;
  /** The time before each such answer. */
  volatile Duration thinking = Duration.ZERO;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Readers() {
    try {
      server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Makes the request of a subscriber: the form with the address of a host of its own. */
  String request(int reader, String... more) {
    String callback =
        "http://127.0.%d.%d:%d/%d".formatted(1 + reader / 200, 1 + reader % 200, port(), reader);
    return "hub.mode=subscribe&hub.topic=" + URLEncoder.encode(HubProcess.TOPIC, UTF_8)
        + "&hub.callback=" + URLEncoder.encode(callback, UTF_8) + String.join("", more);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String content = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String query = String.valueOf(exchange.getRequestURI().getRawQuery());
      Matcher challenge = CHALLENGE.matcher(query);
      if (challenge.find()) {
        String echo = URLDecoder.decode(challenge.group(), UTF_8);
        challenges.add(echo);
        exchange.sendResponseHeaders(200, echo.length());
        exchange.getResponseBody().write(echo.getBytes(UTF_8));
      } else {
        int reader = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        boolean isSigned = exchange.getRequestHeaders().containsKey("X-Hub-Signature");
        deliveries.add(new Delivery(reader, content, isSigned, System.nanoTime()));
        int answer = status;
        LockSupport.parkNanos(thinking.toNanos());
        exchange.sendResponseHeaders(answer, -1);
      }
    }
  }

  /** Returns the contents that a subscriber was sent, in their order. */
  List<String> contents(int reader) {
    return deliveries.stream()
        .filter(delivery -> delivery.reader() == reader)
        .map(Delivery::content)
        .toList();
  }

  /** Returns the subscribers who were sent a content. */
  Stream<Integer> readersOf(String content) {
    return deliveries.stream()
        .filter(delivery -> delivery.content().equals(content))
        .map(Delivery::reader);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
