package org.offprint.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to one receiver what it is to get, and keeps what came of it. The newest version is sent, never an older one after it. If the
 * process ends between the answer and its record, the same is sent once more.
 */
final class Deliverer {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MOST_ANSWER_BYTES = 4096;
  private static final long MOST_CACHED_BYTES = 8L << 20;
  private static final Duration CACHED = Duration.ofMinutes(1);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration PING_INTERVAL = Duration.ofSeconds(2);
  private static final Duration INTERVAL = Duration.ofMillis(4);
  private static final int BURST = 32;

  /** A message and the version that it brings. */
  private record Parcel(Outgoing.Message message, long version) {}

  private final PushStore store;
  private final PushRules rules;
  private final Secrets secrets;
  private final Outside outside;
  private final Clock clock;
  private final Pace pings;
  /** 250 in a second: the rest of the machine and of its line is for the readers of feeds. */
  private final Pace turns;

  /** The newest versions, so that one is read for thousands of subscribers. Short, since a topic may be forgotten and start anew. */
  private final Cache<String, Topic> newest = Caffeine.newBuilder()
      .maximumWeight(MOST_CACHED_BYTES)
      .expireAfterWrite(CACHED)
      .<String, Topic>weigher((url, topic) -> topic.content().body().length)
      .executor(Runnable::run)
      .build();

  Deliverer(PushStore store, PushRules rules, Secrets secrets, Outside outside) {
    this.store = store;
    this.rules = rules;
    this.secrets = secrets;
    this.outside = outside;
    this.clock = outside.clock();
    this.pings = new Pace(PING_INTERVAL, 1, clock);
    this.turns = new Pace(INTERVAL, BURST, clock);
  }

  /** Sends to a receiver; returns when it is to be sent to again. */
  Optional<Instant> deliver(long id) {
    Instant now = clock.instant();
    Optional<Receiver> found = store
        .receiver(id)
        .filter(receiver -> receiver.isDue() && receiver.expires().isAfter(now));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Receiver receiver = found.get();
    Progress progress = receiver.progress();
    if (progress.next().isAfter(now)) {
      return Optional.of(progress.next());
    }
    Hosts hosts = outside.hosts();
    Optional<Instant> pause = hosts.pause(receiver.address());
    if (pause.isPresent()) {
      store.record(receiver, progress.at(pause.get()));
      return pause;
    }
    Optional<Parcel> parcel = parcel(receiver);
    if (parcel.isEmpty()) {
      if (receiver.kind() != Receiver.Kind.SUBSCRIBER) {
        store.delete(id);
      }
      return Optional.empty();
    } else if (!hosts.beginDelivery(receiver.address())) {
      return Optional.of(now.plus(BUSY));
    }
    try {
      Optional<Instant> pinged = receiver.kind() == Receiver.Kind.HUB
          ? pings.tryTake(receiver.address())
          : Optional.empty();
      return pinged.isPresent() ? pinged : deliver(receiver, parcel.get());
    } finally {
      hosts.endDelivery(receiver.address());
    }
  }

  private Optional<Instant> deliver(Receiver receiver, Parcel parcel) {
    awaitTurn();
    // Subscribers drop what is not signed, so without the key of their secret an attempt is no use.
    Outgoing.Answer answer = receiver.secret().isPresent() && secret(receiver).isEmpty()
        ? Outgoing.Answer.none("no-key")
        : outside
            .outgoing()
            .send(parcel.message(), outside.timeouts().delivery(), MOST_ANSWER_BYTES);
    outside.hosts().count(receiver.address(), receiver.id(), answer.isTrouble());
    outside.outcomes().count(receiver.kind(), answer.outcome());
    Instant now = clock.instant();
    boolean isKept =
        receiver.kind() == Receiver.Kind.SUBSCRIBER || receiver.kind() == Receiver.Kind.HUB;
    boolean isGone = answer.status() == 410 && receiver.kind() != Receiver.Kind.HUB;
    if (isGone || (answer.isSuccess() && !isKept)) {
      store.delete(receiver.id());
      return Optional.empty();
    } else if (answer.isSuccess()) {
      store.record(
          receiver,
          new Progress(
              parcel.version(), 0, now, Optional.empty(), answer.status(), Optional.of(now)));
      return Optional.empty();
    }
    return failed(receiver, parcel.version(), answer, now);
  }

  /** Holds the thread, since another moment for the job would be one more change of the store. */
  private void awaitTurn() {
    Duration wait = Duration.between(clock.instant(), turns.take("all"));
    if (wait.compareTo(Duration.ZERO) > 0) {
      boolean unused = new CompletableFuture<Boolean>()
          .completeOnTimeout(true, wait.toNanos(), TimeUnit.NANOSECONDS)
          .join();
    }
  }

  private Optional<Instant> failed(
      Receiver receiver, long version, Outgoing.Answer answer, Instant now) {
    Progress old = receiver.progress();
    int failures = old.failures() + 1;
    Instant first = old.firstFailure().orElse(now);
    Optional<Instant> next = RetryPlan.of(receiver.kind())
        .next(failures, first, now, RetryPlan.asked(answer, now), outside.random());
    if (next.isPresent()) {
      store.record(
          receiver,
          new Progress(
              old.version(),
              failures,
              next.get(),
              Optional.of(first),
              answer.status(),
              Optional.of(now)));
      return next;
    }
    outside.outcomes().count(receiver.kind(), "given-up");
    LOG.warn(
        "gives up to send {} to {}: the last answer was {}",
        receiver.topic(),
        Secrets.masked(receiver.address()),
        answer.outcome());
    boolean isHub = receiver.kind() == Receiver.Kind.HUB;
    if (isHub || receiver.kind() == Receiver.Kind.SUBSCRIBER) {
      store.record(
          receiver,
          new Progress(
              version,
              isHub ? 0 : RetryPlan.FAILURES_KEPT,
              now,
              Optional.empty(),
              answer.status(),
              Optional.of(now)));
    } else {
      store.delete(receiver.id());
    }
    return Optional.empty();
  }

  /** Makes the message for a receiver; none if it is no longer wanted by anybody. */
  private Optional<Parcel> parcel(Receiver receiver) {
    return switch (receiver.kind()) {
      case SUBSCRIBER -> topic(receiver).map(topic -> content(receiver, topic));
      case DENIED ->
        Optional.of(new Parcel(
            Outgoing.Message.get(Verifier.appended(
                receiver.address(),
                "hub.mode",
                "denied",
                "hub.topic",
                receiver.topic(),
                "hub.reason",
                "this feed is gone")),
            receiver.wanted()));
      case HUB ->
        Optional.of(receiver)
            .filter(hub -> rules.externalHubs().contains(hub.address()))
            .map(hub -> new Parcel(ping(hub), hub.wanted()));
      case WEBHOOK ->
        rules.webhooks().stream()
            .filter(webhook -> webhook.url().equals(receiver.address()))
            .findFirst()
            .flatMap(webhook -> topic(receiver).map(topic -> message(webhook, topic)));
    };
  }

  private Optional<Topic> topic(Receiver receiver) {
    Optional<Topic> known = Optional.ofNullable(newest.getIfPresent(receiver.topic()))
        .filter(topic -> topic.version() == receiver.wanted());
    if (known.isPresent()) {
      return known;
    }
    Optional<Topic> stored = store.topic(receiver.topic());
    stored.ifPresent(topic -> newest.put(topic.url(), topic));
    return stored;
  }

  private Parcel content(Receiver receiver, Topic topic) {
    Map<String, String> headers = new HashMap<>();
    headers.put(
        "Link", "<%s>; rel=\"hub\", <%s>; rel=\"self\"".formatted(rules.hub(), receiver.topic()));
    byte[] body = topic.content().body();
    secret(receiver)
        .ifPresent(secret -> headers.put("X-Hub-Signature", Secrets.signature(secret, body)));
    return new Parcel(
        new Outgoing.Message(receiver.address(), headers, topic.content().contentType(), body),
        topic.version());
  }

  private Optional<byte[]> secret(Receiver receiver) {
    return receiver.secret().flatMap(secrets::open);
  }

  private static Outgoing.Message ping(Receiver hub) {
    String topic = URLEncoder.encode(hub.topic(), StandardCharsets.UTF_8);
    String form = "hub.mode=publish&hub.url=%s&hub.topic=%s".formatted(topic, topic);
    return new Outgoing.Message(
        hub.address(), Map.of(), FORM, form.getBytes(StandardCharsets.US_ASCII));
  }

  private static Parcel message(PushRules.Webhook webhook, Topic topic) {
    byte[] body = topic.content().body();
    Map<String, String> headers = new HashMap<>();
    webhook
        .secret()
        .map(secret -> Secrets.signature(secret.getBytes(StandardCharsets.UTF_8), body))
        .ifPresent(signature -> headers.put("X-Hub-Signature-256", signature));
    return new Parcel(
        new Outgoing.Message(webhook.url(), headers, topic.content().contentType(), body),
        topic.version());
  }
}
