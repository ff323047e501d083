package org.offprint.push;

import com.github.benmanes.caffeine.cache.Cache;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks callbacks whether they want what was requested in their name (WebSub 5.3). Nothing changes before they say yes. A host is asked
 * once a second, with a burst of five, one question at a time.
 */
final class Verifier {
  private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
  private static final int MOST_ATTEMPTS = 3;
  private static final int BURST = 5;
  private static final int CHALLENGE_BYTES = 32;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final PushStore store;
  private final HubRequests requests;
  private final Topics topics;
  private final Clock clock;
  private final Outgoing outgoing;
  private final Hosts hosts;
  private final Duration deadline;
  private final Pace pace;
  /** The moments before which callbacks are not asked again, after a failure. */
  private final Cache<String, Instant> failed;

  private final SecureRandom random = new SecureRandom();

  Verifier(PushStore store, HubRequests requests, Topics topics, Outside outside) {
    this.store = store;
    this.requests = requests;
    this.topics = topics;
    this.clock = outside.clock();
    this.outgoing = outside.outgoing();
    this.hosts = outside.hosts();
    this.deadline = outside.timeouts().verification();
    this.pace = new Pace(Duration.ofSeconds(1), BURST, clock);
    this.failed = Pace.cache(PAUSE, clock);
  }

  /** Returns the moment at which a callback may be asked next, and takes it. */
  Instant moment(String callback) {
    Instant next = pace.take(Receiver.host(callback));
    Instant allowed = failed.asMap().getOrDefault(callback, next);
    return allowed.isAfter(next) ? allowed : next;
  }

  /** Verifies a request; returns when it is to be verified again. */
  Optional<Instant> verify(long id) {
    Instant now = clock.instant();
    Optional<Request> found = store.request(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Request request = found.get();
    if (request.notBefore().isAfter(now)) {
      return Optional.of(request.notBefore());
    } else if (isPointless(request, now)) {
      store.drop(request);
      return Optional.empty();
    } else if (!hosts.beginVerification(request.callback())) {
      return postpone(request.at(request.attempts(), moment(request.callback())));
    }
    try {
      return verify(request, now);
    } finally {
      hosts.endVerification(request.callback());
    }
  }

  private boolean isPointless(Request request, Instant now) {
    PushStore.Load load = store.load(request.topic(), request.callback(), now);
    return request.mode() == Request.Mode.UNSUBSCRIBE
        ? !load.isSubscribed()
        : requests.isTooMuch(request, load) || topics.content(request.topic()).isEmpty();
  }

  private Optional<Instant> verify(Request request, Instant now) {
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    byte[] challenge = Base64.getUrlEncoder().withoutPadding().encode(bytes);
    Outgoing.Answer answer = outgoing.send(
        Outgoing.Message.get(question(request, challenge)), deadline, challenge.length + 2);
    if (answer.isSuccess() && answer.isWhole() && isEcho(answer.body(), challenge)) {
      if (request.mode() == Request.Mode.SUBSCRIBE) {
        topics
            .content(request.topic())
            .ifPresent(content -> store.remember(Map.of(request.topic(), content), now));
      }
      return store.confirm(request, now, now.plus(request.lease()))
          ? Optional.empty()
          : Optional.of(clock.instant());
    }
    Instant next = clock.instant().plus(PAUSE.multipliedBy(request.attempts() + 1L));
    failed.put(request.callback(), clock.instant().plus(PAUSE));
    boolean mayChange = answer.status() >= 500
        || (answer.status() < 0 && !answer.failure().equals(Outgoing.Answer.REFUSED))
        || (answer.isSuccess() && !answer.isWhole());
    LOG.info(
        "{} did not confirm to {} {}: {}",
        Secrets.masked(request.callback()),
        request.mode(),
        request.topic(),
        answer.outcome());
    if (mayChange && request.attempts() + 1 < MOST_ATTEMPTS) {
      return postpone(request.at(request.attempts() + 1, next));
    }
    store.drop(request);
    return again(request);
  }

  private Optional<Instant> postpone(Request request) {
    store.postpone(request);
    return Optional.of(request.notBefore());
  }

  /** Returns now if a newer request has come under the same id meanwhile. */
  private Optional<Instant> again(Request request) {
    return store.request(request.id()).map(Request::notBefore);
  }

  private static boolean isEcho(byte[] body, byte[] challenge) {
    int length = body.length;
    if (length > 0 && body[length - 1] == '\n') {
      length -= length > 1 && body[length - 2] == '\r' ? 2 : 1;
    }
    return MessageDigest.isEqual(Arrays.copyOf(body, length), challenge);
  }

  private static String question(Request request, byte[] challenge) {
    String question = appended(
        request.callback(),
        "hub.mode",
        request.mode().name().toLowerCase(Locale.ROOT),
        "hub.topic",
        request.topic(),
        "hub.challenge",
        new String(challenge, StandardCharsets.US_ASCII));
    return request.mode() == Request.Mode.UNSUBSCRIBE
        ? question
        : appended(question, "hub.lease_seconds", Long.toString(request.lease().toSeconds()));
  }

  /** Appends parameters to an address, whose own query stays as it is, byte for byte. */
  static String appended(String address, String... namesAndValues) {
    StringBuilder all = new StringBuilder(address);
    char separator = address.indexOf('?') < 0 ? '?' : '&';
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.append(separator)
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
      separator = '&';
    }
    return all.toString();
  }
}
