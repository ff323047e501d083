package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.page.Asset;
import org.offprint.publication.Publication;
import org.offprint.site.CurrentSite;
import org.offprint.testing.TestSites;

/** The port of the operator, over the wire. */
final class OperatorServerTest {
  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  @TempDir
  private Path folder = Path.of("");

  private final CurrentSite site = new CurrentSite();
  private OperatorServer server = start();

  private OperatorServer start() {
    try {
      return new OperatorServer(
          new InetSocketAddress(LOCAL, 0), site, Clock.systemUTC(), () -> "own_total 2\n");
    } catch (BindException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void serve() {
    try (ServedNewsletter newsletter = ServedNewsletter.of(folder)) {
      Publication publication = newsletter.publication();
      site.replace(TestSites.ofPrivate(publication, Instant.parse("2026-07-01T00:00:00Z")));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RawResponse ask(String method, String path, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n")
        .append("Host: localhost\r\nConnection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    try (RawConnection connection = new RawConnection(server.port())) {
      return RawResponse.parse(connection
          .send(request.append("\r\n").toString())
          .rest()
          .getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private RawResponse get(String path, String... headers) {
    return ask("GET", path, headers);
  }

  @Test
  void metricsAreForPrometheus() {
    RawResponse response = get("/metrics");

    assertThat(response.content()).isEqualTo("own_total 2\n");
    assertThat(response.header("Content-Type"))
        .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void statusHasTheHeadersOfAllPagesAndIsKeptByNoCache() {
    RawResponse response = get("/status");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(response.body()).contains("<h1>Status</h1>").doesNotContain("rel=\"canonical\"");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    assertThat(response.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("Referrer-Policy")).isNotEmpty();
    assertThat(response.find("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void filesAreCompressedForThoseWhoTakeThat() {
    String script = Asset.SCRIPT.path();
    RawResponse packed = get(script, "Accept-Encoding: gzip");

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.length()).isLessThan(get(script).length());
  }

  @Test
  void headHasNoBody() {
    assertThat(ask("HEAD", "/status").status()).isEqualTo(200);
    assertThat(ask("HEAD", "/status").content()).isEmpty();
    assertThat(ask("HEAD", "/metrics").content()).isEmpty();
  }

  @Test
  void filesOfThePageAreThere() {
    assertThat(get(Asset.SCRIPT.path()).status()).isEqualTo(200);
    assertThat(get(Asset.SCRIPT.path()).header("Cache-Control")).contains("immutable");
    assertThat(get("/favicon.svg").header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(get("/favicon.ico").status()).isEqualTo(200);
    assertThat(get("/assets/nothing.css").status()).isEqualTo(307);
  }

  @ParameterizedTest
  @CsvSource({
    "/, ''",
    "/issues/1, issues/1",
    "/feed.atom?raw, feed.atom?raw",
    "/search?q=caf%C3%A9, search?q=caf%C3%A9",
    "/issues/caf%C3%A9%20x, issues/caf%C3%A9%20x",
    "/metricsfoo, metricsfoo",
    "//evil.example.org/, ''",
    "/status.md, status.md"
  })
  void everyOtherPathLeadsToTheAddressOfReaders(String path, String target) {
    RawResponse response = get(path);

    assertThat(response.status()).isEqualTo(307);
    assertThat(response.header("Location")).isEqualTo(ServedNewsletter.BASE + target);
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "BREW"})
  void methodsThatWriteAreRefused(String method) {
    for (String path : new String[] {"/status", "/metrics", "/issues/1"}) {
      RawResponse response = ask(method, path, "Content-Length: 0");

      assertThat(response.status()).isEqualTo(405);
      assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
    }
  }

  @Test
  void metricsAreThereBeforeTheIssuesAreRead() throws BindException {
    try (OperatorServer starting = new OperatorServer(
            new InetSocketAddress(LOCAL, 0),
            new CurrentSite(),
            Clock.systemUTC(),
            () -> "own_total 2\n");
        RawConnection metrics = new RawConnection(starting.port());
        RawConnection status = new RawConnection(starting.port())) {
      String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      assertThat(metrics.send("GET /metrics" + end).rest()).contains("200 OK", "own_total 2");
      assertThat(status.send("GET /status" + end).rest())
          .contains("503", "the issues are being read");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8081, 200",
    "LOCALHOST, 200",
    "news.localhost, 200",
    "127.0.0.1:8081, 200",
    "'[::1]:8081', 200",
    "evil.example.org, 421",
    "evil.example.org:8081, 421",
    "localhost.evil.example.org, 421",
    "127.0.0.1.evil.example.org, 421",
    "10.0.0.1, 421"
  })
  void onLoopbackOnlyTheNamesOfThisMachineAreAnswered(String host, int status) {
    for (String path : new String[] {"/metrics", "/status"}) {
      try (RawConnection connection = new RawConnection(server.port())) {
        String request =
            "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
        assertThat(connection.send(request).rest()).startsWith("HTTP/1.1 " + status);
      }
    }
  }

  @Test
  void otherAddressesAnswerToAnyName() {
    assertThat(OperatorServer.onlyHost(new InetSocketAddress(LOCAL, 1))).isPresent();
    assertThat(OperatorServer.onlyHost(new InetSocketAddress("0.0.0.0", 1))).isEmpty();
    assertThat(OperatorServer.onlyHost(new InetSocketAddress("192.0.2.1", 1))).isEmpty();
  }

  @Test
  void clientThatStallsKeepsNobodyWaiting() {
    try (RawConnection stalled = new RawConnection(server.port())) {
      stalled.send("GET /metr");
      assertThat(get("/metrics").status()).isEqualTo(200);
    }
  }

  @Test
  void publicStatusIsWhereReadersFindIt() {
    try (ServedNewsletter newsletter = ServedNewsletter.of(folder)) {
      site.replace(TestSites.of(newsletter.publication()));
    }

    assertThat(get("/metrics").status()).isEqualTo(200);
    assertThat(get("/status").header("Location")).isEqualTo(ServedNewsletter.BASE + "status");
  }

  @Test
  void takenPortAndUnknownAddressAreRefused() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> new OperatorServer(
            new InetSocketAddress(LOCAL, server.port()), site, Clock.systemUTC(), () -> ""));
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> new OperatorServer(
            InetSocketAddress.createUnresolved("nowhere.invalid", 0),
            site,
            Clock.systemUTC(),
            () -> ""))
        .withMessage("there is no such address");
  }
}
