package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsException;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;
import org.offprint.testing.UnspeakableFault;
import org.slf4j.LoggerFactory;

/** Starting, refusing to start, and ending. */
final class ApplicationStartTest {
  private static final Map<String, String> LOCAL = Map.of("port", "0", "host", "127.0.0.1");

  @TempDir
  private Path folder = Path.of("");

  @Nested
  final class ItStarts {
    @Test
    void freePortIsChosenAndTold() {
      new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");
      try (LiveNewsletter live = LiveNewsletter.of(folder)) {
        assertThat(live.application().localUri().getPort()).isPositive();
        assertThat(live.application().localUri()).hasPath("/").hasScheme("http");
      }
    }

    @Test
    void emptyFolderIsServed() {
      try (LiveNewsletter live = LiveNewsletter.of(folder)) {
        assertThat(live.titles()).isEmpty();
        assertThat(live.get("/").status()).isEqualTo(200);

        live.files().givenIssue("1.md", "One", "2026-06-01", "Text.");
        live.awaitTitles("One");
      }
    }

    @ParameterizedTest
    @CsvSource({"64, 16", "128, 32", "256, 64", "257, 64", "8192, 64", "8796093022207, 64"})
    void cacheTakesAtMostQuarterOfTheHeap(long heap, long megabytes) {
      ServerSettings settings =
          ServerSettings.of(new ServerSettings.Sources(Map.of(), Map.of(), Map.of()));

      assertThat(Newsroom.cacheBytes(settings, heap << 20)).isEqualTo(megabytes << 20);
    }

    @Test
    void emptySettingsFileIsNoMistake() {
      new IssueFiles(folder)
          .given("offprint.yaml", "")
          .givenIssue("1.md", "One", "2026-01-01", "Text.");
      try (LiveNewsletter live = LiveNewsletter.of(folder)) {
        assertThat(live.application().publication().problems()).isEmpty();
      }
    }

    @ParameterizedTest
    @CsvSource({
      "https://news.example.org/, '', true",
      "https://news.example.org/, 'id: news.example.org,2010', false",
      "http://localhost/, '', false"
    })
    void publicSiteIsAdvisedToSetTheBeginningOfItsIds(
        String baseUrl, String settings, boolean isAdvised) {
      new IssueFiles(folder).given("offprint.yaml", settings + "\n");
      Logger log = (Logger) LoggerFactory.getLogger(Newsroom.class);
      ListAppender<ILoggingEvent> lines = new ListAppender<>();
      lines.start();
      log.addAppender(lines);
      try (LiveNewsletter live = LiveNewsletter.of(
          folder, TestClock.at(LiveNewsletter.NOW), Map.of("base-url", baseUrl))) {
        assertThat(live.get("/").status()).isEqualTo(200);
      } finally {
        log.detachAppender(lines);
      }

      assertThat(lines.list.stream()
              .map(ILoggingEvent::getFormattedMessage)
              .anyMatch(line -> line.contains("\"id\" is not set")))
          .isEqualTo(isAdvised);
    }

    @Test
    void linksHaveTheBaseUrl() {
      new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");
      try (LiveNewsletter live = LiveNewsletter.of(
          folder,
          TestClock.at(LiveNewsletter.NOW),
          Map.of("base-url", "https://news.example.org/letters"))) {
        assertThat(live.body("/feed.atom"))
            .contains("https://news.example.org/letters/issues/1")
            .doesNotContain("localhost");
        assertThat(live.body("/letters/feed.atom")).isEqualTo(live.body("/feed.atom"));
      }
    }

    @Test
    void linksHaveTheAddressOfThisMachineByDefault() {
      new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");
      try (LiveNewsletter live = LiveNewsletter.of(folder)) {
        assertThat(live.body("/feed.atom")).contains(live.application().localUri() + "issues/1");
      }
    }
  }

  @Nested
  final class ItRefuses {
    @Test
    void missingFolder() {
      Path missing = folder.resolve("missing");

      assertThat(refusal(missing, LOCAL)).contains(missing.toString()).contains("does not exist");
    }

    @Test
    void fileInsteadOfAFolder() throws IOException {
      Path file = Files.createFile(folder.resolve("issues"));

      assertThat(refusal(file, LOCAL)).contains(file.toString()).contains("is a file");
    }

    @Test
    void takenPort() throws IOException {
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String port = String.valueOf(other.getLocalPort());

        assertThat(refusal(folder, Map.of("port", port, "host", "127.0.0.1")))
            .contains(port)
            .contains("--port");
      }
    }

    @Test
    void addressOfAnotherMachine() {
      assertThat(refusal(folder, Map.of("port", "0", "host", "192.0.2.1"))).contains("192.0.2.1");
    }

    @Test
    void hostThatIsNoAddress() {
      assertThat(refusal(folder, Map.of("port", "0", "host", "no such host")))
          .contains("no such host");
    }

    @ParameterizedTest
    @CsvSource({
      "port,          eighty",
      "port,          65536",
      "port,          -1",
      "base-url,      news.example.org",
      "base-url,      ftp://example.org/",
      "scan-interval, soon",
      "scan-interval, 1ms",
      "memory,        64",
      "poll-limit,    0",
      "behind-proxy,  proxy.example.org",
    })
    void settingThatMakesNoSense(String key, String value) {
      assertThat(refusal(folder, Map.of(key, value))).contains("--" + key).contains(value);
    }

    @Test
    void mistakeInTheSettingsFile() {
      new IssueFiles(folder).given("offprint.yaml", "title: Weekly\ntilte: Weekly\n");

      assertThat(refusal(folder, LOCAL)).contains("offprint.yaml:2:").contains("tilte");
    }

    private String refusal(Path path, Map<String, String> flags) {
      String message = assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(
              () -> Application.start(path, flags, Map.of(), TestClock.at(LiveNewsletter.NOW))
                  .close())
          .actual()
          .getMessage();
      assertThat(message).isNotBlank().hasLineCount(1).doesNotContain("Exception");
      return String.valueOf(message);
    }
  }

  @Nested
  final class ItEnds {
    /** Else it would serve old issues for ever, and look alive. */
    @ParameterizedTest
    @ValueSource(strings = {"folder-watcher", "due-issues"})
    @Timeout(10)
    void endOfAThreadThatKeepsItUpToDateIsTold(String thread) throws InterruptedException {
      TestClock clock = TestClock.at(LiveNewsletter.NOW);
      try (LiveNewsletter live =
          LiveNewsletter.of(folder, clock, Map.of("scan-interval", LiveNewsletter.NEVER))) {
        clock.onLook(() -> {
          if (Thread.currentThread().getName().equals(thread)) {
            throw new UnspeakableFault();
          }
        });
        live.files().givenIssue("1.md", "One", "2026-06-01", "Text.");

        live.application().awaitEnd();
      }
    }

    @Test
    void nobodyListensAfterwards() {
      LiveNewsletter live = LiveNewsletter.of(folder);
      int port = live.application().localUri().getPort();
      live.close();

      assertThatExceptionOfType(ConnectException.class)
          .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    @Test
    void samePortCanBeUsedAgain() {
      LiveNewsletter first = LiveNewsletter.of(folder);
      String port = String.valueOf(first.application().localUri().getPort());
      assertThat(first.get("/").status()).isEqualTo(200);
      first.close();

      try (LiveNewsletter second =
          LiveNewsletter.of(folder, TestClock.at(LiveNewsletter.NOW), Map.of("port", port))) {
        assertThat(second.get("/").status()).isEqualTo(200);
      }
    }

    @Test
    void sameFilesGiveTheSameBytesAfterARestart() {
      new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");
      Map<String, String> flags = Map.of("base-url", "https://news.example.org/");
      String before;
      try (LiveNewsletter live =
          LiveNewsletter.of(folder, TestClock.at(LiveNewsletter.NOW), flags)) {
        before = live.body("/feed.atom");
      }
      try (LiveNewsletter live =
          LiveNewsletter.of(folder, TestClock.at("2030-01-01T00:00:00Z"), flags)) {
        assertThat(live.body("/feed.atom")).isEqualTo(before);
      }
    }

    @Test
    void refusedStartLeavesThePortFree() throws IOException {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      new IssueFiles(folder).given("offprint.yaml", "tilte: Weekly\n");
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> LiveNewsletter.of(
                  folder, TestClock.at(LiveNewsletter.NOW), Map.of("port", String.valueOf(port)))
              .close());

      try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(again.isBound()).isTrue();
      }
    }
  }
}
