package org.offprint.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests go to checked addresses only, and end. */
final class CallerTest {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private static Caller caller(Caller.Lookup lookup, String... allowed) {
    return new Caller(
        new AddressCheck(List.of(allowed).stream().map(Network::parse).toList()),
        lookup,
        CONNECT,
        "Offprint");
  }

  private static Outgoing.Answer get(Caller caller, String url) {
    return caller.send(Outgoing.Message.get(url), Duration.ofSeconds(5), 10);
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return addresses;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
  void neverConnectsToTheMachineItself(String host) {
    try (Subscriber subscriber = new Subscriber();
        Caller caller = caller(InetAddress::getAllByName)) {
      Outgoing.Answer answer = get(caller, "http://" + host + ":" + subscriber.port() + "/");

      assertThat(answer.outcome()).isEqualTo("refused");
      assertThat(subscriber.received).isEmpty();
    }
  }

  @Test
  void refusesANameThatChangesItsAddressToAnInnerOne() {
    AtomicInteger lookups = new AtomicInteger();
    try (Subscriber subscriber = new Subscriber();
        Caller caller = caller(
            host -> addresses(lookups.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1"),
            "127.0.0.2/32")) {
      String url = "http://rebinding.example:" + subscriber.port() + "/";
      Outgoing.Answer first = get(caller, url);
      int asked = lookups.get();
      Outgoing.Answer second = get(caller, url);

      assertThat(first.outcome()).isEqualTo("failed");
      assertThat(asked).isEqualTo(1);
      assertThat(second.outcome()).isEqualTo("refused");
      assertThat(subscriber.received).isEmpty();
    }
  }

  @Test
  void refusesANameWithOneInnerAddress() {
    try (Subscriber subscriber = new Subscriber();
        Caller caller = caller(host -> addresses("127.0.0.1", "10.0.0.1"), "127.0.0.1/32")) {
      assertThat(get(caller, "http://mixed.example:" + subscriber.port() + "/").outcome())
          .isEqualTo("refused");
      assertThat(subscriber.received).isEmpty();
    }
  }

  @Test
  void connectsToTheAddressThatWasChecked() {
    AtomicInteger lookups = new AtomicInteger();
    try (Subscriber subscriber = new Subscriber();
        Caller caller = caller(
            host -> {
              lookups.incrementAndGet();
              return addresses("127.0.0.1");
            },
            "127.0.0.1/32")) {
      String url = "http://name.example:" + subscriber.port() + "/?hub.challenge=yes";
      assertThat(get(caller, url).body()).isEqualTo("yes".getBytes(US_ASCII));
      assertThat(get(caller, url).status()).isEqualTo(200);
      assertThat(lookups).hasValue(2);
      assertThat(subscriber.received.get(0).header("Host"))
          .isEqualTo("name.example:" + subscriber.port());
    }
  }

  @Test
  void refusesOddNumbersBeforeItLooksThemUp() {
    try (Caller caller = caller(host -> {
      throw new AssertionError("looked up " + host);
    })) {
      for (String host : List.of("0177.0.0.1", "2130706433", "0x7f.1")) {
        assertThat(get(caller, "http://" + host + "/").status()).isEqualTo(-1);
      }
    }
  }

  @Test
  void doesNotTalkWithoutTls() {
    try (Subscriber subscriber = new Subscriber();
        Caller caller = caller(InetAddress::getAllByName, "127.0.0.1/32")) {
      assertThat(get(caller, "https://127.0.0.1:" + subscriber.port() + "/").status())
          .isEqualTo(-1);
      assertThat(subscriber.received).isEmpty();
    }
  }

  @Test
  void givesUpAtTheDeadlineWhateverTheLookupDoes() {
    CountDownLatch end = new CountDownLatch(1);
    try (Caller caller = caller(host -> {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return addresses("127.0.0.1");
    })) {
      Outgoing.Answer answer =
          caller.send(Outgoing.Message.get("http://slow.example/"), Duration.ofMillis(200), 10);
      end.countDown();

      assertThat(answer.outcome()).isEqualTo("timeout");
    }
  }

  @Test
  void keepsNoCookiesAndAsksForNoCompression() {
    try (Subscriber subscriber = new Subscriber();
        Caller caller = caller(InetAddress::getAllByName, "127.0.0.1/32")) {
      subscriber.headers = Map.of("Set-Cookie", "a=b");
      get(caller, subscriber.url("/"));
      get(caller, subscriber.url("/"));

      assertThat(subscriber.received).hasSize(2);
      assertThat(subscriber.received.get(1).headers())
          .doesNotContainKeys("cookie", "accept-encoding", "authorization")
          .containsEntry("user-agent", "Offprint")
          .containsEntry("connection", "close");
    }
  }
}
