package org.offprint.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.offprint.feed.FeedCosts;
import org.offprint.feed.FeedReaders;
import org.offprint.http.AccessEvent;
import org.offprint.issue.IssueReader;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.push.PushStatus;
import org.offprint.site.ContentCoding;
import org.offprint.site.CurrentSite;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/**
 * The metrics of the server, by the conventions of Prometheus: base units, {@code _total} for counters. Thread-safe;
 * counting takes less than a microsecond.
 */
public final class Metrics implements AutoCloseable {
  private static final int NOT_MODIFIED = 304;
  private static final String KIND = "kind";
  private static final String ROUTE = "route";
  private static final String ENCODING = "encoding";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<AnswerTags, Counters> counters = new ConcurrentHashMap<>();
  private final Map<Representation.Kind, Timer> renderings = new ConcurrentHashMap<>();
  private final Map<ContentCoding, Timer> packings = new EnumMap<>(ContentCoding.class);
  private final Timer passes = Timer.builder("offprint.pass")
      .description("Refreshes after a change of the folder")
      .register(registry);
  private final Timer searches =
      Timer.builder("offprint.search").description("Searches").register(registry);
  private boolean isMachineWatched;
  private final MultiGauge readers = MultiGauge.builder("offprint.feed.readers")
      .description("Estimated least number of readers of a feed")
      .register(registry);
  private final MultiGauge bytesPerReader = MultiGauge.builder("offprint.feed.bytes.per.reader")
      .description("Bytes of feeds in the last seven days per reader of a feed:"
          + " all bytes, by the sum of the least readers of all feeds")
      .register(registry);
  private final MultiGauge notModified = MultiGauge.builder("offprint.feed.not.modified.ratio")
      .description("Share of 304 among the answers to requests for feeds in the last seven days")
      .register(registry);

  private final PushMetrics push = new PushMetrics(registry);

  /** The tags of answers that are counted together. */
  private record AnswerTags(String route, int status, String coding) {}

  /** The counters of answers with equal tags. */
  private record Counters(Counter requests, Counter sent, Counter saved) {}

  /**
   * Registers the metrics.
   *
   * @param site the current site
   * @param lastSuccess the time of the last successful check of the folder
   * @param failures the number of failed refreshes
   * @param version the version of the program
   */
  public Metrics(
      CurrentSite site, Supplier<Instant> lastSuccess, LongSupplier failures, String version) {
    Gauge.builder("offprint.build.info", () -> 1)
        .description("The versions of Offprint and of Java, as tags")
        .tag("version", version)
        .tag("java", Runtime.version().toString())
        .register(registry);
    gauge(
        site,
        "offprint.issues",
        "Issues that readers can see",
        of -> of.publication().issues().size());
    gauge(
        site,
        "offprint.issues.held.back",
        "Drafts, and issues dated in the future",
        of -> of.publication().heldBack().size());
    gauge(
        site, "offprint.sections", "Sections", of -> of.publication().sections().size());
    gauge(
        site,
        "offprint.items",
        "Items of the issues that readers can see",
        of -> of.publication().itemCount());
    for (ProblemKind kind : ProblemKind.values()) {
      Gauge.builder(
              "offprint.problems",
              site,
              current -> of(current, found -> kind.count(found.publication())))
          .description("Problems in the publisher's files")
          .tag(KIND, kind.name().toLowerCase(Locale.ROOT))
          .strongReference(true)
          .register(registry);
    }
    for (Problem.Kind kind : Problem.Kind.values()) {
      if (kind.severity() == Problem.Severity.WARNING) {
        Gauge.builder(
                "offprint.warnings",
                site,
                current -> of(current, found -> count(found.publication(), kind)))
            .description("Warnings about the publisher's files")
            .tag(KIND, kind.name().toLowerCase(Locale.ROOT))
            .strongReference(true)
            .register(registry);
      }
    }
    Gauge.builder(
            "offprint.stale.age",
            site,
            current -> of(current, found -> found.oldestStale().toSeconds()))
        .description(
            "Time for which a feed has been served in an old version, because it cannot be rendered")
        .strongReference(true)
        .baseUnit("seconds")
        .register(registry);
    gauge(
        site,
        "offprint.cache.bytes",
        "Size of the render cache",
        of -> of.remembered().bytes());
    gauge(
        site,
        "offprint.cache.limit.bytes",
        "Greatest size of the render cache",
        of -> of.remembered().mostBytes());
    gauge(
        site,
        "offprint.cache.entries",
        "Representations in the render cache",
        of -> of.remembered().entries());
    Gauge.builder(
            "offprint.last.success.timestamp",
            lastSuccess,
            moment -> moment.get().getEpochSecond())
        .description("Time of the last successful check of the folder")
        .strongReference(true)
        .baseUnit("seconds")
        .register(registry);
    // The function alone holds what it counts: Micrometer keeps the object beside it weakly.
    FunctionCounter.builder("offprint.pass.failures", registry, held -> failures.getAsLong())
        .description("Failed refreshes")
        .register(registry);
    for (ContentCoding coding : ContentCoding.values()) {
      packings.put(
          coding,
          Timer.builder("offprint.pack")
              .description("Compressions of a representation")
              .tag(ENCODING, coding.token())
              .register(registry));
    }
  }

  /** Registers the metrics of JVM and machine once; it takes time for which a start need not wait. */
  public synchronized void watchMachine() {
    if (!isMachineWatched) {
      Stream.of(
              new JvmMemoryMetrics(),
              collections,
              new JvmThreadMetrics(),
              new ClassLoaderMetrics(),
              new ProcessorMetrics(),
              new UptimeMetrics())
          .forEach(binder -> binder.bindTo(registry));
      isMachineWatched = true;
    }
  }

  private void gauge(
      CurrentSite site, String name, String description, ToDoubleFunction<Site> value) {
    Gauge.builder(name, site, current -> of(current, value))
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private static double of(CurrentSite current, ToDoubleFunction<Site> value) {
    return current.find().map(value::applyAsDouble).orElse(0.0);
  }

  /** Counts an answer. */
  public void answered(AccessEvent answer) {
    Counters counted = counters.computeIfAbsent(
        new AnswerTags(answer.route().label(), answer.status(), answer.coding()), this::counters);
    counted.requests().increment();
    counted.sent().increment((double) answer.sent());
    if (answer.saved() > 0) {
      counted.saved().increment((double) answer.saved());
    }
  }

  private Counters counters(AnswerTags tags) {
    return new Counters(
        Counter.builder("offprint.http.requests")
            .description("AccessEvent requests")
            .tag(ROUTE, tags.route())
            .tag("status", Integer.toString(tags.status()))
            .tag(ENCODING, tags.coding())
            .register(registry),
        Counter.builder("offprint.http.sent")
            .description("Bytes of the bodies of answers")
            .baseUnit("bytes")
            .tag(ROUTE, tags.route())
            .register(registry),
        Counter.builder("offprint.http.saved")
            .description("Bytes that compression and 304 answers have saved")
            .baseUnit("bytes")
            .tag("reason", reason(tags.status()))
            .register(registry));
  }

  private static String reason(int status) {
    return status == NOT_MODIFIED ? "not_modified" : "packed";
  }

  /** Counts a rendering. */
  public void rendered(Representation.Kind kind, Duration time) {
    renderings
        .computeIfAbsent(
            kind,
            some -> Timer.builder("offprint.render")
                .description("Renderings of a representation")
                .tag(KIND, some.name().toLowerCase(Locale.ROOT))
                .register(registry))
        .record(time);
  }

  /** Counts a compression. */
  public void packed(ContentCoding coding, Duration time) {
    Optional.ofNullable(packings.get(coding)).ifPresent(timer -> timer.record(time));
  }

  /** Counts a search. */
  public void searched(Duration time) {
    searches.record(time);
  }

  /** Counts a refresh. */
  public void passed(Duration time) {
    passes.record(time);
  }

  /**
   * Takes the state of the hub.
   *
   * @param isUp true while its database works
   */
  public synchronized void pushed(PushStatus status, boolean isUp) {
    push.update(status, isUp);
  }

  /**
   * Returns all metrics in Prometheus' text format.
   *
   * @param audience the current readers
   * @param week the traffic of feeds
   */
  public synchronized String text(List<FeedReaders> audience, FeedCosts week) {
    watchMachine();
    long everyone = audience.stream()
        .mapToLong(feed -> feed.throughServices() + feed.direct())
        .sum();
    bytesPerReader.register(quotient(week.bytes(), everyone), true);
    notModified.register(quotient(week.notModified(), week.answers()), true);
    readers.register(
        audience.stream()
            .flatMap(feed -> Stream.of(
                row(feed.feed(), "service", feed.throughServices()),
                row(feed.feed(), "direct", feed.direct())))
            .toList(),
        true);
    return registry.scrape("text/plain");
  }

  /** Returns no row where there is nothing to divide by. */
  private static List<MultiGauge.Row<?>> quotient(long dividend, long divisor) {
    return divisor == 0
        ? List.of()
        : List.of(MultiGauge.Row.of(Tags.empty(), (double) dividend / divisor));
  }

  private static MultiGauge.Row<?> row(String feed, String source, long count) {
    return MultiGauge.Row.of(Tags.of("feed", feed, "source", source), count);
  }

  @Override
  public synchronized void close() {
    // Register nothing from now on.
    isMachineWatched = true;
    collections.close();
    registry.close();
  }

  private static long count(Publication publication, Problem.Kind kind) {
    return publication.problems().stream()
        .filter(problem -> problem.kind() == kind)
        .count();
  }

  /** The subject of an error. */
  private enum ProblemKind {
    /** A file that is, or should be, an issue. */
    ISSUE,
    /** The settings of the publication. */
    SETTINGS,
    /** The folder, or one below it. */
    FOLDER;

    private static ProblemKind of(Problem problem) {
      if (problem.file().equals(Folder.SETTINGS_FILE)) {
        return SETTINGS;
      }
      String name = problem.file().substring(problem.file().lastIndexOf('/') + 1);
      return IssueReader.isIssueName(name) ? ISSUE : FOLDER;
    }

    private long count(Publication publication) {
      return publication.problems().stream()
          .filter(problem -> problem.isError() && of(problem) == this)
          .count();
    }
  }
}
