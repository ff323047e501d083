package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A subscriber on loopback that keeps what it is asked and sent, and has any bad habit that a test chooses. */
final class Subscriber implements AutoCloseable {
  /** Ways to answer. */
  enum Habit {
    GOOD,
    STATUS,
    REDIRECT,
    RESET,
    DRIP,
    SILENT,
    ENDLESS,
    BOMB,
    WRONG_ECHO,
    ECHO_WITH_NEWLINE,
    ECHO_WITH_TWO_NEWLINES,
    ECHO_WITH_STATUS,
    DRIP_ECHO
  }

  /** A request that has come in. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Received(String method, String target, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Returns the last value of a parameter of the query. */
    String parameter(String name) {
      String value = "";
      for (String pair : target.substring(target.indexOf('?') + 1).split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          value = URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
        }
      }
      return value;
    }
  }

  final List<Received> received = new CopyOnWriteArrayList<>();
  volatile Habit habit = Habit.GOOD;
  volatile int status = 200;
  volatile Map<String, String> headers = Map.of();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  Subscriber() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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

  /** Returns an address of this subscriber. */
  String url(String target) {
    return "http://127.0.0.1:" + port() + target;
  }

  void does(Habit newHabit) {
    habit = newHabit;
    status = 200;
  }

  void answers(int newStatus) {
    habit = Habit.STATUS;
    status = newStatus;
  }

  List<Received> questions() {
    return received.stream().filter(request -> request.method().equals("GET")).toList();
  }

  List<Received> deliveries() {
    return received.stream().filter(request -> request.method().equals("POST")).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> sent = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) ->
              sent.put(name.toLowerCase(Locale.ROOT), String.join(" | ", values)));
      Received request = new Received(
          exchange.getRequestMethod(),
          exchange.getRequestURI().toString(),
          sent,
          exchange.getRequestBody().readAllBytes());
      received.add(request);
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      answer(exchange, request.parameter("hub.challenge"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, String challenge)
      throws IOException, InterruptedException {
    switch (habit) {
      case GOOD -> send(exchange, 200, challenge);
      case STATUS -> send(exchange, status, "no");
      case ECHO_WITH_STATUS -> send(exchange, status, challenge);
      case WRONG_ECHO -> send(exchange, 200, challenge + "x");
      case ECHO_WITH_NEWLINE -> send(exchange, 200, challenge + "\n");
      case ECHO_WITH_TWO_NEWLINES -> send(exchange, 200, challenge + "\n\n");
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", url("/inner"));
        send(exchange, 302, challenge);
      }
      case RESET -> exchange.close();
      case SILENT -> end.await();
      case DRIP -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        end.await();
      }
      case DRIP_ECHO -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(challenge.getBytes(UTF_8));
        exchange.getResponseBody().flush();
        end.await();
      }
      case BOMB -> {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        endless(exchange, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
      }
      case ENDLESS -> endless(exchange, challenge.getBytes(UTF_8));
    }
  }

  private static void endless(HttpExchange exchange, byte[] start) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    body.write(start);
    byte[] more = new byte[1024];
    try {
      while (true) {
        body.write(more);
      }
    } catch (IOException e) {
      // The hub has closed the connection.
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, status == 204 || body.length == 0 ? -1 : body.length);
    if (status != 204 && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
