package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of clients that a server reports, of requests from this machine. */
final class ClientsTest {
  private static final String FORWARDED = "X-Forwarded-For: 192.0.2.7";

  private final Queue<String> clients = new ConcurrentLinkedQueue<>();

  @TempDir
  private Path folder = Path.of("");

  private ServedNewsletter served(boolean isBehindProxy) {
    ServingRules rules =
        new ServingRules(Optional.empty(), Optional.empty(), isBehindProxy, Optional.empty());
    Operations operations = new Operations(
        answer -> clients.add(answer.client().get().getHostAddress()),
        Optional::empty,
        Optional.empty(),
        Optional.empty());
    return ServedNewsletter.of(folder, Clock.systemUTC(), rules, operations);
  }

  private String client(String... headers) {
    try (ServedNewsletter served = served(true)) {
      // The first answer comes from a route of Javalin, the second from the cache.
      RawResponse first = served.get("/feed.atom", headers);
      RawResponse second = served.get("/feed.atom", headers);

      assertThat(first.status()).isEqualTo(200);
      assertThat(second.body()).isEqualTo(first.body());
    }
    assertThat(clients).hasSize(2);
    assertThat(clients.remove()).isEqualTo(clients.peek());
    return clients.remove();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7 | 192.0.2.7",
        "192.0.2.7:40123 | 192.0.2.7",
        "192.0.2.7, 10.0.0.1 | 192.0.2.7",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7] | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:40123 | 2001:db8:0:0:0:0:0:7",
        "::ffff:192.0.2.7 | 192.0.2.7"
      })
  void proxyReportsTheClient(String header, String client) {
    assertThat(client("X-Forwarded-For: " + header)).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "_hidden", "localhost", "example.org", "1.2.3", "999.1.1.1"})
  void noNameIsLookedUp(String header) {
    assertThat(client("X-Forwarded-For: " + header)).isEqualTo("127.0.0.1");
  }

  @Test
  void proxyThatReportsNobodyIsTheClient() {
    assertThat(client()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=192.0.2.8;host=elsewhere.example;proto=https",
        "X-Forwarded-Host: elsewhere.example:81",
        "X-Forwarded-Server: elsewhere.example",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Port: 81",
        "X-Proxied-Https: on",
        "Proxy-auth-cert: x",
        "Proxy-ssl-id: x",
        "X-Real-IP: 192.0.2.8"
      })
  void nothingElseIsTakenFromTheProxy(String header) {
    assertThat(client(FORWARDED, header)).isEqualTo("192.0.2.7");
    try (ServedNewsletter served = served(true)) {
      RawResponse plain = served.get("/Feed.Atom", FORWARDED);
      RawResponse answer = served.get("/Feed.Atom", FORWARDED, header);

      assertThat(answer.headersWithoutDate()).isEqualTo(plain.headersWithoutDate());
      assertThat(answer.status()).isEqualTo(301);
    }
  }

  @Test
  void clientWithoutProxyIsWhoConnects() {
    try (ServedNewsletter served = served(false)) {
      served.get("/feed.atom", FORWARDED);
    }

    assertThat(clients).containsExactly("127.0.0.1");
  }
}
