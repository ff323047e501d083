package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** The probe for containers asks a real server. */
final class HealthCommandTest {
  private final StringWriter err = new StringWriter();
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start() {
    answer("/healthz", 200);
    answer("/readyz", 503);
    answer("/moved", 301);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status) {
    server.createContext(path, exchange -> {
      try (exchange) {
        exchange.sendResponseHeaders(status, -1);
      }
    });
  }

  private int run(Map<String, String> environment, String... arguments) {
    return CommandLineInterface.run(
        new PrintWriter(new StringWriter()), new PrintWriter(err, true), environment, arguments);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  @Test
  void asksTheServerOfThisMachineAtItsPort() {
    assertThat(run(Map.of("OFFPRINT_PORT", Integer.toString(port())), "health")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void asksWhereTheSettingsOfTheFolderSay(@TempDir Path folder) {
    new IssueFiles(folder)
        .given("offprint.yaml", "server:\n  host: 0.0.0.0\n  port: %d\n".formatted(port()));

    assertThat(run(Map.of(), "health", "--folder", folder.toString())).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void variablesComeBeforeTheFile(@TempDir Path folder) {
    new IssueFiles(folder).given("offprint.yaml", "server:\n  host: 192.0.2.1\n  port: 1\n");

    assertThat(run(
            Map.of("OFFPRINT_HOST", "127.0.0.1", "OFFPRINT_PORT", Integer.toString(port())),
            "health",
            "--folder",
            folder.toString()))
        .isZero();
  }

  @Test
  void mistakeInTheFileDoesNotMakeItUnwell(@TempDir Path folder) {
    new IssueFiles(folder)
        .given("offprint.yaml", "titel: X\nserver:\n  port: %d\n".formatted(port()));

    assertThat(run(Map.of(), "health", "--folder", folder.toString())).isZero();
  }

  @Test
  void freePortMustBeNamed() {
    assertThat(run(Map.of("OFFPRINT_PORT", "0"), "health")).isEqualTo(2);
    assertThat(err.toString()).contains("free port", "http://localhost:8080/healthz");
  }

  @Test
  void hostThatIsNoneIsOneLine() {
    assertThat(run(Map.of("OFFPRINT_HOST", "a b"), "health")).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).contains("\"a b\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 127.0.0.1",
    "0, 127.0.0.1",
    "127.0.0.2, 127.0.0.2",
    "localhost, localhost",
    "news.example.org, news.example.org",
    "'::', '[::1]'",
    "'[::]', '[::1]'",
    "0:0:0:0:0:0:0:0, '[::1]'",
    "'2001:db8::1', '[2001:db8::1]'",
    "'[::1]', '[::1]'",
  })
  void hostIsReachedFromThisMachine(String host, String reached) {
    assertThat(HealthCommand.reachable(host)).isEqualTo(reached);
  }

  @ParameterizedTest
  @CsvSource({"/healthz, 0", "/readyz, 1", "/moved, 1", "/nowhere, 1"})
  void onlyAnAnswerOf200IsWell(String path, int code) {
    assertThat(run(Map.of(), "health", "http://127.0.0.1:" + port() + path)).isEqualTo(code);
  }

  @Test
  void saysWhatWasAnswered() {
    String url = "http://127.0.0.1:" + port() + "/readyz";
    run(Map.of(), "health", url);

    assertThat(err.toString()).isEqualTo("offprint: %s answers 503%n".formatted(url));
  }

  @Test
  void nobodyThereIsUnwell() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    assertThat(run(Map.of(), "health", "http://127.0.0.1:" + free + "/healthz")).isEqualTo(1);
    assertThat(err.toString()).contains("does not answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "file:///etc/passwd", "http:///healthz", "ftp://localhost/"})
  void whatIsNoAddressCannotBeAsked(String url) {
    assertThat(run(Map.of(), "health", url)).isBetween(1, 2);
    assertThat(err.toString()).startsWith("offprint: ");
  }
}
