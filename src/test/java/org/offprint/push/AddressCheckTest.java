package org.offprint.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that may be connected to, and texts that are read as none. Nothing is connected to. */
final class AddressCheckTest {
  private static final AddressCheck CHECK = new AddressCheck(List.of());

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::808:808",
        "100::1",
        "2001:db8::1",
        "2001:2::1",
        "2001:10::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:101::",
        "3fff::1",
        "2001:0:7f00:1::f7f7:f7f7",
        "2001:0:808:808::80ff:fffe",
        "2001:0:808:808::3f57:fefe",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1"
      })
  void refusesWhatIsNotPublic(String text) throws UnknownHostException {
    assertThat(CHECK.mayConnect(address(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2001:4860:4860::8888",
        "2a00:1450:4001::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "2001:0:808:808::f7f7:f7f7",
        "::ffff:8.8.8.8"
      })
  void allowsWhatIsPublic(String text) throws UnknownHostException {
    assertThat(CHECK.mayConnect(address(text))).isTrue();
  }

  @Test
  void refusesEveryAddressOfThisMachine() throws SocketException {
    List<InetAddress> own = NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .toList();

    assertThat(own).isNotEmpty().noneMatch(new AddressCheck(List.of())::mayConnect);
  }

  @Test
  void allowsTheNetworksOfTheOperatorToo() throws UnknownHostException {
    AddressCheck check =
        new AddressCheck(List.of(Network.parse("10.1.0.0/16"), Network.parse("fd00:1::/32")));

    assertThat(check.mayConnect(address("10.1.255.255"))).isTrue();
    assertThat(check.mayConnect(address("64:ff9b::10.1.0.1"))).isTrue();
    assertThat(check.mayConnect(address("fd00:1::1"))).isTrue();
    assertThat(check.mayConnect(address("8.8.8.8"))).isTrue();
    assertThat(check.mayConnect(address("10.2.0.0"))).isFalse();
    assertThat(check.mayConnect(address("127.0.0.1"))).isFalse();
    assertThat(check.mayConnect(address("fd00:2::1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0177.0.0.1",
        "0x7f.0.0.1",
        "0x7f000001",
        "2130706433",
        "127.1",
        "127.0.1",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.04",
        "1.2.3.4.",
        "0",
        "0x",
        "a.b.1",
        "example.0x1"
      })
  void findsOddNumbers(String host) {
    assertThat(AddressCheck.isOddNumber(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "8.8.8.8",
        "0.0.0.0",
        "255.255.255.255",
        "reader.example",
        "1.example",
        "0x7f.example",
        "[::1]",
        "123-abc",
        "4chan.example"
      })
  void takesUsualNumbersAndNames(String host) {
    assertThat(AddressCheck.isOddNumber(host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, 11.0.0.0",
    "10.1.2.3/32, 10.1.2.3, 10.1.2.4",
    "0.0.0.0/0, 8.8.8.8, ::1",
    "192.168.1.128/25, 192.168.1.200, 192.168.1.127",
    "fd00::/8, fdff::1, fc00::1",
    "::1/128, ::1, ::2"
  })
  void readsNetworks(String cidr, String inside, String outside) throws UnknownHostException {
    assertThat(Network.parse(cidr).contains(address(inside))).isTrue();
    assertThat(Network.parse(cidr).contains(address(outside))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0/8",
        "256.0.0.0/8",
        "fd00::/129",
        "fd00:::/8",
        "localhost/8",
        "10.0.0.0/-1",
        "10.0.0.0/8,",
        "a:/8"
      })
  void saysWhatANetworkIs(String text) {
    assertThatThrownBy(() -> Network.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'%s' is no network: write an address and a number of bits, ".formatted(text)
            + "for example 10.0.0.0/8 or fd00::/8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://reader.example/x | true",
        "HTTPS://READER.example:8443/x?y=z | true",
        "https://reader.example:443 | true",
        "https://8.8.8.8/ | true",
        "https://[2606:4700::1]/ | true",
        "http://reader.example/ | false",
        "ftp://reader.example/ | false",
        "//reader.example/ | false",
        "/push | false",
        "https:reader.example | false",
        "https:///push | false",
        "https://user@reader.example/ | false",
        "https://user:pass@reader.example/ | false",
        "https://reader.example/#part | false",
        "https://reader.example/# | false",
        "https://reader.example:22/ | false",
        "https://reader.example:25/ | false",
        "https://reader.example:6379/ | false",
        "https://news.example/x | false",
        "https://NEWS.example./x | false",
        "https://0177.0.0.1/ | false",
        "https://2130706433/ | false",
        "https://0x7f000001/ | false",
        "https://127.1/ | false",
        "https://reader.example/a b | false",
        "https://reader.example/ä | false",
        "https://ä.example/ | false",
        "javascript:alert(1) | false"
      })
  void judgesCallbacksByTheirText(String callback, boolean isTaken) {
    assertThat(CallbackRules.DEFAULT.refusal(callback, "news.example").isEmpty())
        .isEqualTo(isTaken);
  }

  @Test
  void takesCallbacksOf2048Characters() {
    String longest = "https://reader.example/" + "x".repeat(2048 - 23);

    assertThat(CallbackRules.DEFAULT.refusal(longest, "news.example")).isEmpty();
    assertThat(CallbackRules.DEFAULT.refusal(longest + "x", "news.example"))
        .contains("hub.callback is longer than 2048 characters");
  }
}
