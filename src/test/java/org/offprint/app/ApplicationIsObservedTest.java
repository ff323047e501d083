package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.publication.FileRules;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;
import org.offprint.watch.ScanTiming;

/** Metrics, probes and logs of the whole server. */
final class ApplicationIsObservedTest {
  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void givenAnIssue() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");
  }

  private LiveNewsletter live(Map<String, String> flags) {
    return LiveNewsletter.of(folder, TestClock.at(LiveNewsletter.NOW), flags);
  }

  @Test
  void metricsAndStatusTellOfTheFeedsThatWereFetched() {
    try (LiveNewsletter live = live(Map.of())) {
      assertThat(live.body("/feed.atom")).contains("One");
      assertThat(live.body("/metrics").lines())
          .contains(
              "offprint_issues 1.0",
              "offprint_feed_readers{feed=\"/feed.atom\",source=\"direct\"} 1.0",
              "offprint_http_requests_total{encoding=\"identity\",route=\"feed\",status=\"200\"} 1.0",
              "offprint_pass_seconds_count 1",
              "offprint_render_seconds_count{kind=\"feed\"} 1");
      assertThat(live.body("/status")).contains("<td>/feed.atom</td><td>0</td><td>1</td>");
    }
  }

  @Test
  void metricsTellOfWhatReadersCost() throws IOException {
    try (LiveNewsletter live = live(Map.of())) {
      LiveNewsletter.Answer whole = live.get("/feed.atom");
      for (int i = 0; i < 3; i++) {
        URLConnection again =
            live.application().localUri().resolve("/feed.atom").toURL().openConnection();
        again.setRequestProperty("If-None-Match", whole.tag().orElseThrow());
        assertThat(again.getHeaderField(0)).contains("304");
      }
      assertThat(live.body("/metrics").lines())
          .contains(
              "offprint_feed_not_modified_ratio 0.75",
              "offprint_feed_bytes_per_reader %d.0".formatted(whole.body().getBytes(UTF_8).length));
    }
  }

  @Test
  void packingIsTimed() throws IOException {
    new IssueFiles(folder).givenIssue("2.md", "Two", "2026-06-02", "Words. ".repeat(300));
    try (LiveNewsletter live = live(Map.of())) {
      URLConnection feed =
          live.application().localUri().resolve("/feed.atom").toURL().openConnection();
      feed.setRequestProperty("Accept-Encoding", "gzip");
      feed.getInputStream().close();
      assertThat(feed.getHeaderField("Content-Encoding")).isEqualTo("gzip");
      assertThat(live.body("/metrics").lines())
          .contains(
              "offprint_pack_seconds_count{encoding=\"gzip\"} 1",
              "offprint_pack_seconds_count{encoding=\"br\"} 0",
              "offprint_pass_failures_total 0.0",
              "offprint_items 2.0");
    }
  }

  @Test
  void combinationsOfSectionsAreCountedTogether() {
    new IssueFiles(folder)
        .givenIssue("2.md", "Two", "2026-06-02", "# Tools\n\nA.\n\n# News\n\nB.\n");
    try (LiveNewsletter live = live(Map.of())) {
      assertThat(live.get("/sections/tools.atom").status()).isEqualTo(200);
      assertThat(live.get("/sections/news+tools.atom").status()).isEqualTo(200);
      assertThat(live.get("/except/news.atom").status()).isEqualTo(200);
      assertThat(live.body("/metrics")
              .lines()
              .filter(
                  line -> line.startsWith("offprint_feed_readers{") && line.contains("\"direct\"")))
          .containsExactlyInAnyOrder(
              "offprint_feed_readers{feed=\"/sections/tools.atom\",source=\"direct\"} 1.0",
              "offprint_feed_readers{feed=\"other\",source=\"direct\"} 1.0");
    }
  }

  @Test
  void readersAreNotCountedWhereNobodyWants() {
    try (LiveNewsletter live = live(Map.of("count-readers", "off"))) {
      assertThat(live.body("/feed.atom")).contains("One");
      assertThat(live.body("/metrics")).doesNotContain("offprint_feed_readers{");
      assertThat(live.body("/status")).contains("None since the start");
    }
  }

  @Test
  void runningServerIsAliveAndReady() {
    try (LiveNewsletter live = live(Map.of())) {
      assertThat(live.body("/healthz")).isEqualTo("alive\n");
      assertThat(live.body("/readyz")).isEqualTo("ready\n");
    }
  }

  @Nested
  final class Passing {
    private final TestClock clock = TestClock.at(LiveNewsletter.NOW);
    private final RefreshHealth passes =
        new RefreshHealth(clock, new ScanTiming(Duration.ofSeconds(2), Duration.ZERO));

    @Test
    void looksWithSuccessKeepItReady() {
      clock.advance(Duration.ofMinutes(5));
      assertThat(passes.trouble()).isEmpty();

      passes.scanned(true, Duration.ZERO);
      clock.advance(Duration.ofMinutes(5));
      assertThat(passes.trouble()).isEmpty();
      assertThat(passes.lastSuccess())
          .isEqualTo(Instant.parse(LiveNewsletter.NOW).plusSeconds(300));
    }

    @Test
    void folderOutOfReachForLongIsTrouble() {
      clock.advance(Duration.ofMinutes(4));
      passes.scanned(false, Duration.ZERO);
      clock.advance(Duration.ofMinutes(2));

      assertThat(passes.trouble())
          .contains("the last successful refresh of the folder was at "
              + Instant.parse(LiveNewsletter.NOW));
    }

    @Test
    void slowLooksAreWaitedFor() {
      passes.scanned(true, Duration.ofMinutes(1));
      clock.advance(Duration.ofMinutes(59));

      assertThat(passes.trouble()).isEmpty();
    }

    @Test
    void changeThatCannotBeTakenUpIsTroubleUntilItCan() {
      passes.failed();
      clock.advance(Duration.ofMinutes(6));
      passes.scanned(true, Duration.ZERO);
      assertThat(passes.trouble()).isPresent();

      passes.refreshed(true, Duration.ZERO);
      assertThat(passes.trouble()).isEmpty();
    }

    @Test
    void changesThatCouldNotBeTakenUpAreCounted() {
      passes.refreshed(true, Duration.ZERO);
      assertThat(passes.failures()).isZero();

      passes.failed();
      passes.refreshed(false, Duration.ZERO);
      assertThat(passes.failures()).isEqualTo(2);
    }

    @Test
    void scanThatEndsByFaultIsCountedAndNoTroubleOnceTheNextSucceeds(@TempDir Path folder) {
      IssueFolderView view = new IssueFolderView(folder, passes, () -> FileRules.NONE);
      clock.onLook(() -> {
        throw new OutOfMemoryError("not of this test");
      });
      assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(view::scan);
      assertThat(passes.failures()).isOne();

      clock.onLook(() -> {});
      clock.advance(Duration.ofMinutes(6));
      view.scan();
      assertThat(passes.trouble()).isEmpty();
    }
  }
}
