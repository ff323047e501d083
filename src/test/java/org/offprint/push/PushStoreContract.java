package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises of {@link PushStore} that every store keeps. */
public abstract class PushStoreContract {
  private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(10));
  private static final String TOPIC = "https://news.example/feed.atom";
  private static final String OTHER_TOPIC = "https://news.example/sections/tools.atom";
  private static final String CALLBACK = "https://reader.example/push?k=1";
  private static final String HUB = "https://hub.example/";
  private static final Set<String> NOBODY = Set.of();

  /** Returns an empty store; the same one during a test. */
  protected abstract PushStore store();

  /** Makes a content. */
  protected static Content content(String text) {
    return new Content("application/atom+xml; charset=utf-8", text.getBytes(UTF_8));
  }

  private static Request request(Request.Mode mode, String topic, String callback) {
    return new Request(
        0,
        mode,
        topic,
        callback,
        Optional.of("secret".getBytes(UTF_8)),
        Duration.ofDays(10),
        0,
        0,
        NOW);
  }

  private static Request request(String callback) {
    return request(Request.Mode.SUBSCRIBE, TOPIC, callback);
  }

  /** Subscribes to the topic and returns the receiver. */
  private Receiver subscribe(String callback) {
    assertThat(store().confirm(store().keep(request(callback)), NOW, LATER)).isTrue();
    store().publish(TOPIC, content("for " + callback), NOBODY, Receiver.Kind.HUB, NOW);
    return store().dueReceivers(NOW, 1000).stream()
        .map(id -> store().receiver(id).orElseThrow())
        .filter(receiver -> receiver.address().equals(callback))
        .findFirst()
        .orElseThrow();
  }

  private Receiver again(Receiver receiver) {
    return store().receiver(receiver.id()).orElseThrow();
  }

  private static Progress failed(long version, int status, Instant next) {
    return new Progress(version, 3, next, Optional.of(NOW), status, Optional.of(NOW));
  }

  // Topics.

  @Test
  void remembersATopicOnceAndSendsNothing() {
    store().remember(Map.of(TOPIC, content("one")), NOW);
    store().remember(Map.of(TOPIC, content("two")), NOW);

    Topic topic = store().topic(TOPIC).orElseThrow();
    assertThat(topic.version()).isEqualTo(1);
    assertThat(topic.url()).isEqualTo(TOPIC);
    assertThat(topic.content().contentType()).isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(topic.content().body()).isEqualTo("one".getBytes(UTF_8));
    assertThat(store().topic(OTHER_TOPIC)).isEmpty();
    assertThat(store().dueReceivers(NOW, 10)).isEmpty();
  }

  @Test
  void findsHashesByTheBeginningOfTheAddress() {
    store().remember(Map.of(TOPIC, content("one")), NOW);
    store().remember(Map.of("issue:https://news.example/1", content("two")), NOW);
    store().remember(Map.of("https://news_example/50%_", content("three")), NOW);

    assertThat(store().hashes("https://news.example/"))
        .containsOnlyKeys(TOPIC)
        .containsEntry(TOPIC, content("one").hash());
    assertThat(store().hashes("issue:")).containsOnlyKeys("issue:https://news.example/1");
    assertThat(store().hashes("https://news_example/50%"))
        .containsOnlyKeys("https://news_example/50%_");
    assertThat(store().hashes("https://news_example/_")).isEmpty();
  }

  @Test
  void publishesAVersionToEverySubscriberOfTheTopic() {
    store().remember(Map.of(TOPIC, content("one")), NOW);
    store().confirm(store().keep(request(CALLBACK)), NOW, LATER);
    store()
        .confirm(store().keep(request(Request.Mode.SUBSCRIBE, OTHER_TOPIC, CALLBACK)), NOW, LATER);
    assertThat(store().dueReceivers(NOW, 10)).isEmpty();

    assertThat(store().publish(TOPIC, content("two"), NOBODY, Receiver.Kind.HUB, NOW))
        .isTrue();

    assertThat(store().dueReceivers(NOW, 10)).hasSize(1);
    Receiver due = store().receiver(store().dueReceivers(NOW, 10).get(0)).orElseThrow();
    assertThat(due.kind()).isEqualTo(Receiver.Kind.SUBSCRIBER);
    assertThat(due.topic()).isEqualTo(TOPIC);
    assertThat(due.address()).isEqualTo(CALLBACK);
    assertThat(due.secret())
        .hasValueSatisfying(secret -> assertThat(secret).isEqualTo("secret".getBytes(UTF_8)));
    assertThat(due.expires()).isEqualTo(LATER);
    assertThat(due.wanted()).isEqualTo(2);
    assertThat(due.progress()).isEqualTo(Progress.at(1));
  }

  @Test
  void publishesNothingThatWasPublishedBefore() {
    store().remember(Map.of(TOPIC, content("one")), NOW);
    store().publish(TOPIC, content("two"), NOBODY, Receiver.Kind.HUB, NOW);

    assertThat(store().publish(TOPIC, content("two"), NOBODY, Receiver.Kind.HUB, NOW))
        .isFalse();
    assertThat(store().publish(TOPIC, content("one"), NOBODY, Receiver.Kind.HUB, NOW))
        .isFalse();
    assertThat(store().topic(TOPIC).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void forgetsWhatWasPublishedFiftyVersionsAgo() {
    store().remember(Map.of(TOPIC, content("0")), NOW);
    IntStream.rangeClosed(1, 50)
        .forEach(version ->
            store().publish(TOPIC, content("" + version), NOBODY, Receiver.Kind.HUB, NOW));

    assertThat(store().publish(TOPIC, content("1"), NOBODY, Receiver.Kind.HUB, NOW))
        .isFalse();
    assertThat(store().publish(TOPIC, content("0"), NOBODY, Receiver.Kind.HUB, NOW))
        .isTrue();
    assertThat(store().topic(TOPIC).orElseThrow().version()).isEqualTo(52);
  }

  @Test
  void publishesAnUnknownTopicToWebhooks() {
    String issue = "issue:https://news.example/1";
    Set<String> two = Set.of("https://chat.example/a", "https://chat.example/b");
    assertThat(store().publish(issue, content("{}"), two, Receiver.Kind.WEBHOOK, NOW))
        .isTrue();

    List<Long> due = store().dueReceivers(NOW, 10);
    assertThat(due).hasSize(2);
    Receiver webhook = store().receiver(due.get(0)).orElseThrow();
    assertThat(webhook.kind()).isEqualTo(Receiver.Kind.WEBHOOK);
    assertThat(webhook.wanted()).isEqualTo(1);
    assertThat(webhook.progress().version()).isZero();
    assertThat(webhook.expires()).isEqualTo(Instant.MAX);
    due.forEach(store()::delete);
    assertThat(store().dueReceivers(NOW, 10)).isEmpty();

    store().publish(issue, content("{ }"), NOBODY, Receiver.Kind.WEBHOOK, NOW);
    assertThat(store().dueReceivers(NOW, 10)).isEmpty();
  }

  @Test
  void keepsTheHubsOfATopic() {
    store().remember(Map.of(TOPIC, content("one")), NOW);
    store().publish(TOPIC, content("two"), Set.of(HUB), Receiver.Kind.HUB, NOW);
    long id = store().dueReceivers(NOW, 10).get(0);
    store()
        .record(
            store().receiver(id).orElseThrow(),
            new Progress(2, 0, NOW, Optional.empty(), 204, Optional.of(NOW)));
    assertThat(store().dueReceivers(NOW, 10)).isEmpty();

    store().publish(TOPIC, content("three"), NOBODY, Receiver.Kind.HUB, NOW);
    store().publish(TOPIC, content("four"), Set.of(HUB), Receiver.Kind.HUB, NOW);

    assertThat(store().dueReceivers(NOW, 10)).containsExactly(id);
    assertThat(store().receiver(id).orElseThrow().wanted()).isEqualTo(4);
    assertThat(store().status(NOW).pings()).containsExactly(new PushStatus.Ping(HUB, TOPIC, 204));
    assertThat(store().subscribedTopics(NOW)).isEmpty();
  }

  // Requests.

  @Test
  void keepsARequestUnderAnId() {
    Request kept = store().keep(request(CALLBACK));

    assertThat(kept.id()).isPositive();
    Request found = store().request(kept.id()).orElseThrow();
    assertThat(found.mode()).isEqualTo(Request.Mode.SUBSCRIBE);
    assertThat(found.topic()).isEqualTo(TOPIC);
    assertThat(found.callback()).isEqualTo(CALLBACK);
    assertThat(found.lease()).isEqualTo(Duration.ofDays(10));
    assertThat(found.sequence()).isEqualTo(kept.sequence());
    assertThat(found.notBefore()).isEqualTo(NOW);
    assertThat(found.secret())
        .hasValueSatisfying(secret -> assertThat(secret).isEqualTo("secret".getBytes(UTF_8)));
    assertThat(store().request(kept.id() + 1000)).isEmpty();
  }

  @Test
  void replacesTheRequestOfTheSameTopicAndCallback() {
    Request first = store().keep(request(CALLBACK));
    Request second = store().keep(request(Request.Mode.UNSUBSCRIBE, TOPIC, CALLBACK));
    store().keep(request(Request.Mode.UNSUBSCRIBE, OTHER_TOPIC, CALLBACK));

    assertThat(second.sequence()).isGreaterThan(first.sequence());
    assertThat(store().load(TOPIC, CALLBACK, NOW).pending()).isEqualTo(2);

    store().drop(first);
    store().postpone(first);
    assertThat(store().confirm(first, NOW, LATER)).isFalse();
    assertThat(store().subscribedTopics(NOW)).isEmpty();
    assertThat(store().request(second.id()).orElseThrow().mode())
        .isEqualTo(Request.Mode.UNSUBSCRIBE);

    store().drop(second);
    assertThat(store().request(second.id())).isEmpty();
    assertThat(store().confirm(second, NOW, LATER)).isFalse();
  }

  @Test
  void postponesARequest() {
    Request kept = store().keep(request(CALLBACK));
    assertThat(store().dueRequests(NOW, 10)).containsExactly(kept.id());
    assertThat(store().dueRequests(NOW.minusSeconds(1), 10)).isEmpty();

    store()
        .postpone(new Request(
            kept.id(),
            kept.mode(),
            kept.topic(),
            kept.callback(),
            kept.secret(),
            kept.lease(),
            kept.sequence(),
            2,
            NOW.plusSeconds(60)));

    assertThat(store().request(kept.id()).orElseThrow().attempts()).isEqualTo(2);
    assertThat(store().dueRequests(NOW, 10)).isEmpty();
    assertThat(store().dueRequests(NOW.plusSeconds(60), 10)).containsExactly(kept.id());
  }

  @Test
  void aSubscriberOfAForgottenTopicGetsIt() {
    store().confirm(store().keep(request(CALLBACK)), NOW, LATER);

    assertThat(store().hashes(TOPIC)).containsOnlyKeys(TOPIC);
    assertThat(store().dueReceivers(NOW, 10)).isEmpty();
    store().publish(TOPIC, content("one"), NOBODY, Receiver.Kind.HUB, NOW);
    assertThat(store().dueReceivers(NOW, 10)).hasSize(1);
  }

  @Test
  void prolongsASubscriptionWithoutASecondOne() {
    Receiver before = subscribe(CALLBACK);
    store().record(before, failed(before.progress().version(), 500, LATER));
    Request renewal = store()
        .keep(new Request(
            0,
            Request.Mode.SUBSCRIBE,
            TOPIC,
            CALLBACK,
            Optional.empty(),
            Duration.ofDays(10),
            0,
            0,
            NOW));

    assertThat(store().confirm(renewal, NOW, LATER.plusSeconds(5))).isTrue();

    Receiver after = again(before);
    assertThat(after.secret()).isEmpty();
    assertThat(after.expires()).isEqualTo(LATER.plusSeconds(5));
    assertThat(after.wanted()).isEqualTo(before.wanted());
    assertThat(after.progress()).isEqualTo(failed(before.progress().version(), 500, LATER));
    assertThat(store().load(TOPIC, CALLBACK, NOW).ofTopic()).isEqualTo(1);
    assertThat(store().request(renewal.id())).isEmpty();
  }

  @Test
  void startsAnewWithASubscriptionWhoseLeaseWasOver() {
    Receiver old = subscribe(CALLBACK);
    assertThat(store().dueReceivers(LATER, 10)).isEmpty();

    store().confirm(store().keep(request(CALLBACK)), LATER, LATER.plusSeconds(60));

    assertThat(store().dueReceivers(LATER, 10)).isEmpty();
    assertThat(store().load(TOPIC, CALLBACK, LATER).ofTopic()).isEqualTo(1);
    assertThat(old.isDue()).isTrue();
  }

  @Test
  void endsASubscription() {
    Receiver receiver = subscribe(CALLBACK);
    store().confirm(store().keep(request(Request.Mode.UNSUBSCRIBE, TOPIC, CALLBACK)), NOW, LATER);

    assertThat(store().receiver(receiver.id())).isEmpty();
    assertThat(store().subscribedTopics(NOW)).isEmpty();
  }

  @Test
  void countsTheLoad() {
    subscribe(CALLBACK);
    subscribe("https://READER.example:8443/two");
    subscribe("https://else.example/");
    store()
        .confirm(store().keep(request(Request.Mode.SUBSCRIBE, OTHER_TOPIC, CALLBACK)), NOW, LATER);
    store().keep(request("https://third.example/"));

    assertThat(store().load(TOPIC, CALLBACK, NOW)).isEqualTo(new PushStore.Load(1, 3, 3, 2, true));
    assertThat(store().load(OTHER_TOPIC, "https://reader.example/new", NOW))
        .isEqualTo(new PushStore.Load(1, 1, 3, 1, false));
    assertThat(store().load(TOPIC, CALLBACK, LATER))
        .isEqualTo(new PushStore.Load(1, 0, 0, 0, false));
  }

  // Receivers.

  @Test
  void recordsProgressAndKeepsTheWantedVersion() {
    Receiver receiver = subscribe(CALLBACK);
    store().publish(TOPIC, content("meanwhile"), NOBODY, Receiver.Kind.HUB, NOW);
    store()
        .record(
            receiver,
            new Progress(receiver.wanted(), 0, NOW, Optional.empty(), 200, Optional.of(NOW)));

    assertThat(again(receiver).wanted()).isEqualTo(receiver.wanted() + 1);
    assertThat(again(receiver).isDue()).isTrue();
    assertThat(again(receiver).progress().lastStatus()).isEqualTo(200);
    assertThat(again(receiver).progress().lastAttempt()).contains(NOW);
  }

  @Test
  void aVersionPublishedDuringAnAttemptHasNotFailedYet() {
    Receiver receiver = subscribe(CALLBACK);
    store().publish(TOPIC, content("meanwhile"), NOBODY, Receiver.Kind.HUB, NOW);
    store().record(receiver, failed(0, 500, LATER));
    assertThat(again(receiver).progress().firstFailure()).isEmpty();

    store().record(again(receiver), failed(0, 500, LATER));
    assertThat(again(receiver).progress().firstFailure()).isPresent();
  }

  @Test
  void returnsTheLongestWaitingFirst() {
    Receiver first = subscribe("https://reader.example/1");
    Receiver second = subscribe("https://reader.example/2");
    Receiver third = subscribe("https://reader.example/3");
    store().record(first, failed(0, 500, NOW.plusSeconds(2)));
    store().record(second, failed(0, -1, NOW.plusSeconds(1)));
    store().record(third, failed(0, -1, NOW.plusSeconds(3)));

    assertThat(store().dueReceivers(NOW, 10)).isEmpty();
    assertThat(store().dueReceivers(NOW.plusSeconds(2), 10))
        .containsExactly(second.id(), first.id());
    assertThat(store().dueReceivers(NOW.plusSeconds(9), 2))
        .containsExactly(second.id(), first.id());
  }

  @Test
  void bringsTheNextAttemptForwardWithANewVersion() {
    Receiver receiver = subscribe(CALLBACK);
    store().record(receiver, failed(0, 500, LATER));

    store().publish(TOPIC, content("newer"), NOBODY, Receiver.Kind.HUB, NOW.plusSeconds(5));
    assertThat(again(receiver).progress())
        .isEqualTo(
            new Progress(0, 3, NOW.plusSeconds(60), Optional.empty(), 500, Optional.of(NOW)));

    store().record(receiver, failed(0, 500, LATER));
    store().publish(TOPIC, content("newest"), NOBODY, Receiver.Kind.HUB, NOW.plusSeconds(90));
    assertThat(again(receiver).progress().next()).isEqualTo(NOW.plusSeconds(90));

    store().record(receiver, failed(0, 500, NOW.plusSeconds(95)));
    store().publish(TOPIC, content("last"), NOBODY, Receiver.Kind.HUB, NOW.plusSeconds(96));
    assertThat(again(receiver).progress().next()).isEqualTo(NOW.plusSeconds(95));
  }

  @Test
  void leavesTheNextAttemptWhereTheReceiverMayHaveAskedForIt() {
    Receiver receiver = subscribe(CALLBACK);
    for (int status : new int[] {429, 503}) {
      store().record(receiver, failed(0, status, NOW.plusSeconds(3600)));
      store()
          .publish(
              TOPIC, content("after " + status), NOBODY, Receiver.Kind.HUB, NOW.plusSeconds(90));

      assertThat(again(receiver).progress().next()).isEqualTo(NOW.plusSeconds(3600));
      assertThat(again(receiver).progress().firstFailure()).isEmpty();
    }
  }

  @Test
  void deniesASubscriberWhoseTopicIsGone() {
    Receiver receiver = subscribe(CALLBACK);
    store().record(receiver, failed(receiver.wanted(), 500, LATER));
    Request pending = store().keep(request("https://else.example/"));
    store().publish(TOPIC, content("hub"), Set.of(HUB), Receiver.Kind.HUB, NOW);

    store().deny(TOPIC, NOW);

    assertThat(store().dueReceivers(NOW, 10)).containsExactly(receiver.id());
    Receiver denied = again(receiver);
    assertThat(denied.kind()).isEqualTo(Receiver.Kind.DENIED);
    assertThat(denied.isDue()).isTrue();
    assertThat(denied.progress().failures()).isZero();
    assertThat(store().topic(TOPIC)).isEmpty();
    assertThat(store().request(pending.id())).isEmpty();
    assertThat(store().subscribedTopics(NOW)).isEmpty();
    assertThat(store().status(NOW).pings()).isEmpty();

    store().confirm(store().keep(request(CALLBACK)), NOW, LATER);
    assertThat(store().dueReceivers(NOW, 10)).isEmpty();
    assertThat(store().load(TOPIC, CALLBACK, NOW).isSubscribed()).isTrue();
    store().publish(TOPIC, content("hub"), NOBODY, Receiver.Kind.HUB, NOW);
    assertThat(store().dueReceivers(NOW, 10)).hasSize(1);
  }

  @Test
  void expiresSubscriptions() {
    Receiver receiver = subscribe(CALLBACK);
    assertThat(store().subscribedTopics(LATER.minusSeconds(1))).containsExactly(TOPIC);
    assertThat(store().subscribedTopics(LATER)).isEmpty();

    store().expire(LATER.minusSeconds(1));
    assertThat(store().receiver(receiver.id())).isPresent();
    store().expire(LATER);
    assertThat(store().receiver(receiver.id())).isEmpty();
    assertThat(store().topic(TOPIC)).isPresent();
  }

  @Test
  void forgetsTopicsThatNobodyReceives() {
    subscribe(CALLBACK);
    store().remember(Map.of(OTHER_TOPIC, content("one")), NOW);
    store().publish(OTHER_TOPIC, content("two"), Set.of(HUB), Receiver.Kind.HUB, NOW);

    store().forget(Set.of(TOPIC, OTHER_TOPIC, "https://news.example/unknown"));

    assertThat(store().hashes("")).containsOnlyKeys(TOPIC);
    assertThat(store().status(NOW).pings()).isEmpty();
    store().remember(Map.of(OTHER_TOPIC, content("two")), NOW);
    assertThat(store().topic(OTHER_TOPIC).orElseThrow().version()).isEqualTo(1);
    store().forget(NOBODY);
  }

  @Test
  void countsForTheOperator() {
    subscribe(CALLBACK);
    subscribe("https://else.example/");
    store().keep(request("https://third.example/"));

    PushStatus.Stored status = store().status(NOW.plusSeconds(30));
    assertThat(status.subscriptions()).containsOnlyKeys(TOPIC).containsEntry(TOPIC, 2);
    assertThat(status.pending()).isEqualTo(1);
    assertThat(status.due()).isEqualTo(2);
    assertThat(status.pings()).isEmpty();
  }
}
