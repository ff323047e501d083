package org.offprint.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void doesNotTalkToACertificateOfNobodyKnown(@TempDir Path folder) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ofNobody(folder.resolve("keys"))));
    server.createContext("/", exchange -> {
      asked.incrementAndGet();
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.start();
    try (Caller caller = caller(host -> addresses("127.0.0.1"), "127.0.0.1/32")) {
      String url = "https://localhost:" + server.getAddress().getPort() + "/";

      assertThat(get(caller, url).outcome()).isEqualTo(Outgoing.Answer.FAILED);
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  /** Returns TLS with a certificate for localhost that nobody has signed, as the tool of the JDK makes it. */
  private static SSLContext ofNobody(Path keys) throws Exception {
    char[] password = "changeit".toCharArray();
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(password),
            "-keystore",
            keys.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertThat(keytool.waitFor()).isZero();
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(KeyStore.getInstance(keys.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), new TrustManager[0], new SecureRandom());
    return context;
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
