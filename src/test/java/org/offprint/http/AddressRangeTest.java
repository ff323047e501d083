package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRangeTest {
  private static InetAddress address(String text) {
    return IpAddresses.parse(text).orElseThrow(() -> new AssertionError(text));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "10.0.0.0/8, 10.0.0.0",
    "10.0.0.0/8, 10.255.255.255",
    "10.1.2.3/8, 10.200.0.1",
    "172.16.0.0/12, 172.16.0.0",
    "172.16.0.0/12, 172.31.255.255",
    "128.0.0.0/1, 255.255.255.255",
    "192.0.2.128/25, 192.0.2.128",
    "192.0.2.1/32, 192.0.2.1",
    "2001:db8::1, 2001:DB8:0:0::1",
    "2001:db8::/32, 2001:db8:ffff::1",
    "fc00::/7, fdff::1",
    "8000::/1, ffff::1",
    "2001:db8::8/125, 2001:db8::f",
    "::ffff:192.0.2.1, 192.0.2.1",
    "192.0.2.1, ::ffff:192.0.2.1",
    "::ffff:10.0.0.0/104, 10.9.9.9",
    "::ffff:c000:201, 192.0.2.1"
  })
  void holdsAddress(String range, String address) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address(address)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "10.0.0.0/8, 11.0.0.0",
    "10.0.0.0/8, 9.255.255.255",
    "172.16.0.0/12, 172.32.0.0",
    "172.16.0.0/12, 172.15.255.255",
    "128.0.0.0/1, 127.255.255.255",
    "0.0.0.0/1, 128.0.0.0",
    "192.0.2.128/25, 192.0.2.127",
    "192.0.2.0/31, 192.0.2.2",
    "2001:db8::/32, 2001:db9::",
    "fc00::/7, fe00::1",
    "2001:db8::8/125, 2001:db8::10",
    "::/1, 10.0.0.1",
    "10.0.0.0/8, a00::",
    "::ffff:10.0.0.0/104, 11.0.0.1"
  })
  void leavesAddressOut(String range, String address) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address(address)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/0",
        "::/0",
        "::ffff:0.0.0.0/96",
        "::ffff:10.0.0.0/8",
        "10.0.0.0/33",
        "10.0.0.0/999",
        "10.0.0.0/-8",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "2001:db8::/129",
        "10.0.0/24",
        "10.0.0.0 /8",
        "localhost/8"
      })
  void isNothingElse(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "proxy.example.org",
        "256.0.0.1",
        "192.0.2",
        "192.0.2.1.5",
        "010.0.0.1",
        "0x7f.0.0.1",
        "2130706433",
        "192.0.2.1:80",
        "[2001:db8::1]",
        "fe80::1%eth0",
        "1::2::3",
        "2001:db8",
        "12345::",
        "::g",
        ":",
        ".:",
        "١٩٢.0.2.1",
        " 192.0.2.1",
        "192.0.2.1\n"
      })
  void addressIsNoNameAndNothingLookedUp(String text) {
    assertThat(IpAddresses.parse(text)).isEmpty();
  }

  @Test
  void sharesAtLeastOneBitAndNotMoreThanThereAre() {
    InetAddress address = address("10.0.0.0");

    assertThatIllegalArgumentException().isThrownBy(() -> new AddressRange(address, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AddressRange(address, 33))
        .withMessageContaining("33");
  }
}
