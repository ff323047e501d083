package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;
import org.slf4j.LoggerFactory;

/** The operator reads a few lines at the start, one at the end, and one where the base URL cannot be right. */
final class ApplicationLogTest {
  private static final String HOST_MESSAGE =
      "somebody asks for news.example.org, a name that feeds and pages do not use";

  @TempDir
  private Path folder = Path.of("");

  private final Logger log = (Logger) LoggerFactory.getLogger("org.offprint");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
    log.setLevel(Level.INFO);
  }

  private List<String> messages() {
    return List.copyOf(lines.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private LiveNewsletter start(Map<String, String> flags) {
    return LiveNewsletter.of(folder, TestClock.at(LiveNewsletter.NOW), flags);
  }

  private static void askUnder(String host, LiveNewsletter live) throws IOException {
    try (Socket socket = new Socket(
        InetAddress.getLoopbackAddress(), live.application().localUri().getPort())) {
      String request =
          "GET /feed.atom HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  @Test
  void settingsAreLoggedForThoseWhoWantToSeeMore() {
    start(Map.of()).close();
    assertThat(messages()).doesNotContain("setting").contains("serving", "stopped");

    start(Map.of("log-level", "debug")).close();
    assertThat(messages()).contains("setting", "setting of the newsletter");
  }

  @Test
  void accessLogDoesNotDependOnTheLevel() throws IOException {
    Logger access = (Logger) LoggerFactory.getLogger(AccessLog.class);
    try (LiveNewsletter live = start(Map.of("log-level", "warn", "access-log", "on"))) {
      assertThat(access.isInfoEnabled()).isTrue();
      assertThat(log.isInfoEnabled()).isFalse();
      assertThat(live.get("/feed.atom").status()).isEqualTo(200);
    }
  }

  @Test
  void hostThatFeedsDoNotNameIsToldOnce() throws IOException {
    try (LiveNewsletter live = start(Map.of())) {
      askUnder("localhost", live);
      assertThat(messages()).noneMatch(line -> line.startsWith(HOST_MESSAGE));

      askUnder("news.example.org", live);
      askUnder("news.example.org", live);
    }
    assertThat(messages()).filteredOn(line -> line.startsWith(HOST_MESSAGE)).hasSize(1);
  }

  @Test
  void hostIsNobodysBusinessWithABaseUrlOfTheOperator() throws IOException {
    try (LiveNewsletter live = start(Map.of("base-url", "https://news.example.net/"))) {
      askUnder("news.example.org", live);
    }
    assertThat(messages()).noneMatch(line -> line.startsWith(HOST_MESSAGE));
  }
}
