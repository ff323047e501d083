package org.offprint.push;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the requests of subscribers and refuses those that the hub cannot do. The answer is the same for callbacks that are subscribed
 * and those that are not.
 */
final class HubRequests {
  static final Duration SHORTEST_LEASE = Duration.ofHours(1);
  static final Duration DEFAULT_LEASE = Duration.ofDays(10);
  static final Duration LONGEST_LEASE = Duration.ofDays(14);
  private static final int MOST_BYTES = 8192;
  private static final int MOST_SECRET_BYTES = 199;
  private static final Duration FULL_RETRY = Duration.ofMinutes(1);
  private static final List<String> PARAMETERS =
      List.of("hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.secret");

  /** Thrown when a request is answered at once. */
  static final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HubReply reply;

    RefusedRequestException(HubReply reply) {
      super(reply.text());
      this.reply = reply;
    }

    HubReply reply() {
      return reply;
    }
  }

  private final PushStore store;
  private final PushRules rules;
  private final Topics topics;
  private final Secrets secrets;
  private final Clock clock;
  private final Pace clients;

  HubRequests(PushStore store, PushRules rules, Topics topics, Secrets secrets, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.topics = topics;
    this.secrets = secrets;
    this.clock = clock;
    int perMinute = rules.limits().perClient();
    this.clients = new Pace(Duration.ofMinutes(1).dividedBy(perMinute), perMinute, clock);
  }

  /**
   * Reads a request. Does not use the store.
   *
   * @throws RefusedRequestException if it is wrong
   */
  Request read(byte[] body, Optional<String> contentType, String client) {
    clients.tryTake(client).ifPresent(next -> {
      throw new RefusedRequestException(
          HubReply.later(429, "too many requests from this network", untilWholeSecond(next)));
    });
    String type = contentType.orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/x-www-form-urlencoded")) {
      throw refused(415, "send application/x-www-form-urlencoded");
    } else if (body.length > MOST_BYTES) {
      throw refused(413, "the request is longer than " + MOST_BYTES + " bytes");
    }
    Form form = form(body);
    for (String name : PARAMETERS) {
      if (form.isRepeated(name)) {
        throw refused(400, name + " is given twice");
      }
    }
    Request.Mode mode = mode(required(form, "hub.mode"));
    String topic = required(form, "hub.topic");
    String callback = required(form, "hub.callback");
    rules
        .callbacks()
        .refusal(callback, Receiver.host(rules.base().toString()))
        .ifPresent(reason -> {
          throw refused(400, reason);
        });
    boolean isNew = mode == Request.Mode.SUBSCRIBE;
    if (isNew
        && (!topic.startsWith(rules.base().toString()) || topics.content(topic).isEmpty())) {
      throw refused(400, "hub.topic is no feed that this hub offers");
    }
    return new Request(
        0,
        mode,
        topic,
        callback,
        isNew ? secret(form).map(secrets::seal) : Optional.empty(),
        isNew ? lease(form) : DEFAULT_LEASE,
        0,
        0,
        clock.instant());
  }

  private Duration untilWholeSecond(Instant next) {
    return Duration.ofSeconds(Duration.between(clock.instant(), next).toSeconds() + 1);
  }

  private static RefusedRequestException refused(int status, String reason) {
    return new RefusedRequestException(HubReply.of(status, reason));
  }

  private static Form form(byte[] body) {
    try {
      return new Form(body);
    } catch (IllegalArgumentException e) {
      throw refused(400, "the request is not encoded correctly");
    }
  }

  private static String required(Form form, String name) {
    return form.value(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> refused(400, name + " is missing"));
  }

  private static Request.Mode mode(String mode) {
    return switch (mode) {
      case "subscribe" -> Request.Mode.SUBSCRIBE;
      case "unsubscribe" -> Request.Mode.UNSUBSCRIBE;
      case "publish" -> throw refused(403, "this hub publishes its own feeds only, by itself");
      default -> throw refused(400, "hub.mode must be subscribe or unsubscribe");
    };
  }

  private static Duration lease(Form form) {
    String seconds = form.value("hub.lease_seconds").orElse("");
    if (seconds.isEmpty()) {
      return DEFAULT_LEASE;
    } else if (!seconds.matches("0*[1-9][0-9]*")) {
      throw refused(400, "hub.lease_seconds must be a whole number above 0");
    }
    String digits = seconds.replaceFirst("^0+", "");
    Duration lease =
        digits.length() > 9 ? LONGEST_LEASE : Duration.ofSeconds(Long.parseLong(digits));
    return lease.compareTo(SHORTEST_LEASE) < 0
        ? SHORTEST_LEASE
        : lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
  }

  private static Optional<byte[]> secret(Form form) {
    Optional<byte[]> secret =
        form.value("hub.secret").map(text -> text.getBytes(StandardCharsets.UTF_8));
    if (secret
        .filter(bytes -> bytes.length == 0 || bytes.length > MOST_SECRET_BYTES)
        .isPresent()) {
      throw refused(400, "hub.secret must have 1 to " + MOST_SECRET_BYTES + " bytes");
    }
    return secret;
  }

  /**
   * Keeps a request in the store and has it verified.
   *
   * @param when the moment for that
   */
  HubReply accept(Request request, Instant when) {
    PushStore.Load load = store.load(request.topic(), request.callback(), clock.instant());
    if (load.pending() >= rules.limits().pending()) {
      return HubReply.later(503, "too many requests wait to be verified", FULL_RETRY);
    } else if (isTooMuch(request, load)) {
      return HubReply.of(403, "this host or this feed has too many subscriptions");
    }
    Request kept = store.keep(request.at(request.attempts(), when));
    store.wake(Job.VERIFY, List.of(kept.id()), when);
    return HubReply.of(202, "accepted: the callback will be asked to confirm");
  }

  /** Returns true if a subscription would be one too many. */
  boolean isTooMuch(Request request, PushStore.Load load) {
    PushRules.Limits limits = rules.limits();
    return request.mode() == Request.Mode.SUBSCRIBE
        && !load.isSubscribed()
        && (load.ofTopicAndHost() >= limits.ofTopicAndHost()
            || load.ofHost() >= limits.ofHost()
            || load.ofTopic() >= limits.ofTopic());
  }
}
