package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seven checks of a hub, as a subscriber sees it: discovery and delivery, secret, unknown parameters, renewal, unsubscription, plain and
 * JSON topics. Each of thirteen hubs that do one thing wrong fails them.
 */
final class HubSuiteTest {
  private static final String LINK =
      "<https://news.example/hub>; rel=\"hub\", <https://news.example/feed.atom>; rel=\"self\"";

  /** A fault between the hub and its subscribers. */
  enum Fault {
    ANSWER_204,
    NO_LEASE,
    WRONG_TOPIC,
    NO_CHALLENGE,
    OTHER_CONTENT_TYPE,
    LINK_WITHOUT_HUB,
    LINK_WITHOUT_SELF,
    LINK_WITH_ANOTHER_HUB,
    BAD_SIGNATURE,
    NO_SIGNATURE,
    EMPTY_BODY,
    THIN_BODY,
    IGNORED_UNSUBSCRIPTION
  }

  /** A hub and a subscriber, with a fault between them, or none. */
  private static final class Wire implements Outgoing, AutoCloseable {
    private final Subscriber subscriber = new Subscriber();
    private final Optional<Fault> fault;
    private final Caller caller = new Caller(
        new AddressCheck(Hub.LOOPBACK),
        InetAddress::getAllByName,
        Duration.ofSeconds(1),
        "Offprint");
    private final Hub hub;

    Wire(Optional<Fault> fault) {
      this.fault = fault;
      this.hub = new Hub(
          rules -> new PushRules(
              rules.base(),
              new CallbackRules(
                  false, Set.of(subscriber.port()), rules.callbacks().allowed()),
              List.of(),
              List.of(),
              rules.key(),
              rules.limits(),
              rules.timeouts()),
          this);
    }

    @Override
    public Answer send(Message message, Duration deadline, int most) {
      boolean isUnsubscription = message.url().contains("hub.mode=unsubscribe");
      if (isUnsubscription && is(Fault.IGNORED_UNSUBSCRIPTION)) {
        return Answer.none("failed");
      }
      return caller.send(broken(message), deadline, most);
    }

    private boolean is(Fault one) {
      return fault.filter(one::equals).isPresent();
    }

    private Message broken(Message old) {
      if (fault.isEmpty()) {
        return old;
      }
      return switch (fault.get()) {
        case NO_LEASE -> url(old, url -> url.replaceFirst("&hub\\.lease_seconds=\\d+", ""));
        case WRONG_TOPIC -> url(old, url -> url.replaceFirst("feed\\.atom", "other.atom"));
        case NO_CHALLENGE -> url(old, url -> url.replaceFirst("&hub\\.challenge=[^&]+", ""));
        case OTHER_CONTENT_TYPE ->
          old.body().length == 0
              ? old
              : new Message(old.url(), old.headers(), "text/xml", old.body());
        case LINK_WITHOUT_HUB -> header(old, "Link", (name, link) -> link.replaceFirst(".*, ", ""));
        case LINK_WITHOUT_SELF ->
          header(old, "Link", (name, link) -> link.replaceFirst(", .*", ""));
        case LINK_WITH_ANOTHER_HUB ->
          header(old, "Link", (name, link) -> link.replaceFirst("/hub>", "/other>"));
        case BAD_SIGNATURE ->
          header(old, "X-Hub-Signature", (name, signature) -> "sha256=" + "0".repeat(64));
        case NO_SIGNATURE -> header(old, "X-Hub-Signature", (name, signature) -> null);
        case EMPTY_BODY -> body(old, "\n");
        case THIN_BODY -> body(old, "<feed/>");
        case ANSWER_204, IGNORED_UNSUBSCRIPTION -> old;
      };
    }

    private static Message url(Message old, UnaryOperator<String> change) {
      return new Message(change.apply(old.url()), old.headers(), old.contentType(), old.body());
    }

    private static Message header(
        Message old, String name, BiFunction<String, String, String> change) {
      Map<String, String> headers = new HashMap<>(old.headers());
      headers.computeIfPresent(name, change);
      return new Message(old.url(), headers, old.contentType(), old.body());
    }

    private static Message body(Message old, String text) {
      return old.body().length == 0
          ? old
          : new Message(old.url(), old.headers(), old.contentType(), text.getBytes(UTF_8));
    }

    /** Sends a request, has it verified and checks the answer and the question. */
    void request(String mode, String topic, String... more) {
      int questions = subscriber.questions().size();
      String form = Hub.form("hub.mode", mode, "hub.topic", topic, "hub.callback", callback());
      HubReply reply = hub.raw(more.length == 0 ? form : form + "&" + Hub.form(more));
      assertThat(is(Fault.ANSWER_204) ? 204 : reply.status()).as("answer").isEqualTo(202);
      hub.work(Duration.ofSeconds(1));
      assertThat(subscriber.questions()).as("questions").hasSize(questions + 1);
      Subscriber.Received question = subscriber.questions().get(questions);
      assertThat(question.target()).startsWith("/push?token=abc&");
      assertThat(question.parameter("hub.mode")).isEqualTo(mode);
      assertThat(question.parameter("hub.topic")).isEqualTo(topic);
      assertThat(question.parameter("hub.challenge")).as("challenge").isNotEmpty();
      if (mode.equals("subscribe")) {
        assertThat(question.parameter("hub.lease_seconds")).as("lease").matches("[1-9]\\d*");
      }
    }

    /** Publishes and returns the deliveries. */
    List<Subscriber.Received> publish(String topic, Content content) {
      int before = subscriber.deliveries().size();
      hub.paper.feed(topic, content);
      hub.check();
      hub.work();
      List<Subscriber.Received> all = subscriber.deliveries();
      return all.subList(before, all.size());
    }

    String callback() {
      return subscriber.url("/push?token=abc");
    }

    @Override
    public void close() {
      hub.close();
      caller.close();
      subscriber.close();
    }
  }

  private static Content feed(String text) {
    return new Content(
        Newspaper.TYPE, ("<feed>" + text + " and what a feed has</feed>").getBytes(UTF_8));
  }

  private static void checkDelivery(Subscriber.Received delivery, Content content, String link) {
    assertThat(delivery.header("Content-Type")).isEqualTo(content.contentType());
    assertThat(delivery.header("Link")).isEqualTo(link);
    assertThat(delivery.body()).as("body").isEqualTo(content.body());
  }

  private static void checkAll(Wire wire) {
    // Subscribe and get the content.
    wire.request("subscribe", Hub.TOPIC);
    List<Subscriber.Received> plain = wire.publish(Hub.TOPIC, feed("two"));
    assertThat(plain).hasSize(1);
    checkDelivery(plain.get(0), feed("two"), LINK);
    assertThat(plain.get(0).headers()).doesNotContainKey("x-hub-signature");

    // With a secret, and parameters that nobody knows; a renewal is no second subscription.
    wire.request("subscribe", Hub.TOPIC, "hub.secret", "geheim", "hub.foo", "bar", "foo", "bar");
    List<Subscriber.Received> signed = wire.publish(Hub.TOPIC, feed("three"));
    assertThat(signed).hasSize(1);
    checkDelivery(signed.get(0), feed("three"), LINK);
    assertThat(signed.get(0).header("X-Hub-Signature"))
        .isEqualTo(Secrets.signature("geheim".getBytes(UTF_8), signed.get(0).body()));

    // Unsubscribe and get nothing.
    wire.request("unsubscribe", Hub.TOPIC);
    assertThat(wire.publish(Hub.TOPIC, feed("four"))).isEmpty();

    // Topics that are text or JSON are delivered as they are.
    for (String type : List.of("text/plain; charset=utf-8", "application/feed+json")) {
      String topic = Hub.BASE + "topics/" + type.substring(0, 4);
      wire.hub.paper.feed(topic, new Content(type, "one".getBytes(UTF_8)));
      wire.request("subscribe", topic);
      Content content = new Content(type, "{\"items\":[]}".getBytes(UTF_8));
      List<Subscriber.Received> deliveries = wire.publish(topic, content);
      assertThat(deliveries).hasSize(1);
      checkDelivery(deliveries.get(0), content, LINK.replace(Hub.TOPIC, topic));
      wire.request("unsubscribe", topic);
    }
  }

  @Test
  void theHubPassesSevenChecks() {
    try (Wire wire = new Wire(Optional.empty())) {
      checkAll(wire);
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aHubWithAFaultFails(Fault fault) {
    try (Wire wire = new Wire(Optional.of(fault))) {
      assertThatThrownBy(() -> checkAll(wire)).isInstanceOf(AssertionError.class);
    }
  }
}
