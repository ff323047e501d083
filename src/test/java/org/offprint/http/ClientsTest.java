package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies stand at 10.0.0.1 and anywhere in fd00::/8; this server is connected to the first. */
final class ClientsTest {
  private static final String PROXY = "10.0.0.1";
  private static final List<String> NONE = List.of();

  private final Clients clients = new Clients(trusted(PROXY, "fd00::/8"));

  private static TrustedProxies trusted(String... names) {
    return Stream.of(names)
        .map(name -> TrustedProxies.parse(name).orElseThrow())
        .reduce(TrustedProxies.NONE, TrustedProxies::and);
  }

  private static InetAddress address(String text) {
    return IpAddresses.parse(text).orElseThrow(() -> new AssertionError(text));
  }

  private InetAddress forwarded(String... lines) {
    return clients.find(address(PROXY), List.of(lines), NONE);
  }

  private InetAddress xForwardedFor(String... lines) {
    return clients.find(address(PROXY), NONE, List.of(lines));
  }

  @Nested
  final class WithoutTrustedProxy {
    @Test
    void areWhoConnects() {
      Clients direct = new Clients(TrustedProxies.NONE);

      assertThat(direct.find(address("192.0.2.7"), NONE, NONE)).isEqualTo(address("192.0.2.7"));
      assertThat(direct.find(
              address("192.0.2.7"), List.of("for=198.51.100.1"), List.of("198.51.100.1")))
          .isEqualTo(address("192.0.2.7"));
      assertThat(direct.find(address("127.0.0.1"), NONE, List.of("198.51.100.1")))
          .isEqualTo(address("127.0.0.1"));
    }

    @Test
    void areWhoConnectsBesideTheProxy() {
      assertThat(clients.find(
              address("10.0.0.2"), List.of("for=198.51.100.1"), List.of("198.51.100.1")))
          .isEqualTo(address("10.0.0.2"));
    }

    @Test
    void areTheProxyThatSpeaksForItself() {
      assertThat(clients.find(address(PROXY), NONE, NONE)).isEqualTo(address(PROXY));
      assertThat(forwarded("")).isEqualTo(address(PROXY));
      assertThat(xForwardedFor("", " , ")).isEqualTo(address(PROXY));
    }
  }

  @Nested
  final class BehindOneProxy {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "for=192.0.2.7 | 192.0.2.7",
          "For=192.0.2.7 | 192.0.2.7",
          "FOR=\"192.0.2.7\" | 192.0.2.7",
          "for=192.0.2.7:4711 | 192.0.2.7",
          "for=\"192.0.2.7:4711\" | 192.0.2.7",
          "for=\"192.0.2.7:_hidden\" | 192.0.2.7",
          "for=\"[2001:db8:cafe::17]\" | 2001:db8:cafe::17",
          "for=\"[2001:DB8:CAFE::17]:4711\" | 2001:db8:cafe::17",
          "for=[2001:db8:cafe::17]:4711 | 2001:db8:cafe::17",
          "for=2001:db8:cafe::17 | 2001:db8:cafe::17",
          "for=\"[::ffff:192.0.2.7]\" | 192.0.2.7",
          "proto=https;for=192.0.2.7;by=10.0.0.1;host=news.example.org | 192.0.2.7",
          "for=192.0.2.7; proto=https ; by=10.0.0.1; | 192.0.2.7",
          "host=\"a,b;for=198.51.100.1\";for=192.0.2.7 | 192.0.2.7",
          "for=198.51.100.1, for=192.0.2.7 | 192.0.2.7",
          "for=198.51.100.1,,for=192.0.2.7, , | 192.0.2.7",
          "for=unknown, for=192.0.2.7 | 192.0.2.7",
          "proto=https, for=192.0.2.7 | 192.0.2.7"
        })
    void areWhomForwardedNames(String line, String client) {
      assertThat(forwarded(line)).isEqualTo(address(client));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "192.0.2.7 | 192.0.2.7",
          "192.0.2.7:4711 | 192.0.2.7",
          "2001:db8:cafe::17 | 2001:db8:cafe::17",
          "2001:DB8:CAFE::17 | 2001:db8:cafe::17",
          "[2001:db8:cafe::17]:4711 | 2001:db8:cafe::17",
          "[2001:db8:cafe::17] | 2001:db8:cafe::17",
          "::ffff:192.0.2.7 | 192.0.2.7",
          "198.51.100.1, 192.0.2.7 | 192.0.2.7",
          "198.51.100.1,192.0.2.7 | 192.0.2.7",
          ", 192.0.2.7 , | 192.0.2.7",
          "unknown, 192.0.2.7 | 192.0.2.7",
          "<script>, 192.0.2.7 | 192.0.2.7"
        })
    void areWhomXForwardedForNames(String line, String client) {
      assertThat(xForwardedFor(line)).isEqualTo(address(client));
    }

    @Test
    void areNamedInTheLastLine() {
      assertThat(xForwardedFor("198.51.100.1", "198.51.100.2, 192.0.2.7"))
          .isEqualTo(address("192.0.2.7"));
      assertThat(forwarded("for=198.51.100.1", "for=192.0.2.7")).isEqualTo(address("192.0.2.7"));
    }

    @Test
    void cannotSpoilTheLineOfTheProxyByTheirOwn() {
      assertThat(forwarded("for=\"", "for=192.0.2.7")).isEqualTo(address("192.0.2.7"));
      assertThat(xForwardedFor(",".repeat(10_000), "192.0.2.7")).isEqualTo(address("192.0.2.7"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "for=unknown",
          "for=_hidden",
          "for=_SEVKISEK",
          "for=\"_gazonk:80\"",
          "for=client.example.org",
          "for=192.0.2.300",
          "for=\"[2001:db8::1\"",
          "for=\"[192.0.2.7\"",
          "for=\"192.0.2.7:80:80\"",
          "for=",
          "for=\"\"",
          "for",
          "proto=https",
          "for=192.0.2.7;for=192.0.2.8",
          "for=192.0.2.7;For=192.0.2.7",
          "for=192.0.2.7 proto=https",
          "for=\"192.0.2.7",
          "for=\"192.0.2.7\"x",
          "for=\"192.0.2.\\7\"",
          "for=192.0.2.7\"",
          "=192.0.2.7",
          "192.0.2.7",
          "for=198.51.100.1, for=unknown",
          "for=198.51.100.1, for=_hidden"
        })
    void areTheProxyWhereForwardedDoesNotSay(String line) {
      assertThat(forwarded(line)).isEqualTo(address(PROXY));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "unknown",
          "client.example.org",
          "192.0.2.300",
          "[2001:db8::1",
          "192.0.2.7:80:80",
          "192.0.2.7 198.51.100.1",
          "for=192.0.2.7",
          "198.51.100.1, unknown"
        })
    void areTheProxyWhereXForwardedForDoesNotSay(String line) {
      assertThat(xForwardedFor(line)).isEqualTo(address(PROXY));
    }

    /** The proxy adds to what its client sent, in the same line. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "for=\"",
          "for=198.51.100.1, for=\"",
          "for=198.51.100.1;host=\"",
          "for=198.51.100.1;host=\"\\",
          "for=198.51.100.1;for=\"x",
          "for=\"[",
        })
    void cannotQuoteAwayWhatTheProxyAdds(String own) {
      assertThat(forwarded(own + ", for=192.0.2.7")).isEqualTo(address(PROXY));
      assertThat(forwarded(own + ", for=\"192.0.2.7\"")).isEqualTo(address(PROXY));
      assertThat(forwarded(own + ", for=\"[2001:db8:cafe::17]:80\"")).isEqualTo(address(PROXY));
    }

    @Test
    void areTheProxyWhereTheLineIsTooLong() {
      String own = "198.51.100.1, ".repeat(200);

      assertThat(xForwardedFor(own + "192.0.2.7")).isEqualTo(address(PROXY));
      assertThat(forwarded("for=" + own.replace(", ", ", for=") + "192.0.2.7"))
          .isEqualTo(address(PROXY));
    }
  }

  @Nested
  final class BehindSeveralProxies {
    @Test
    void areFoundBehindAllThatAreTrusted() {
      assertThat(xForwardedFor("198.51.100.1, 192.0.2.7, fd00::2, fd00::1"))
          .isEqualTo(address("192.0.2.7"));
      assertThat(
              forwarded("for=198.51.100.1, for=192.0.2.7", "for=\"[fd00::2]\", for=\"[fd00::1]\""))
          .isEqualTo(address("192.0.2.7"));
    }

    @Test
    void areTheFirstThatIsNotTrusted() {
      assertThat(xForwardedFor("fd00::9, 192.0.2.7, 198.51.100.1, fd00::1"))
          .isEqualTo(address("198.51.100.1"));
    }

    @Test
    void areTheLastThatSaysNoMore() {
      assertThat(xForwardedFor("192.0.2.7, unknown, fd00::1")).isEqualTo(address("fd00::1"));
      assertThat(forwarded("for=192.0.2.7, for=_hidden, for=\"[fd00::1]\""))
          .isEqualTo(address("fd00::1"));
    }

    @Test
    void areTheFarthestWhereAllAreTrusted() {
      assertThat(xForwardedFor("fd00::2, fd00::1")).isEqualTo(address("fd00::2"));
    }
  }

  @Nested
  final class WithBothHeaders {
    @Test
    void areWhomBothName() {
      assertThat(clients.find(
              address(PROXY), List.of("for=\"[fd00::1]\", for=192.0.2.7"), List.of("192.0.2.7")))
          .isEqualTo(address("192.0.2.7"));
    }

    @Test
    void areWhomOneNamesWhereTheOtherIsEmpty() {
      assertThat(clients.find(address(PROXY), List.of(""), List.of("192.0.2.7")))
          .isEqualTo(address("192.0.2.7"));
    }

    /** Whichever of them the proxy wrote, the other one is the client's invention. */
    @ParameterizedTest
    @ValueSource(strings = {"for=198.51.100.1", "for=unknown", "for=\"", "nonsense"})
    void areTheProxyWhereTheyDiffer(String forwarded) {
      assertThat(clients.find(address(PROXY), List.of(forwarded), List.of("192.0.2.7")))
          .isEqualTo(address(PROXY));
    }
  }

  @Test
  void areIpv4WhereIpv4IsMapped() throws UnknownHostException {
    byte[] mapped = Inet6Address.getByName("::1").getAddress();
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 10;
    InetAddress peer = Inet6Address.getByAddress("", mapped, 0);

    assertThat(peer).isInstanceOf(Inet6Address.class);
    assertThat(clients.find(peer, NONE, NONE)).isEqualTo(address(PROXY));
    assertThat(clients.find(peer, NONE, List.of("192.0.2.7"))).isEqualTo(address("192.0.2.7"));
  }

  @Test
  void areFoundWhateverTheZoneOfTheProxy() throws UnknownHostException {
    InetAddress peer = Inet6Address.getByAddress("", address("fd00::1").getAddress(), 3);

    assertThat(clients.find(peer, NONE, List.of("192.0.2.7"))).isEqualTo(address("192.0.2.7"));
    assertThat(clients.find(peer, NONE, NONE)).isEqualTo(address("fd00::1"));
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.SECONDS)
  void areFoundInTimeWhateverIsSent() {
    for (String hostile :
        List.of(" ", "\t=", "\"", "for=", "[", ":", "a", ";", ",", "\\", "::ffff:")) {
      String line = hostile.repeat(2000 / hostile.length());
      for (int i = 0; i < 20; i++) {
        assertThat(forwarded(line)).isEqualTo(address(PROXY));
        assertThat(forwarded("for=\"" + line.substring(10) + "\"")).isEqualTo(address(PROXY));
        assertThat(xForwardedFor(line)).isEqualTo(address(PROXY));
      }
    }
  }

  @Nested
  final class Trusted {
    @ParameterizedTest
    @CsvSource({
      "loopback, 127.0.0.1",
      "loopback, 127.255.0.9",
      "loopback, ::1",
      "private, 10.255.0.1",
      "private, 172.16.0.1",
      "private, 172.31.255.255",
      "private, 192.168.1.1",
      "private, fd12:3456::1"
    })
    void byWordIncludes(String word, String address) {
      assertThat(trusted(word).include(address(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "loopback, 10.0.0.1",
      "loopback, ::2",
      "private, 127.0.0.1",
      "private, ::1",
      "private, 172.32.0.1",
      "private, 192.169.0.1",
      "private, 169.254.0.1",
      "private, 2001:db8::1",
      "private, fe80::1"
    })
    void byWordLeavesOut(String word, String address) {
      assertThat(trusted(word).include(address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "Private", "public", "localhost", "proxy.example.org", "0.0.0.0/0", "*"})
    void byNothingElse(String name) {
      assertThat(TrustedProxies.parse(name)).isEmpty();
    }

    @Test
    void cannotBeAddedTo() {
      assertThatThrownBy(
              () -> TrustedProxies.NONE.ranges().add(AddressRange.parse("::1").orElseThrow()))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
