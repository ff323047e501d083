package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the hub, or with its help on others, and the limits that hold them. */
final class HubSecurityTest {
  private final Subscriber subscriber = new Subscriber();
  private final Hub hub = new Hub(Hub::impatient, subscriber.port());
  private final String callback = subscriber.url("/push");

  /** Loads the client, so that the short deadlines are for the answers alone. */
  @BeforeAll
  static void warm() {
    try (Subscriber first = new Subscriber();
        Hub hub = new Hub(first.port())) {
      hub.subscribe(first.url("/"));
    }
  }

  @AfterEach
  void close() {
    hub.close();
    subscriber.close();
  }

  private static Hub silent() {
    return new Hub(rules -> rules, (message, deadline, most) -> Outgoing.Answer.none("failed"));
  }

  private HubReply from(String client, String target) {
    byte[] form = Hub.form(
            "hub.mode", "subscribe", "hub.topic", Hub.TOPIC, "hub.callback", subscriber.url(target))
        .getBytes(UTF_8);
    return hub.push.request(form, Optional.of("application/x-www-form-urlencoded"), client);
  }

  @Test
  void addressesInsideAreNotAskedEvenIfTheirTextIsTaken() {
    PushRules rules = new PushRules(
        URI.create("https://news.example"),
        new CallbackRules(false, Set.of(subscriber.port()), List.of()),
        List.of(),
        List.of(),
        Optional.empty(),
        PushRules.Limits.DEFAULT,
        PushRules.Timeouts.DEFAULT);
    try (Hub closed = new Hub(usual -> rules)) {
      assertThat(closed.request("subscribe", callback).status()).isEqualTo(202);
      closed.work();

      assertThat(subscriber.received).isEmpty();
      assertThat(closed.store.requests()).isEmpty();
    }
  }

  @Test
  void theHubItselfIsNoCallback() {
    assertThat(hub.request("subscribe", "http://news.example:" + subscriber.port() + "/hub"))
        .isEqualTo(HubReply.of(400, "hub.callback is on the host of the newsletter itself"));
  }

  @Test
  void redirectsAreNotFollowed() {
    hub.subscribe(callback);
    subscriber.does(Subscriber.Habit.REDIRECT);
    hub.publish("two");
    hub.subscribe(subscriber.url("/other"));

    assertThat(subscriber.received)
        .extracting(Subscriber.Received::target)
        .noneMatch(target -> target.contains("inner"));
    assertThat(hub.receiver().progress().lastStatus()).isEqualTo(302);
  }

  @Test
  void reflectionByVerificationIsSlowAndEnds() {
    subscriber.answers(404);
    for (int i = 0; i < 1000; i++) {
      assertThat(from("client " + i, "/victim?" + i).status()).isEqualTo(202);
    }
    assertThat(from("another", "/victim").status()).isEqualTo(503);
    assertThat(from("yet another", "/victim").retryAfter()).contains(Duration.ofMinutes(1));
    hub.work();
    assertThat(subscriber.received).hasSize(5);

    hub.work(Duration.ofSeconds(10));
    assertThat(subscriber.received).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void onePendingRequestForEachTopicAndCallback() {
    hub.request("subscribe", callback, "hub.lease_seconds", "3600");
    hub.request("unsubscribe", callback);
    hub.request("subscribe", callback, "hub.lease_seconds", "7200");
    assertThat(hub.store.requests()).hasSize(1);
    hub.work(Duration.ofSeconds(10));

    assertThat(subscriber.questions()).hasSize(1);
    assertThat(subscriber.questions().get(0).parameter("hub.lease_seconds")).isEqualTo("7200");
  }

  @Test
  void aCallbackThatFailedRestsForAMinute() {
    subscriber.answers(404);
    hub.subscribe(callback);
    hub.subscribe(callback);
    hub.work(Duration.ofSeconds(59));
    assertThat(subscriber.questions()).hasSize(1);

    hub.work(Duration.ofSeconds(1));
    assertThat(subscriber.questions()).hasSize(2);
  }

  @Test
  void verificationIsTriedThreeTimesAfterTroubleAndOnceAfterANo() {
    subscriber.answers(503);
    hub.subscribe(callback);
    for (int minute = 0; minute < 60; minute++) {
      hub.work(Duration.ofMinutes(1));
    }
    assertThat(subscriber.questions()).hasSize(3);

    subscriber.answers(404);
    hub.subscribe(callback);
    hub.work(Duration.ofHours(1));
    assertThat(subscriber.questions()).hasSize(4);
    assertThat(hub.store.requests()).isEmpty();
  }

  @Test
  void tenRequestsOfAClientInAMinute() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      answers.add(from("192.0.2.7", "/" + i).status());
    }
    assertThat(answers).startsWith(202).endsWith(202, 429);
    assertThat(from("192.0.2.7", "/11").retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(from("192.0.2.8", "/11").status()).isEqualTo(202);

    hub.clock.advance(Duration.ofSeconds(6));
    assertThat(from("192.0.2.7", "/12").status()).isEqualTo(202);
    assertThat(from("192.0.2.7", "/12").status()).isEqualTo(429);
  }

  @Test
  void deniedIsNotSentToWhoNeverConfirmed() {
    hub.request("subscribe", callback);
    hub.paper.remove(Hub.TOPIC);
    hub.work();

    assertThat(subscriber.received).isEmpty();
    assertThat(hub.store.requests()).isEmpty();
  }

  @Test
  void nothingIsDeliveredToWhoNeverConfirmed() {
    subscriber.does(Subscriber.Habit.WRONG_ECHO);
    hub.subscribe(callback);
    hub.publish("two");

    assertThat(subscriber.deliveries()).isEmpty();
  }

  @Test
  void hoardingIsLimited() {
    PushRules.Limits small = new PushRules.Limits(100, 100, 2, 9, 3);
    try (Subscriber good = new Subscriber();
        Hub limited = new Hub(rules -> Hub.with(rules, small), good.port())) {
      limited.subscribe(good.url("/1"));
      limited.subscribe(good.url("/2"));
      assertThat(limited.request("subscribe", good.url("/3")).status()).isEqualTo(403);
      assertThat(limited.request("subscribe", good.url("/2")).status()).isEqualTo(202);
      assertThat(limited.request("unsubscribe", good.url("/3")).status()).isEqualTo(202);
      String other = "http://localhost:" + good.port();
      limited.subscribe(other + "/3");
      assertThat(limited.request("subscribe", other + "/4").status()).isEqualTo(403);
    }
  }

  @Test
  void hoardingIsLimitedAgainWhenRequestsCross() {
    PushRules.Limits small = new PushRules.Limits(100, 100, 1, 9, 9);
    try (Subscriber good = new Subscriber();
        Hub limited = new Hub(rules -> Hub.with(rules, small), good.port())) {
      limited.request("subscribe", good.url("/1"));
      limited.request("subscribe", good.url("/2"));
      limited.work();

      assertThat(limited.store.receivers()).hasSize(1);
      assertThat(good.questions()).hasSize(1);
    }
  }

  @Test
  void longRequestsAreRefused() {
    String form = "hub.mode=dance&pad=";
    assertThat(hub.raw(form + "x".repeat(8192 - form.length())).status()).isEqualTo(400);
    assertThat(hub.raw(form + "x".repeat(8193 - form.length())).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hub.mode", "hub.topic", "hub.callback", "hub.secret", "hub.lease_seconds"})
  void aParameterGivenTwiceIsRefused(String name) {
    String form = Hub.form(
        "hub.mode",
        "subscribe",
        "hub.topic",
        Hub.TOPIC,
        "hub.callback",
        callback,
        "hub.secret",
        "s",
        "hub.lease_seconds",
        "5000",
        name,
        "other");

    assertThat(hub.raw(form)).isEqualTo(HubReply.of(400, name + " is given twice"));
  }

  @Test
  void secretsAreEncryptedWithAKey() {
    Secrets plain = new Secrets(Optional.empty());
    Secrets keeper = new Secrets(Optional.of("the operator's key"));
    byte[] secret = "geheim".getBytes(UTF_8);
    byte[] sealed = keeper.seal(secret);

    assertThat(new String(sealed, UTF_8)).doesNotContain("geheim");
    assertThat(keeper.seal(secret)).isNotEqualTo(sealed);
    assertThat(keeper.open(sealed).orElseThrow()).isEqualTo(secret);
    assertThat(keeper.open(plain.seal(secret)).orElseThrow()).isEqualTo(secret);
    assertThat(plain.open(plain.seal(secret)).orElseThrow()).isEqualTo(secret);
    assertThat(plain.open(sealed)).isEmpty();
    assertThat(new Secrets(Optional.of("another key")).open(sealed)).isEmpty();
  }

  @Test
  void nothingIsSentUnsignedWhereASecretCannotBeRead() {
    hub.subscribe(callback);
    Request request = hub.store.keep(new Request(
        0,
        Request.Mode.SUBSCRIBE,
        Hub.TOPIC,
        subscriber.url("/sealed"),
        Optional.of(new Secrets(Optional.of("lost")).seal(new byte[1])),
        Duration.ofDays(1),
        0,
        0,
        hub.clock.instant()));
    hub.store.confirm(request, hub.clock.instant(), Hub.START.plus(Duration.ofDays(1)));
    hub.publish("two");

    assertThat(subscriber.deliveries()).hasSize(1);
    assertThat(hub.outcome(Receiver.Kind.SUBSCRIBER, "no-key")).isEqualTo(1);
  }

  @Test
  void endlessAndSlowAnswersAreCut() {
    for (Subscriber.Habit habit : List.of(
        Subscriber.Habit.ENDLESS,
        Subscriber.Habit.BOMB,
        Subscriber.Habit.SILENT,
        Subscriber.Habit.DRIP,
        Subscriber.Habit.DRIP_ECHO,
        Subscriber.Habit.RESET)) {
      subscriber.does(habit);
      long start = System.nanoTime();
      hub.subscribe(subscriber.url("/" + habit));
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(habit.name())
          .isLessThan(Duration.ofSeconds(5));
      hub.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(hub.store.receivers()).isEmpty();
  }

  @Test
  void anEndlessOrSlowBodyAfter200IsADelivery() {
    hub.subscribe(callback);
    int version = 1;
    for (Subscriber.Habit habit :
        List.of(Subscriber.Habit.ENDLESS, Subscriber.Habit.BOMB, Subscriber.Habit.DRIP)) {
      subscriber.does(habit);
      hub.publish("version " + ++version);
      assertThat(hub.receiver().isDue()).as(habit.name()).isFalse();
    }
  }

  @Test
  void silenceAndResetAreFailures() {
    hub.subscribe(callback);
    subscriber.does(Subscriber.Habit.SILENT);
    hub.publish("two");
    assertThat(hub.outcome(Receiver.Kind.SUBSCRIBER, "timeout")).isEqualTo(1);
    subscriber.does(Subscriber.Habit.RESET);
    hub.work(Duration.ofMinutes(1));
    assertThat(hub.outcome(Receiver.Kind.SUBSCRIBER, "failed")).isEqualTo(1);
    assertThat(hub.receiver().progress().lastStatus()).isEqualTo(-1);
  }

  @Test
  void headersCannotBeInjected() {
    for (String bad : List.of("/a\r\nX-Evil: 1", "/a\nb", "/a b", "/<script>")) {
      HubReply reply = hub.request("subscribe", subscriber.url(bad));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.text()).doesNotContain("Evil").doesNotContain("script");
    }
    assertThat(hub.raw(Hub.form(
                "hub.mode",
                "subscribe",
                "hub.topic",
                Hub.TOPIC + "\r\nX: 1",
                "hub.callback",
                callback))
            .status())
        .isEqualTo(400);
  }

  @Test
  void theAnswerDoesNotTellWhoIsSubscribed() {
    hub.subscribe(callback);
    HubReply known = hub.request("unsubscribe", callback);
    HubReply unknown = hub.request("unsubscribe", subscriber.url("/unknown"));
    hub.work();

    assertThat(unknown).isEqualTo(known);
    assertThat(subscriber.received)
        .extracting(Subscriber.Received::target)
        .noneMatch(target -> target.startsWith("/unknown"));
  }

  @Test
  void callbacksAreMaskedInTheLog() {
    assertThat(Secrets.masked("https://Reader.example/push?token=geheim"))
        .matches("reader\\.example#[0-9a-f]{8}");
  }

  @Test
  void publishingFromOutsideIsRefused() {
    assertThat(hub.raw("hub.mode=publish&hub.topic=x&hub.callback=y").status()).isEqualTo(403);
    assertThat(hub.raw("hub.mode=publish&hub.url=x").status()).isEqualTo(403);
    assertThat(hub.request("publish", callback).status()).isEqualTo(403);
  }

  @Test
  void aFailingStoreIsSaidSo() {
    try (Hub failing = silent()) {
      failing.store.setFailing(true);
      assertThat(failing.request("subscribe", "http://127.0.0.1/").status()).isEqualTo(503);
      assertThat(failing.push.isFailing()).isTrue();
      assertThat(failing.push.status().stored()).isEmpty();

      failing.store.setFailing(false);
      assertThat(failing.request("subscribe", "http://127.0.0.1/").status()).isEqualTo(202);
      assertThat(failing.push.isFailing()).isFalse();
    }
  }
}
