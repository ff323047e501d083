package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements of WebSub for a hub, each with a number of its own; sections are those of the Recommendation. */
final class HubConformanceTest {
  private final Subscriber subscriber = new Subscriber();
  private final Hub hub = new Hub(subscriber.port());
  private final String callback = subscriber.url("/push?token=a%2Fb");

  @AfterEach
  void close() {
    hub.close();
    subscriber.close();
  }

  /** 5.1: POST of a form with callback, mode and topic is answered with exactly 202. */
  @Test
  void h1AnswersExactly202() {
    HubReply reply = hub.request("subscribe", callback);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(subscriber.received).isEmpty();
    assertThat(hub.request("unsubscribe", callback).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.mode", "hub.topic", "hub.callback"})
  void h1NeedsThreeParameters(String missing) {
    String form = Hub.form(
            "hub.mode", "subscribe", "hub.topic", Hub.TOPIC, "hub.callback", callback)
        .replace(missing + "=", "other=");

    assertThat(hub.raw(form)).isEqualTo(HubReply.of(400, missing + " is missing"));
  }

  @Test
  void h1TakesOnlyForms() {
    byte[] form = Hub.form("hub.mode", "subscribe").getBytes(UTF_8);

    assertThat(hub.push.request(form, Optional.of("application/json"), "a").status())
        .isEqualTo(415);
    assertThat(hub.push.request(form, Optional.empty(), "b").status()).isEqualTo(415);
    assertThat(hub.push
            .request(form, Optional.of("Application/X-WWW-form-urlencoded; charset=UTF-8"), "c")
            .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.mode=%", "hub.mode=%4", "hub.mode=%zz", "hub.mode=%ff", "a=%+1"})
  void h1RefusesWhatIsNotEncodedCorrectly(String form) {
    assertThat(hub.raw(form)).isEqualTo(HubReply.of(400, "the request is not encoded correctly"));
  }

  /** 5.1: with a secret, deliveries are signed. */
  @Test
  void h2TakesASecretOf1To199Bytes() {
    assertThat(hub.request("subscribe", callback, "hub.secret", "").status()).isEqualTo(400);
    assertThat(hub.request("subscribe", callback, "hub.secret", "é".repeat(100)).status())
        .isEqualTo(400);
    assertThat(hub.request("subscribe", callback, "hub.secret", "s".repeat(200)).status())
        .isEqualTo(400);
    hub.subscribe(callback, "hub.secret", "s".repeat(199));
    hub.publish("two");

    assertThat(subscriber.deliveries().get(0).header("X-Hub-Signature"))
        .isEqualTo(Secrets.signature("s".repeat(199).getBytes(UTF_8), "two".getBytes(UTF_8)));
  }

  @Test
  void h3IgnoresUnknownParameters() {
    hub.subscribe(callback, "hub.verify", "sync", "hub.verify", "async", "foo", "bar");

    assertThat(hub.store.receivers()).hasSize(1);
  }

  @Test
  void h4RenewsWithoutASecondSubscription() {
    hub.subscribe(callback, "hub.secret", "old", "hub.lease_seconds", "3600");
    hub.subscribe(callback, "hub.secret", "new", "hub.lease_seconds", "7200");
    hub.publish("two");

    assertThat(subscriber.deliveries()).hasSize(1);
    assertThat(subscriber.deliveries().get(0).header("X-Hub-Signature"))
        .isEqualTo(Secrets.signature("new".getBytes(UTF_8), "two".getBytes(UTF_8)));
    assertThat(hub.receiver().expires()).isEqualTo(Hub.START.plusSeconds(7200));
  }

  @Test
  void h4ReplacesSecretAndLeaseOnlyWhenVerified() {
    hub.subscribe(callback, "hub.secret", "old");
    Receiver before = hub.receiver();
    hub.request("subscribe", callback, "hub.secret", "new", "hub.lease_seconds", "3600");

    assertThat(hub.receiver()).isEqualTo(before);
    hub.work();
    assertThat(hub.receiver().expires()).isEqualTo(Hub.START.plusSeconds(3600));
  }

  @Test
  void h4RemovesTheSecretWhenTheRenewalHasNone() {
    hub.subscribe(callback, "hub.secret", "old");
    hub.subscribe(callback);
    hub.publish("two");

    assertThat(subscriber.deliveries().get(0).headers()).doesNotContainKey("x-hub-signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"subscribe", "unsubscribe"})
  void h5LeavesTheStateAfterAFailedVerification(String mode) {
    hub.subscribe(callback, "hub.secret", "old");
    Receiver before = hub.receiver();
    subscriber.answers(404);
    hub.request(mode, callback, "hub.secret", "new", "hub.lease_seconds", "3600");
    hub.work();

    assertThat(hub.receiver()).isEqualTo(before);
    assertThat(hub.store.requests()).isEmpty();
  }

  @Test
  void h6UnsubscribesWhenVerified() {
    hub.subscribe(callback);
    assertThat(hub.request("unsubscribe", callback, "hub.lease_seconds", "x").status())
        .isEqualTo(202);
    assertThat(hub.hasNoSubscription()).isFalse();
    hub.work();
    hub.publish("two");

    assertThat(hub.hasNoSubscription()).isTrue();
    assertThat(subscriber.deliveries()).isEmpty();
    Subscriber.Received question = subscriber.questions().get(1);
    assertThat(question.parameter("hub.mode")).isEqualTo("unsubscribe");
    assertThat(question.target()).doesNotContain("lease_seconds");
  }

  @Test
  void h7AnswersBeforeItVerifies() {
    subscriber.answers(404);

    assertThat(hub.request("subscribe", callback).status()).isEqualTo(202);
    hub.work();
    assertThat(hub.hasNoSubscription()).isTrue();
  }

  @Test
  void h7GivesTheReasonInPlainWords() {
    assertThat(hub.request("dance", callback).text())
        .isEqualTo("hub.mode must be subscribe or unsubscribe\n");
    assertThat(hub.raw(Hub.form(
            "hub.mode",
            "subscribe",
            "hub.topic",
            "https://else.example/feed",
            "hub.callback",
            callback)))
        .isEqualTo(HubReply.of(400, "hub.topic is no feed that this hub offers"));
    assertThat(hub.raw(Hub.form(
                "hub.mode", "subscribe", "hub.topic", Hub.TOPIC + "?x", "hub.callback", callback))
            .status())
        .isEqualTo(400);
  }

  @Test
  void h8AsksWithModeTopicChallengeAndLease() {
    hub.subscribe(callback, "hub.lease_seconds", "7200");

    Subscriber.Received question = subscriber.received.get(0);
    assertThat(question.method()).isEqualTo("GET");
    assertThat(question.parameter("hub.mode")).isEqualTo("subscribe");
    assertThat(question.parameter("hub.topic")).isEqualTo(Hub.TOPIC);
    assertThat(question.parameter("hub.lease_seconds")).isEqualTo("7200");
    assertThat(question.parameter("hub.challenge")).matches("[A-Za-z0-9_-]{43}");
  }

  @ParameterizedTest
  @CsvSource({
    "/push, /push?",
    "/push?, /push?&",
    "/push?token=1, /push?token=1&",
    "/push?token=1&, /push?token=1&&",
    "/push?a=%20+%e4%C3%A4, /push?a=%20+%e4%C3%A4&",
    "/push?a=1&a=2&hub.mode=x, /push?a=1&a=2&hub.mode=x&",
    "/push?url=http://a/?b=c;d, /push?url=http://a/?b=c;d&",
    "/%7Epush/..//x?=&&, /%7Epush/..//x?=&&&",
    "'', /?"
  })
  void h9KeepsTheCallbacksOwnQueryByteForByte(String target, String expected) {
    hub.subscribe(subscriber.url(target));
    hub.publish("two");

    assertThat(subscriber.questions().get(0).target())
        .startsWith(expected + "hub.mode=subscribe&hub.topic=https%3A%2F%2F");
    assertThat(subscriber.deliveries().get(0).target()).isEqualTo(target.isEmpty() ? "/" : target);
  }

  @ParameterizedTest
  @EnumSource(
      value = Subscriber.Habit.class,
      names = {"GOOD", "ECHO_WITH_NEWLINE"})
  void h10ConfirmsByAnEcho(Subscriber.Habit habit) {
    subscriber.does(habit);
    hub.subscribe(callback);

    assertThat(hub.hasNoSubscription()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Subscriber.Habit.class,
      names = {"GOOD", "ECHO_WITH_NEWLINE", "SILENT", "DRIP", "DRIP_ECHO", "ECHO_WITH_STATUS"},
      mode = EnumSource.Mode.EXCLUDE)
  void h10ConfirmsByNothingElse(Subscriber.Habit habit) {
    subscriber.does(habit);
    hub.subscribe(callback);

    assertThat(hub.hasNoSubscription()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"201, true", "203, true", "302, false", "404, false", "403, false", "500, false"})
  void h10NeedsA2xx(int status, boolean isConfirmed) {
    subscriber.answers(status);
    subscriber.habit = Subscriber.Habit.ECHO_WITH_STATUS;
    hub.subscribe(callback);

    assertThat(hub.hasNoSubscription()).isNotEqualTo(isConfirmed);
  }

  @Test
  void h11AsksWithANewChallengeEachTime() {
    subscriber.answers(500);
    hub.subscribe(callback);
    hub.work(Duration.ofMinutes(10));
    hub.work(Duration.ofMinutes(10));

    Set<String> challenges = new HashSet<>();
    subscriber.questions().forEach(question -> challenges.add(question.parameter("hub.challenge")));
    assertThat(challenges).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 864000",
    "1, 3600",
    "3600, 3600",
    "003601, 3601",
    "1209600, 1209600",
    "1209601, 1209600",
    "99999999999999999999999999, 1209600"
  })
  void h12DecidesTheLeaseAndSaysSo(String asked, long given) {
    hub.subscribe(callback, "hub.lease_seconds", asked);

    assertThat(subscriber.received.get(0).parameter("hub.lease_seconds")).isEqualTo("" + given);
    assertThat(hub.receiver().expires()).isEqualTo(Hub.START.plusSeconds(given));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "1e3", "ten", " 1", "٣"})
  void h12RefusesALeaseThatIsNoNumber(String lease) {
    assertThat(hub.request("subscribe", callback, "hub.lease_seconds", lease).status())
        .isEqualTo(400);
  }

  @Test
  void h12EndsWithTheLease() {
    hub.subscribe(callback, "hub.lease_seconds", "3600");
    hub.work(Duration.ofSeconds(3590));
    hub.publish("two");
    assertThat(subscriber.deliveries()).hasSize(1);
    hub.work(Duration.ofSeconds(4));
    hub.publish("three");

    assertThat(subscriber.deliveries()).hasSize(1);
    hub.push.run(Job.EXPIRE, 0);
    assertThat(hub.store.receivers()).isEmpty();
    assertThat(hub.store.topic(Hub.TOPIC)).isEmpty();
  }

  @Test
  void h13TellsSubscribersOfAFeedThatIsGone() {
    hub.subscribe(callback);
    hub.paper.remove(Hub.TOPIC);
    hub.check();
    hub.work();
    assertThat(subscriber.received).hasSize(1);
    hub.work(Publisher.GONE);
    hub.check();
    hub.work();

    Subscriber.Received denial = subscriber.received.get(1);
    assertThat(denial.method()).isEqualTo("GET");
    assertThat(denial.target())
        .startsWith("/push?token=a%2Fb&hub.mode=denied&hub.topic=https%3A%2F%2F");
    assertThat(denial.parameter("hub.reason")).isEqualTo("this feed is gone");
    assertThat(hub.store.receivers()).isEmpty();
  }

  @Test
  void h13KeepsSubscribersOfAFeedThatComesBack() {
    hub.subscribe(callback);
    hub.paper.remove(Hub.TOPIC);
    hub.check();
    hub.paper.feed(Hub.TOPIC, "back");
    hub.work(Publisher.GONE);
    hub.check();
    hub.work();

    assertThat(subscriber.deliveries()).hasSize(1);
  }

  @Test
  void h14DeliversTheContentToTheVeryCallback() {
    hub.subscribe(callback);
    hub.publish("<feed>zwei – två</feed>");

    assertThat(subscriber.deliveries()).hasSize(1);
    Subscriber.Received delivery = subscriber.deliveries().get(0);
    assertThat(delivery.target()).isEqualTo("/push?token=a%2Fb");
    assertThat(delivery.body()).isEqualTo("<feed>zwei – två</feed>".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/atom+xml; charset=utf-8",
        "application/feed+json",
        "application/rss+xml;charset=UTF-8"
      })
  void h15DeliversWithTheContentTypeOfTheTopic(String type) {
    hub.subscribe(callback);
    hub.paper.feed(Hub.TOPIC, new Content(type, "two".getBytes(UTF_8)));
    hub.check();
    hub.work();

    assertThat(subscriber.deliveries().get(0).header("Content-Type")).isEqualTo(type);
  }

  @Test
  void h16NamesHubAndSelfInOneHeader() {
    hub.subscribe(callback);
    hub.publish("two");

    assertThat(subscriber.deliveries().get(0).header("Link"))
        .isEqualTo(
            "<https://news.example/hub>; rel=\"hub\", <https://news.example/feed.atom>; rel=\"self\"");
  }

  /** Vectors of RFC 4231. */
  @ParameterizedTest
  @CsvSource({
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265, "
        + "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, "
        + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
  })
  void h17SignsByHmacSha256(String key, String data, String signature) {
    HexFormat hex = HexFormat.of();

    assertThat(Secrets.signature(hex.parseHex(key), hex.parseHex(data)))
        .isEqualTo("sha256=" + signature);
  }

  @Test
  void h17SignsNothingWithoutASecret() {
    hub.subscribe(callback);
    hub.publish("two");

    assertThat(subscriber.deliveries().get(0).headers()).doesNotContainKey("x-hub-signature");
  }

  @ParameterizedTest
  @CsvSource({"200, true", "204, true", "299, true", "302, false", "404, false", "500, false"})
  void h18CountsOnly2xxAsDelivered(int status, boolean isDelivered) {
    hub.subscribe(callback);
    subscriber.answers(status);
    hub.publish("two");

    assertThat(hub.receiver().isDue()).isNotEqualTo(isDelivered);
    assertThat(hub.receiver().progress().failures()).isEqualTo(isDelivered ? 0 : 1);
  }

  @Test
  void h18DeletesAt410() {
    hub.subscribe(callback);
    subscriber.answers(410);
    hub.publish("two");

    assertThat(hub.store.receivers()).isEmpty();
    assertThat(hub.outcome(Receiver.Kind.SUBSCRIBER, "410")).isEqualTo(1);
  }

  @Test
  void h19TriesAgainForADayAndKeepsTheSubscription() {
    hub.subscribe(callback);
    subscriber.answers(500);
    hub.publish("two");
    for (int minute = 0; minute < 26 * 60; minute++) {
      hub.work(Duration.ofMinutes(1));
    }

    int attempts = subscriber.deliveries().size();
    assertThat(attempts).isBetween(9, 10);
    assertThat(hub.outcome(Receiver.Kind.SUBSCRIBER, "given-up")).isEqualTo(1);
    assertThat(hub.receiver().isDue()).isFalse();

    hub.publish("three");
    assertThat(subscriber.deliveries()).hasSize(attempts + 1);
    Duration pause =
        Duration.between(hub.clock.instant(), hub.receiver().progress().next());
    assertThat(pause).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    subscriber.does(Subscriber.Habit.GOOD);
    hub.work(Duration.ofMinutes(72));
    assertThat(subscriber.deliveries()).hasSize(attempts + 2);
    assertThat(subscriber.deliveries().get(attempts + 1).text()).isEqualTo("three");
    assertThat(hub.receiver().progress().failures()).isZero();
  }

  @Test
  void h20NeverRedirects() {
    assertThat(List.of(
            hub.request("subscribe", callback),
            hub.request("publish", callback),
            hub.request("unsubscribe", callback)))
        .extracting(HubReply::status)
        .containsExactly(202, 403, 202);
  }

  /** 4: one self and our hub, also where a feed is sent. */
  @Test
  void p4NamesOneSelfOnly() {
    hub.subscribe(callback);
    hub.publish("two");

    assertThat(subscriber.deliveries().get(0).header("Link").split("rel=\"self\"", -1))
        .hasSize(2);
    assertThat(subscriber.deliveries().get(0).header("Link")).doesNotContain(" | ");
  }

  /** 6.1: a moved feed has another address; subscribers of the old one are told that it is gone. */
  @Test
  void p5SubscribersOfAMovedFeedSubscribeAgain() {
    hub.subscribe(callback);
    hub.paper.remove(Hub.TOPIC);
    hub.check();
    hub.work(Publisher.GONE);
    hub.check();
    hub.work();
    HubReply reply = hub.raw(
        Hub.form("hub.mode", "subscribe", "hub.topic", Hub.OTHER_TOPIC, "hub.callback", callback));
    hub.work();

    assertThat(reply.status()).isEqualTo(202);
    assertThat(hub.receiver().topic()).isEqualTo(Hub.OTHER_TOPIC);
  }
}
