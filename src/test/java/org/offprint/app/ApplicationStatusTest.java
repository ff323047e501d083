package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.settings.SettingsException;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;
import org.slf4j.LoggerFactory;

/** The status page and the metrics of the whole server: who sees them, and where. */
final class ApplicationStatusTest {
  private static final Map<String, String> PRIVATE =
      Map.of("status", "private", "metrics-port", "0");

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void givenIssues() {
    new IssueFiles(folder)
        .givenIssue("1.md", "One", "2026-06-01", "Text.")
        .givenIssue("2.md", "Two", "2026-12-24T07:00:00Z", "Soon.")
        .given(
            "secret.md",
            "---\ntitle: A secret\ndate: 2026-06-02\ndraft: true\nupdated: some day\n---\n\nText.\n");
  }

  private LiveNewsletter live(Map<String, String> flags) {
    return LiveNewsletter.of(folder, TestClock.at(LiveNewsletter.NOW), flags);
  }

  private static URI statusOf(LiveNewsletter live) {
    return live.application().statusUri().orElseThrow();
  }

  private static String at(LiveNewsletter live, String path) {
    return statusOf(live).resolve(path).toString();
  }

  @Test
  void privateStatusIsOnAPortOfItsOwnAlone() {
    try (LiveNewsletter live = live(PRIVATE)) {
      assertThat(statusOf(live).getPort())
          .isEqualTo(live.application().metricsPort().orElseThrow())
          .isNotEqualTo(live.application().localUri().getPort());
      assertThat(live.body(at(live, "/status"))).contains("<h1>Status</h1>");
      assertThat(live.body(at(live, "/metrics"))).contains("offprint_issues 1.0");

      for (String path : List.of("/status", "/metrics", "/status/")) {
        assertThat(live.get(path).status()).isEqualTo(404);
      }
      assertThat(live.body("/")).doesNotContain("/status");
      assertThat(live.body("/robots.txt")).doesNotContain("/status");
    }
  }

  @Test
  void privateStatusNamesWhatIsHeldBack() {
    try (LiveNewsletter live = live(PRIVATE)) {
      assertThat(live.body(at(live, "/status")))
          .contains(
              "<td>2.md</td><td>Two</td>",
              "until 2026-12-24T07:00Z",
              "<td>secret.md</td><td>A secret</td>",
              "as a draft, dated <time datetime=\"2026-06-02T00:00:00Z\">2 June 2026</time>",
              "\"some day\" is no date")
          .doesNotContain("lists them", "Problems of issues held back");
    }
  }

  @Test
  void statusTellsFirstWhatAPublisherWantsToKnow() {
    new IssueFiles(folder).given("broken.md", "---\ntitle: [\n---\n");
    for (Map<String, String> flags : List.of(PRIVATE, Map.<String, String>of())) {
      try (LiveNewsletter live = live(flags)) {
        assertThat(live.body(at(live, "/status")))
            .containsSubsequence(
                "id=\"problems\"", "id=\"held-back\"", "id=\"readers\"", "id=\"counts\"");
      }
    }
  }

  @Test
  void privateStatusNamesProgramsThatFetchWholeFeeds() {
    try (LiveNewsletter live = live(PRIVATE)) {
      assertThat(live.body(at(live, "/status"))).doesNotContain("id=\"costs\"");
      String feed = live.body("/feed.atom");
      assertThat(live.body(at(live, "/status")))
          .containsPattern("<td>Java/[^<]*</td><td>%,d</td>".formatted(feed.getBytes(UTF_8).length))
          .contains("If-None-Match", "--poll-limit", "docs/operating.md")
          .doesNotContain("127.0.0.1");
    }
  }

  @Test
  void programThatSendsValidatorsIsNotNamed() throws IOException {
    try (LiveNewsletter live = live(PRIVATE)) {
      for (String header : List.of("If-None-Match", "If-Modified-Since")) {
        URLConnection feed =
            live.application().localUri().resolve("/feed.atom").toURL().openConnection();
        feed.setRequestProperty(header, "Mon, 01 Jan 2024 00:00:00 GMT");
        assertThat(feed.getHeaderField("ETag")).isNotEmpty();
      }
      assertThat(live.body(at(live, "/status"))).doesNotContain("id=\"costs\"");
    }
  }

  @Test
  void publicStatusNamesNoProgram() {
    try (LiveNewsletter live = live(Map.of())) {
      assertThat(live.body("/feed.atom")).contains("One");
      assertThat(live.body("/status"))
          .contains("<td>/feed.atom</td>")
          .doesNotContain("Java/", "id=\"costs\"");
    }
  }

  @Test
  void publicStatusNamesNothingThatIsHeldBack() {
    try (LiveNewsletter live = live(Map.of())) {
      assertThat(statusOf(live).getPort())
          .isEqualTo(live.application().localUri().getPort());
      assertThat(live.application().metricsPort()).isEmpty();
      assertThat(live.body("/status"))
          .contains("1 draft, 1 issue to come")
          .doesNotContain("secret", "December", "some day");
      assertThat(live.header("/status", "X-Robots-Tag")).contains("noindex");
      assertThat(live.get("/metrics").status()).isEqualTo(200);
    }
  }

  @Test
  void linksOfThePrivatePageLeadToReadersBelowThePathOfTheirAddress() {
    Map<String, String> flags = Map.of(
        "status", "private", "metrics-port", "0", "base-url", "https://news.example.org/weekly/");
    try (LiveNewsletter live = live(flags)) {
      String page = live.body(at(live, "/weekly/status"));
      assertThat(page)
          .contains("<h1>Status</h1>", "href=\"/weekly/feeds\"", "href=\"/weekly/assets/");
      assertThat(live.header(at(live, "/weekly/feeds"), "Location"))
          .contains("https://news.example.org/weekly/feeds");
      assertThat(live.header(at(live, "/feeds"), "Location"))
          .contains("https://news.example.org/weekly/feeds");
      String stylesheet = page.replaceAll("(?s).*rel=\"stylesheet\" href=\"([^\"]*)\".*", "$1");
      assertThat(live.get(at(live, stylesheet)).status()).isEqualTo(200);
    }
  }

  @Test
  void metricsCanHaveAPortOfTheirOwnBesideAPublicStatus() {
    try (LiveNewsletter live = live(Map.of("metrics-port", "0"))) {
      int port = live.application().metricsPort().orElseThrow();
      assertThat(live.body("http://127.0.0.1:%d/metrics".formatted(port)))
          .contains("offprint_issues 1.0");
      assertThat(live.get("/metrics").status()).isEqualTo(404);
      assertThat(live.get("/status").status()).isEqualTo(200);
    }
  }

  @Test
  void bothCanBeOff() {
    try (LiveNewsletter live = live(Map.of("status", "private", "metrics-port", "off"))) {
      assertThat(live.get("/metrics").status()).isEqualTo(404);
      assertThat(live.get("/status").status()).isEqualTo(404);
      assertThat(live.application().metricsPort()).isEmpty();
      assertThat(live.application().statusUri()).isEmpty();
    }
  }

  /** Takes the default port; where another program has it, it is as good. */
  private static ServerSocket takenDefaultPort() throws IOException {
    InetAddress local = InetAddress.getLoopbackAddress();
    try {
      return new ServerSocket(8081, 1, local);
    } catch (BindException e) {
      return new ServerSocket(0, 1, local);
    }
  }

  @Test
  void takenDefaultPortIsAWarning() throws IOException {
    Logger log = (Logger) LoggerFactory.getLogger(Application.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try (ServerSocket taken = takenDefaultPort();
        LiveNewsletter live = live(Map.of("status", "private"))) {
      assertThat(taken.isBound()).isTrue();
      assertThat(live.titles()).containsExactly("One");
      assertThat(live.application().statusUri()).isEmpty();
    } finally {
      log.detachAppender(lines);
    }

    assertThat(lines.list)
        .filteredOn(line -> line.getLevel() == Level.WARN)
        .singleElement()
        .satisfies(line -> assertThat(line.getFormattedMessage())
            .contains("port 8081", "/status", "--metrics-port"));
  }

  @Test
  void takenPortThatWasChosenEndsTheStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> live(Map.of("status", "private", "metrics-port", port)))
          .withMessageContainingAll(port, "--metrics-port");
    }
  }

  @Test
  void everyWarningIsLoggedOnce() {
    Logger log = (Logger) LoggerFactory.getLogger(Newsroom.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      live.files()
          .given("3.md", "---\ntitle: Three\ndate: 2026-06-03\nupdated: never\n---\n\nText.\n");
      live.awaitTitles("Three", "One");
      live.files()
          .given(
              "offprint.yaml",
              "tilte: Weekly\nbase-url: https://news.example.org/\nserver:\n  port: 8080\n");
      live.awaitText("/status", "tilte");
    } finally {
      log.detachAppender(lines);
    }

    List<String> warnings = lines.list.stream()
        .filter(line -> line.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
    for (String words : List.of("some day", "\"never\"", "tilte")) {
      assertThat(warnings).filteredOn(line -> line.contains(words)).hasSize(1);
    }
  }
}
