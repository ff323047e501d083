package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The hub as the program opens it, with its own timer and client. */
final class PushTest {

  @Test
  void comparesFeedsSoonAfterTheStart() throws InterruptedException {
    CountDownLatch compared = new CountDownLatch(1);
    Newspaper paper = new Newspaper();
    paper.feed(Hub.TOPIC, "one");
    Topics topics = new Topics() {
      @Override
      public Optional<Content> content(String url) {
        return paper.content(url);
      }

      @Override
      public List<String> listed() {
        return paper.listed();
      }

      @Override
      public Map<String, Content> issues() {
        compared.countDown();
        return paper.issues();
      }
    };
    MemoryPushStore store = new MemoryPushStore();
    PushRules rules = PushRules.of(URI.create("https://news.example"));
    try (Push push = Push.open(store, rules, topics, Clock.systemUTC())) {
      String form = Hub.form(
          "hub.mode",
          "subscribe",
          "hub.topic",
          Hub.TOPIC,
          "hub.callback",
          "https://reader.example/push");
      HubReply reply = push.request(
          form.getBytes(UTF_8), Optional.of("application/x-www-form-urlencoded"), "192.0.2.1");

      assertThat(reply.status()).isEqualTo(202);
      assertThat(rules.hub()).isEqualTo("https://news.example/hub");
      assertThat(store.requests()).hasSize(1);
      assertThat(push.isFailing()).isFalse();
      assertThat(compared.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
