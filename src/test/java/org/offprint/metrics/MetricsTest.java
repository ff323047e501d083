package org.offprint.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedCosts;
import org.offprint.feed.FeedReaders;
import org.offprint.feed.FeedRules;
import org.offprint.http.AccessEvent;
import org.offprint.http.AccessEvent.Route;
import org.offprint.push.PushStatus;
import org.offprint.push.Receiver;
import org.offprint.site.ContentCoding;
import org.offprint.site.CurrentSite;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** The figures stand under the names and in the form that Prometheus expects. */
final class MetricsTest {
  private static final Instant SUCCESS = Instant.parse("2026-01-01T00:00:00Z");
  private static final FeedCosts QUIET = new FeedCosts(0, 0, 0, List.of());
  private static final Pattern SAMPLE = Pattern.compile(
      "[a-z_:][a-z0-9_:]*(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*,?})? -?[0-9.eE+-]+|[a-z_:]+.* (NaN|\\+Inf)");

  @TempDir
  private Path folder = Path.of("");

  private final CurrentSite site = new CurrentSite();
  private Metrics metrics = new Metrics(site, () -> SUCCESS, () -> 0, "1.2.0");

  @BeforeEach
  void start() {
    metrics.close();
    metrics = new Metrics(site, () -> SUCCESS, () -> 2, "1.2.0");
  }

  @AfterEach
  void stop() {
    metrics.close();
  }

  private static AccessEvent answer(int status, String coding, long sent, long saved) {
    return new AccessEvent(
        "GET",
        "/feed.atom",
        Route.FEED,
        status,
        coding,
        sent,
        saved,
        Optional.empty(),
        () -> false,
        () -> false,
        InetAddress::getLoopbackAddress);
  }

  @Test
  void versionIsATag() {
    assertThat(metrics.text(List.of(), QUIET))
        .containsPattern("offprint_build_info\\{java=\"[^\"]+\",version=\"1\\.2\\.0\"} 1");
  }

  @Test
  void hubHasMetricsWhereThereIsOne() {
    assertThat(metrics.text(List.of(), QUIET).lines())
        .noneMatch(line -> line.startsWith("offprint_push_"));

    metrics.pushed(hub(List.of(new PushStatus.Outcome(Receiver.Kind.SUBSCRIBER, "2xx", 3))), true);
    metrics.pushed(hub(List.of(new PushStatus.Outcome(Receiver.Kind.SUBSCRIBER, "2xx", 5))), true);

    assertThat(metrics.text(List.of(), QUIET).lines())
        .contains(
            "offprint_push_up 1.0",
            "offprint_push_subscriptions{topic=\"https://a.example/feed.atom\"} 7.0",
            "offprint_push_pending 2.0",
            "offprint_push_pending_age_seconds 60.0",
            "offprint_push_due 1.0",
            "offprint_push_due_age_seconds 1800.0",
            "offprint_push_outcomes_total{outcome=\"2xx\",receiver=\"subscriber\"} 5.0",
            "offprint_push_pings_failing{hub=\"hub.example\"} 1.0");
  }

  @Test
  void hubWithoutItsDatabaseIsDown() {
    metrics.pushed(new PushStatus(Optional.empty(), List.of()), false);

    assertThat(metrics.text(List.of(), QUIET).lines())
        .contains("offprint_push_up 0.0")
        .noneMatch(line -> line.startsWith("offprint_push_due"));
  }

  private static PushStatus hub(List<PushStatus.Outcome> outcomes) {
    return new PushStatus(
        Optional.of(new PushStatus.Stored(
            Map.of("https://a.example/feed.atom", 7),
            2,
            Duration.ofMinutes(1),
            1,
            Duration.ofMinutes(30),
            List.of(
                new PushStatus.Ping("https://hub.example/", "https://a.example/feed.atom", 204),
                new PushStatus.Ping("https://hub.example/", "https://a.example/feed.rss", -1),
                new PushStatus.Ping("https://hub.example/", "https://a.example/feed.json", 0)))),
        outcomes);
  }

  @Test
  void answersAreCountedByRouteStatusAndEncoding() {
    metrics.answered(answer(200, "gzip", 100, 300));
    metrics.answered(answer(200, "gzip", 100, 300));
    metrics.answered(answer(304, "identity", 0, 400));

    assertThat(metrics.text(List.of(), QUIET).lines())
        .contains(
            "offprint_http_requests_total{encoding=\"gzip\",route=\"feed\",status=\"200\"} 2.0",
            "offprint_http_requests_total{encoding=\"identity\",route=\"feed\",status=\"304\"} 1.0",
            "offprint_http_sent_bytes_total{route=\"feed\"} 200.0",
            "offprint_http_saved_bytes_total{reason=\"packed\"} 600.0",
            "offprint_http_saved_bytes_total{reason=\"not_modified\"} 400.0");
  }

  @Test
  void timesAreCounted() {
    metrics.rendered(Representation.Kind.FEED, Duration.ofMillis(250));
    metrics.passed(Duration.ofMillis(500));

    assertThat(metrics.text(List.of(), QUIET).lines())
        .contains(
            "offprint_render_seconds_count{kind=\"feed\"} 1",
            "offprint_render_seconds_sum{kind=\"feed\"} 0.25",
            "offprint_pass_seconds_count 1",
            "offprint_pass_seconds_max 0.5",
            "offprint_pass_failures_total 2.0");
  }

  @Test
  void packingIsTimedByCoding() {
    metrics.packed(ContentCoding.GZIP, Duration.ofMillis(250));

    assertThat(metrics.text(List.of(), QUIET).lines())
        .contains(
            "offprint_pack_seconds_count{encoding=\"gzip\"} 1",
            "offprint_pack_seconds_sum{encoding=\"gzip\"} 0.25",
            "offprint_pack_seconds_count{encoding=\"br\"} 0");
  }

  @Test
  void stateOfTheNewsletterIsShown() {
    new IssueFiles(folder)
        .givenIssue("1.md", "One", "2025-12-01", "# Tools\n\n[A](https://a.example/)\n")
        .givenIssue("2.md", "Two", "2030-12-01", "Later.\n")
        .given("3.md", "no front matter")
        .given("4.md", "---\ntitle: Four\ndate: 2031-01-01\nlanguage: none of ours\n---\n");
    assertThat(metrics.text(List.of(), QUIET).lines()).contains("offprint_issues 0.0");

    Site served = new Site(
        TestPublications.read(folder),
        FeedRules.DEFAULT,
        1 << 20,
        Optional.empty(),
        TestSites.HOOKS);
    site.replace(served);
    served.find("/feed.atom");

    assertThat(metrics.text(List.of(), QUIET).lines())
        .contains(
            "offprint_issues 1.0",
            "offprint_issues_held_back 2.0",
            "offprint_sections 1.0",
            "offprint_items 1.0",
            "offprint_problems{kind=\"issue\"} 1.0",
            "offprint_problems{kind=\"settings\"} 0.0",
            "offprint_warnings{kind=\"value\"} 1.0",
            "offprint_warnings{kind=\"embed\"} 0.0",
            "offprint_cache_entries 1.0",
            "offprint_cache_limit_bytes 1048576.0",
            "offprint_stale_age_seconds 0.0",
            "offprint_last_success_timestamp_seconds 1.7672256E9")
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""));
  }

  @Test
  void garbageCollectionsTakeNoFigureAway() {
    new IssueFiles(folder)
        .givenIssue("1.md", "One", "2025-12-01", "# Tools\n\n[A](https://a.example/)\n")
        .given("2.md", "no front matter");
    AtomicLong failures = new AtomicLong();
    Metrics alone = metricsThatNothingElseHolds(failures);
    alone.answered(answer(200, "gzip", 1, 1));
    List<String> before = figures(alone);

    collectGarbage();
    failures.set(3);

    assertThat(figures(alone)).containsAll(before);
    assertThat(alone.text(List.of(new FeedReaders("/feed.atom", 12, 3)), QUIET).lines())
        .contains(
            "offprint_pass_failures_total 3.0",
            "offprint_issues 1.0",
            "offprint_problems{kind=\"issue\"} 1.0",
            "offprint_cache_limit_bytes 1048576.0",
            "offprint_last_success_timestamp_seconds 1.7672256E9");
    alone.close();
  }

  private Metrics metricsThatNothingElseHolds(AtomicLong failures) {
    CurrentSite current = new CurrentSite();
    current.replace(new Site(
        TestPublications.read(folder),
        FeedRules.DEFAULT,
        1 << 20,
        Optional.empty(),
        TestSites.HOOKS));
    AtomicReference<Instant> success = new AtomicReference<>(SUCCESS);
    return new Metrics(current, success::get, failures::get, "1.2.0");
  }

  /** All names and tags; those of a figure that is lost say so. */
  private static List<String> figures(Metrics metrics) {
    return metrics
        .text(List.of(new FeedReaders("/feed.atom", 12, 3)), QUIET)
        .lines()
        .map(line -> line.replaceFirst(" -?[0-9.E+-]+$", ""))
        .toList();
  }

  private static void collectGarbage() {
    WeakReference<Object> probe = new WeakReference<>(new Object());
    while (probe.get() != null) {
      System.gc();
    }
  }

  @Test
  void readersComeAndGo() {
    assertThat(
            metrics.text(List.of(new FeedReaders("/feed.atom", 12, 3)), QUIET).lines())
        .contains(
            "offprint_feed_readers{feed=\"/feed.atom\",source=\"service\"} 12.0",
            "offprint_feed_readers{feed=\"/feed.atom\",source=\"direct\"} 3.0");
    assertThat(metrics.text(List.of(), QUIET)).doesNotContain("offprint_feed_readers{");
  }

  @Test
  void publishersSeeFirstWhatTheyPayFor() {
    List<FeedReaders> readers =
        List.of(new FeedReaders("/feed.atom", 12, 3), new FeedReaders("/feed.rss", 0, 5));

    assertThat(metrics.text(readers, new FeedCosts(5000, 8, 6, List.of())).lines())
        .contains("offprint_feed_bytes_per_reader 250.0", "offprint_feed_not_modified_ratio 0.75");
  }

  @Test
  void nothingIsDividedByNoReaderAndNoAnswer() {
    assertThat(metrics.text(List.of(), QUIET).lines())
        .noneMatch(line -> line.matches("offprint_feed_(bytes_per_reader|not_modified_ratio) .*"));
  }

  @Test
  void everyLineIsASampleWithHelpAndType() {
    metrics.answered(answer(200, "gzip", 1, 1));
    List<String> lines = metrics.text(List.of(), QUIET).lines().toList();

    assertThat(lines)
        .allMatch(line -> line.startsWith("# ") || SAMPLE.matcher(line).matches());
    for (String line : lines) {
      if (!line.startsWith("# ")) {
        String family =
            line.replaceFirst("[{ ].*", "").replaceFirst("_(total|count|sum|max|bucket)$", "");
        assertThat(lines).anyMatch(type -> type.startsWith("# TYPE " + family));
      }
    }
  }
}
