package org.offprint.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.offprint.push.PushStatus;
import org.offprint.push.Receiver;

/** The metrics of the hub: nothing until there is one. For one thread at a time. */
final class PushMetrics {
  /** A newsletter has as many feeds as it likes; a database of metrics has not. */
  private static final int MOST_TOPICS = 200;

  private final MeterRegistry registry;
  private final Map<Tags, Long> outcomes = new ConcurrentHashMap<>();
  private final MultiGauge up;
  private final MultiGauge subscriptions;
  private final MultiGauge pending;
  private final MultiGauge oldestPending;
  private final MultiGauge due;
  private final MultiGauge oldestDue;
  private final MultiGauge pings;

  PushMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.up = gauge("up", "1 while the database of the hub works");
    this.subscriptions =
        gauge("subscriptions", "Subscriptions in force: the 200 feeds that have most");
    this.pending = gauge("pending", "Requests to subscribe that wait to be verified");
    this.oldestPending = gauge("pending.age.seconds", "Age of the oldest of these requests");
    this.due = gauge("due", "Receivers to which something is still to be sent");
    this.oldestDue = gauge("due.age.seconds", "Time for which the oldest of these has been due");
    this.pings = gauge("pings.failing", "Feeds of which a hub has not taken the last ping");
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder("offprint.push." + name).description(description).register(registry);
  }

  /** Takes the state of the hub. */
  void update(PushStatus status, boolean isUp) {
    up.register(one(isUp ? 1 : 0), true);
    status.outcomes().forEach(this::count);
    status.stored().ifPresent(this::update);
  }

  private void update(PushStatus.Stored stored) {
    subscriptions.register(
        stored.subscriptions().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_TOPICS)
            .map(entry -> row(Tags.of("topic", entry.getKey()), entry.getValue()))
            .toList(),
        true);
    pending.register(one(stored.pending()), true);
    oldestPending.register(one(stored.oldestPending().toSeconds()), true);
    due.register(one(stored.due()), true);
    oldestDue.register(one(stored.oldestDue().toSeconds()), true);
    Map<String, Long> failing = stored.pings().stream()
        .collect(Collectors.groupingBy(
            ping -> String.valueOf(URI.create(ping.hub()).getHost()),
            Collectors.filtering(
                ping -> ping.lastStatus() != 0 && ping.lastStatus() / 100 != 2,
                Collectors.counting())));
    pings.register(
        failing.entrySet().stream()
            .map(entry -> row(Tags.of("hub", entry.getKey()), entry.getValue()))
            .toList(),
        true);
  }

  /** Hubs that are opened anew begin with zero, as a process does. */
  private void count(PushStatus.Outcome outcome) {
    Tags tags = Tags.of("receiver", label(outcome.kind()), "outcome", outcome.name());
    if (outcomes.put(tags, outcome.count()) == null) {
      FunctionCounter.builder(
              "offprint.push.outcomes", outcomes, counts -> counts.getOrDefault(tags, 0L))
          .description("Outcomes of what was sent to subscribers, other hubs and webhooks")
          .tags(tags)
          .register(registry);
    }
  }

  private static String label(Receiver.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<MultiGauge.Row<?>> one(long value) {
    return List.of(row(Tags.empty(), value));
  }

  private static MultiGauge.Row<?> row(Tags tags, long value) {
    return MultiGauge.Row.of(tags, value);
  }
}
