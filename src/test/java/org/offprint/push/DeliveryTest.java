package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries, pings and messages: their content, their moment, and the next attempt. */
final class DeliveryTest {
  private static final String ISSUE = Hub.BASE + "issues/7";

  private final Subscriber subscriber = new Subscriber();
  private Hub hub = new Hub(subscriber.port());
  private final String callback = subscriber.url("/push");

  @AfterEach
  void close() {
    hub.close();
    subscriber.close();
  }

  private void restart(List<String> hubs, PushRules.Webhook... webhooks) {
    hub.close();
    hub = new Hub(rules -> Hub.with(rules, hubs, List.of(webhooks)), subscriber.port());
    hub.check();
  }

  @Test
  void sendsTheSameBytesOnce() {
    hub.subscribe(callback);
    hub.publish("two");
    hub.publish("two");
    hub.publish("<feed>one</feed>");

    assertThat(subscriber.deliveries())
        .extracting(Subscriber.Received::text)
        .containsExactly("two");
  }

  @Test
  void sendsTheNewestVersionAfterAPause() {
    hub.subscribe(callback);
    subscriber.answers(500);
    hub.publish("two");
    subscriber.does(Subscriber.Habit.GOOD);
    hub.paper.feed(Hub.TOPIC, "three");
    hub.check();
    hub.paper.feed(Hub.TOPIC, "four");
    hub.check();
    hub.work(Duration.ofSeconds(60));

    assertThat(subscriber.deliveries())
        .extracting(Subscriber.Received::text)
        .containsExactly("two", "four");
  }

  @Test
  void bringsAnAttemptForwardForANewVersionButKeepsTheFailures() {
    hub.subscribe(callback);
    subscriber.answers(500);
    hub.publish("two");
    hub.work(Duration.ofSeconds(20));
    hub.work(Duration.ofMinutes(2));
    hub.work(Duration.ofMinutes(8));
    assertThat(hub.receiver().progress().failures()).isEqualTo(4);

    hub.publish("three");
    hub.push.run(Job.SWEEP, 0);
    hub.work();
    assertThat(subscriber.deliveries()).hasSize(4);
    hub.clock.advance(Duration.ofSeconds(60));
    hub.push.run(Job.SWEEP, 0);
    hub.work();
    assertThat(subscriber.deliveries()).hasSize(5);
    assertThat(hub.receiver().progress().failures()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "429, 7200, 7200",
    "503, 7200, 7200",
    "429, 999999, 21600",
    "429, 1, 0",
    "429, soon, 0",
    "500, 7200, 0",
    "429, 'Mon, 04 May 2026 09:00:06 GMT', 3600"
  })
  void waitsAsLongAsTheReceiverAsks(int status, String asked, long seconds) {
    hub.subscribe(callback);
    subscriber.answers(status);
    subscriber.headers = Map.of("Retry-After", asked);
    hub.publish("two");

    Duration pause =
        Duration.between(hub.clock.instant(), hub.receiver().progress().next());
    if (seconds == 0) {
      assertThat(pause).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(18));
    } else {
      assertThat(pause).isEqualTo(Duration.ofSeconds(seconds));
      hub.publish("three");
      hub.push.run(Job.SWEEP, 0);
      hub.work(Duration.ofMinutes(2));
      assertThat(subscriber.deliveries()).hasSize(1);
    }
  }

  @Test
  void backsOffWithASpread() {
    RetryPlan plan = RetryPlan.of(Receiver.Kind.SUBSCRIBER);
    List<Long> seconds = new ArrayList<>();
    Instant first = Hub.START;
    Random random = new Random(5);
    for (int failures = 1; failures <= 8; failures++) {
      seconds.add(Duration.between(
              first, plan.next(failures, first, first, Duration.ZERO, random).orElseThrow())
          .toSeconds());
    }
    List<Long> exact = List.of(15L, 60L, 300L, 900L, 3600L, 10800L, 21600L, 43200L);
    for (int i = 0; i < exact.size(); i++) {
      assertThat((double) seconds.get(i) / exact.get(i)).isBetween(0.79, 1.2);
    }
    assertThat(seconds).isNotEqualTo(exact);
    Instant end = first.plus(Duration.ofDays(1));
    assertThat(plan.next(9, first, end.minusSeconds(60), Duration.ZERO, random)).contains(end);
    assertThat(plan.next(10, first, end, Duration.ZERO, random)).isEmpty();
  }

  @Test
  void leavesAHostAloneThatFailsForOneAfterTheOther() {
    for (int i = 0; i < 7; i++) {
      hub.subscribe(subscriber.url("/" + i));
      hub.clock.advance(Duration.ofSeconds(1));
    }
    subscriber.answers(500);
    hub.publish("two");
    assertThat(subscriber.deliveries()).hasSize(5);
    assertThat(hub.store.receivers())
        .extracting(receiver -> receiver.progress().failures())
        .containsOnly(0, 1);

    subscriber.does(Subscriber.Habit.GOOD);
    hub.work(Duration.ofMinutes(4));
    assertThat(subscriber.deliveries()).hasSize(5);
    hub.work(Duration.ofMinutes(1));
    assertThat(subscriber.deliveries()).hasSize(12);
    assertThat(hub.store.receivers()).noneMatch(Receiver::isDue);
  }

  @Test
  void aDeadCallbackDoesNotStopTheOthersOfItsHost() {
    Hosts hosts = new Hosts(hub.clock);
    for (int i = 0; i < 9; i++) {
      hosts.count(callback, 1, true);
    }
    assertThat(hosts.pause(callback)).isEmpty();
  }

  @Test
  void twoDeliveriesAtATimeToAHost() {
    Hosts hosts = new Hosts(hub.clock);
    assertThat(hosts.beginDelivery("https://a.example/1")).isTrue();
    assertThat(hosts.beginDelivery("https://A.example/2")).isTrue();
    assertThat(hosts.beginDelivery("https://a.example/3")).isFalse();
    assertThat(hosts.beginDelivery("https://b.example/3")).isTrue();
    hosts.endDelivery("https://a.example/1");
    assertThat(hosts.beginDelivery("https://a.example/3")).isTrue();
    assertThat(hosts.beginVerification("https://a.example/")).isTrue();
    assertThat(hosts.beginVerification("https://a.example/")).isFalse();
    hosts.endVerification("https://a.example/");
    assertThat(hosts.beginVerification("https://a.example/")).isTrue();
  }

  @Test
  void sweepsWhatWasForgotten() {
    hub.request("subscribe", callback);
    hub.store.loseJobs();
    hub.push.run(Job.SWEEP, 0);
    hub.work();
    assertThat(hub.hasNoSubscription()).isFalse();

    hub.paper.feed(Hub.TOPIC, "two");
    hub.check();
    hub.store.loseJobs();
    hub.work();
    assertThat(subscriber.deliveries()).isEmpty();
    hub.push.run(Job.SWEEP, 0);
    hub.work();
    assertThat(subscriber.deliveries()).hasSize(1);
  }

  @Test
  void rendersOnlyFeedsThatSomebodyGets() {
    hub.check();
    hub.check();
    assertThat(hub.paper.timesRendered(Hub.TOPIC)).isZero();
    hub.subscribe(callback);
    int before = hub.paper.timesRendered(Hub.TOPIC);
    hub.check();

    assertThat(hub.paper.timesRendered(Hub.TOPIC)).isEqualTo(before + 1);
    assertThat(hub.paper.timesRendered(Hub.OTHER_TOPIC)).isZero();
  }

  @Test
  void doesNotSendWhatReadersDoNotTake() {
    hub.subscribe(callback);
    hub.publish("x".repeat((2 << 20) + 1));
    assertThat(subscriber.deliveries()).isEmpty();
    hub.publish("x".repeat(2 << 20));
    assertThat(subscriber.deliveries()).hasSize(1);
  }

  @Test
  void aFeedThatCannotBeRenderedDoesNotStopTheOthers() {
    hub.subscribe(callback);
    hub.raw(
        Hub.form("hub.mode", "subscribe", "hub.topic", Hub.OTHER_TOPIC, "hub.callback", callback));
    hub.work();
    hub.paper.breaks(Hub.TOPIC);
    hub.paper.feed(Hub.OTHER_TOPIC, "two");
    hub.check();
    hub.work();

    assertThat(subscriber.deliveries()).hasSize(1);
  }

  // Other hubs.

  @Test
  void pingsOtherHubsOfEachChangedFeed() {
    restart(List.of(subscriber.url("/hub")));
    assertThat(subscriber.received).isEmpty();
    hub.paper.feed(Hub.TOPIC, "two");
    hub.paper.feed(Hub.OTHER_TOPIC, "two");
    hub.check();
    hub.work();
    assertThat(subscriber.deliveries()).hasSize(1);
    hub.work(Duration.ofSeconds(2));

    assertThat(subscriber.deliveries()).hasSize(2);
    Subscriber.Received ping = subscriber.deliveries().get(0);
    assertThat(ping.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(ping.text())
        .isEqualTo("hub.mode=publish&hub.url=https%3A%2F%2Fnews.example%2Ffeed.atom"
            + "&hub.topic=https%3A%2F%2Fnews.example%2Ffeed.atom");
    assertThat(hub.push.status().stored().orElseThrow().pings())
        .containsExactlyInAnyOrder(
            new PushStatus.Ping(subscriber.url("/hub"), Hub.TOPIC, 200),
            new PushStatus.Ping(subscriber.url("/hub"), Hub.OTHER_TOPIC, 200));
  }

  @Test
  void pingsFiveTimesInHalfAnHour() {
    restart(List.of(subscriber.url("/hub")));
    subscriber.answers(500);
    hub.publish("two");
    for (int minute = 0; minute < 35; minute++) {
      hub.work(Duration.ofMinutes(1));
    }
    assertThat(subscriber.deliveries()).hasSize(5);
    assertThat(hub.outcome(Receiver.Kind.HUB, "given-up")).isEqualTo(1);
    hub.work(Duration.ofDays(1));
    assertThat(subscriber.deliveries()).hasSize(5);

    hub.publish("three");
    assertThat(subscriber.deliveries()).hasSize(6);
  }

  @Test
  void keepsTheMemoryOfFeedsForOtherHubs() {
    restart(List.of(subscriber.url("/hub")));
    hub.push.run(Job.EXPIRE, 0);
    hub.publish("two");

    assertThat(subscriber.deliveries()).hasSize(1);
  }

  // Webhooks.

  @Test
  void sendsNewIssuesToWebhooks() {
    hub.close();
    hub = new Hub(
        rules -> Hub.with(
            rules,
            List.of(),
            List.of(new PushRules.Webhook(subscriber.url("/chat"), Optional.of("geheim"), false))),
        subscriber.port());
    hub.paper.issue(Hub.BASE + "issues/6", "{\"text\":\"old\"}");
    hub.check();
    hub.work();
    assertThat(subscriber.received).isEmpty();

    hub.paper.issue(ISSUE, "{\"text\":\"new\"}");
    hub.check();
    hub.work();
    hub.paper.issue(ISSUE, "{\"text\":\"edited\"}");
    hub.check();
    hub.work();

    assertThat(subscriber.deliveries()).hasSize(1);
    Subscriber.Received message = subscriber.deliveries().get(0);
    assertThat(message.text()).isEqualTo("{\"text\":\"new\"}");
    assertThat(message.header("Content-Type")).isEqualTo("application/json");
    assertThat(message.header("X-Hub-Signature-256"))
        .isEqualTo(Secrets.signature("geheim".getBytes(UTF_8), message.body()));
    assertThat(hub.store.receivers()).isEmpty();
  }

  @Test
  void sendsEditsToWebhooksThatWantThem() {
    restart(
        List.of(),
        new PushRules.Webhook(subscriber.url("/all"), Optional.empty(), true),
        new PushRules.Webhook(subscriber.url("/new"), Optional.empty(), false));
    hub.paper.issue(ISSUE, "{}");
    hub.check();
    hub.work();
    hub.paper.issue(ISSUE, "{ }");
    hub.check();
    hub.work();

    assertThat(subscriber.deliveries())
        .extracting(Subscriber.Received::target)
        .containsExactlyInAnyOrder("/all", "/new", "/all");
    assertThat(subscriber.deliveries().get(0).headers()).doesNotContainKey("x-hub-signature-256");
  }

  @Test
  void triesWebhooksAgainAndGivesThemUp() {
    restart(List.of(), new PushRules.Webhook(subscriber.url("/chat"), Optional.empty(), false));
    subscriber.answers(500);
    hub.paper.issue(ISSUE, "{}");
    hub.check();
    for (int minute = 0; minute < 25 * 60; minute++) {
      hub.work(Duration.ofMinutes(1));
    }

    assertThat(subscriber.deliveries()).hasSizeBetween(9, 10);
    assertThat(hub.store.receivers()).isEmpty();
    assertThat(hub.outcome(Receiver.Kind.WEBHOOK, "given-up")).isEqualTo(1);
  }

  @Test
  void takesManyNewIssuesForAnImport() {
    restart(List.of(), new PushRules.Webhook(subscriber.url("/chat"), Optional.empty(), true));
    for (int i = 0; i <= Publisher.MOST_NEW_ISSUES; i++) {
      hub.paper.issue(Hub.BASE + "issues/old" + i, "{}");
    }
    hub.check();
    hub.work();
    assertThat(subscriber.received).isEmpty();

    hub.paper.issue(ISSUE, "{}");
    hub.check();
    hub.work();
    assertThat(subscriber.deliveries()).hasSize(1);
  }

  @Test
  void remembersIssuesWithoutWebhooksForThoseThatComeLater() {
    hub.check();
    hub.paper.issue(ISSUE, "{}");
    hub.check();

    assertThat(hub.store.hashes(Publisher.ISSUES))
        .containsOnlyKeys(Publisher.ISSUES, Publisher.ISSUES + ISSUE);
    hub.push.run(Job.EXPIRE, 0);
    assertThat(hub.store.hashes(Publisher.ISSUES)).hasSize(2);
  }

  @Test
  void waitsForQuietBeforeItPublishes() {
    hub.subscribe(callback);
    hub.paper.feed(Hub.TOPIC, "two");
    hub.push.changed();
    hub.clock.advance(Duration.ofSeconds(1));
    hub.push.changed();
    assertThat(hub.timers).containsExactly(Duration.ofSeconds(2));
    hub.clock.advance(Duration.ofSeconds(1));
    hub.timed.remove().run();
    assertThat(hub.timers).endsWith(Duration.ofSeconds(1)).hasSize(2);
    hub.push.run(Job.CHECK, 0);
    hub.work();
    assertThat(subscriber.deliveries()).isEmpty();
    hub.clock.advance(Duration.ofSeconds(1));
    hub.timed.remove().run();
    hub.work();
    assertThat(subscriber.deliveries()).hasSize(1);

    hub.push.changed();
    hub.clock.advance(Duration.ofSeconds(2));
    hub.timed.remove().run();
    assertThat(hub.timers).endsWith(Duration.ofSeconds(3));
  }

  @Test
  void publishesTenSecondsAfterTheFirstChangeAtTheLatest() {
    hub.subscribe(callback);
    hub.paper.feed(Hub.TOPIC, "two");
    hub.push.changed();
    for (int second = 0; second < 10; second++) {
      hub.clock.advance(Duration.ofSeconds(1));
      hub.push.changed();
      hub.work();
      assertThat(subscriber.deliveries()).isEmpty();
    }
    hub.timed.remove().run();
    hub.work();
    assertThat(subscriber.deliveries()).hasSize(1);
  }
}
