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
import org.offprint.feed.FeedReaders;
import org.offprint.http.Answered;
import org.offprint.site.ContentCoding;
import org.offprint.site.CurrentSite;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/**
 * Counts what the server does, by the conventions of Prometheus: base units, {@code _total} for what only
 * grows. Thread-safe; to count costs less than a microsecond.
 */
public final class Metrics implements AutoCloseable {
  private static final int NOT_MODIFIED = 304;
  private static final String KIND = "kind";
  private static final String ROUTE = "route";
  private static final String ENCODING = "encoding";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Seen, Counters> counters = new ConcurrentHashMap<>();
  private final Map<Representation.Kind, Timer> renderings = new ConcurrentHashMap<>();
  private final Map<ContentCoding, Timer> packings = new EnumMap<>(ContentCoding.class);
  private final Timer passes = Timer.builder("offprint.pass")
      .description("Taking up a change of the folder")
      .register(registry);
  private final Timer searches =
      Timer.builder("offprint.search").description("Searching").register(registry);
  private boolean isMachineWatched;
  private final MultiGauge readers = MultiGauge.builder("offprint.feed.readers")
      .description("At least how many read a feed")
      .register(registry);

  /** What distinguishes answers. */
  private record Seen(String route, int status, String coding) {}

  /** What is counted of equal ones. */
  private record Counters(Counter requests, Counter sent, Counter saved) {}

  /**
   * Counts from now on.
   *
   * @param site what is served
   * @param lastSuccess when the folder was last looked at with success
   * @param failures how many changes of the folder could not be taken up
   */
  public Metrics(CurrentSite site, Supplier<Instant> lastSuccess, LongSupplier failures) {
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
          .description("What is wrong in the publisher's files")
          .tag(KIND, kind.name().toLowerCase(Locale.ROOT))
          .strongReference(true)
          .register(registry);
    }
    Gauge.builder(
            "offprint.stale.age",
            site,
            current -> of(current, found -> found.oldestStale().toSeconds()))
        .description(
            "How long a feed has been answered in an old version, as it cannot be rendered")
        .strongReference(true)
        .baseUnit("seconds")
        .register(registry);
    gauge(
        site,
        "offprint.cache.bytes",
        "What was rendered and is remembered",
        of -> of.remembered().bytes());
    gauge(
        site,
        "offprint.cache.limit.bytes",
        "How much may be remembered",
        of -> of.remembered().mostBytes());
    gauge(
        site,
        "offprint.cache.entries",
        "How many representations are remembered",
        of -> of.remembered().entries());
    Gauge.builder(
            "offprint.last.success.timestamp",
            lastSuccess,
            moment -> moment.get().getEpochSecond())
        .description("When the folder was last looked at with success")
        .strongReference(true)
        .baseUnit("seconds")
        .register(registry);
    // The function alone holds what it counts: Micrometer keeps the object beside it weakly.
    FunctionCounter.builder("offprint.pass.failures", registry, held -> failures.getAsLong())
        .description("Changes of the folder that could not be taken up")
        .register(registry);
    for (ContentCoding coding : ContentCoding.values()) {
      packings.put(
          coding,
          Timer.builder("offprint.pack")
              .description("Packing a representation")
              .tag(ENCODING, coding.token())
              .register(registry));
    }
  }

  /** Begins to count what the machine does, unless it has; a start need not wait for the time that takes. */
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

  /** Takes notice of an answer. */
  public void answered(Answered answer) {
    Counters counted = counters.computeIfAbsent(
        new Seen(answer.route().label(), answer.status(), answer.coding()), this::counters);
    counted.requests().increment();
    counted.sent().increment((double) answer.sent());
    if (answer.saved() > 0) {
      counted.saved().increment((double) answer.saved());
    }
  }

  private Counters counters(Seen seen) {
    return new Counters(
        Counter.builder("offprint.http.requests")
            .description("Answered requests")
            .tag(ROUTE, seen.route())
            .tag("status", Integer.toString(seen.status()))
            .tag(ENCODING, seen.coding())
            .register(registry),
        Counter.builder("offprint.http.sent")
            .description("Bodies of answers")
            .baseUnit("bytes")
            .tag(ROUTE, seen.route())
            .register(registry),
        Counter.builder("offprint.http.saved")
            .description("What the plain wholes would have had more")
            .baseUnit("bytes")
            .tag("reason", reason(seen.status()))
            .register(registry));
  }

  private static String reason(int status) {
    return status == NOT_MODIFIED ? "not_modified" : "packed";
  }

  /** Something was rendered. */
  public void rendered(Representation.Kind kind, Duration time) {
    renderings
        .computeIfAbsent(
            kind,
            some -> Timer.builder("offprint.render")
                .description("Making a representation")
                .tag(KIND, some.name().toLowerCase(Locale.ROOT))
                .register(registry))
        .record(time);
  }

  /** Something was packed. */
  public void packed(ContentCoding coding, Duration time) {
    Optional.ofNullable(packings.get(coding)).ifPresent(timer -> timer.record(time));
  }

  /** Somebody searched. */
  public void searched(Duration time) {
    searches.record(time);
  }

  /** A change of the folder was taken up. */
  public void passed(Duration time) {
    passes.record(time);
  }

  /**
   * All figures in Prometheus' text format.
   *
   * @param audience who reads at this moment
   */
  public synchronized String text(List<FeedReaders> audience) {
    watchMachine();
    readers.register(
        audience.stream()
            .flatMap(feed -> Stream.of(
                row(feed.feed(), "service", feed.throughServices()),
                row(feed.feed(), "direct", feed.direct())))
            .toList(),
        true);
    return registry.scrape("text/plain");
  }

  private static MultiGauge.Row<?> row(String feed, String source, long count) {
    return MultiGauge.Row.of(Tags.of("feed", feed, "source", source), count);
  }

  @Override
  public synchronized void close() {
    // Nothing is to be watched from now on.
    isMachineWatched = true;
    collections.close();
    registry.close();
  }
}
