package org.offprint.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses IP addresses from text and bytes. Looks up no name: any other text is empty. */
final class IpAddresses {
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
  /** With a colon, and no zone: Java takes such a text for an address, or for a mistake. */
  private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

  private IpAddresses() {}

  /** Reads {@code 192.0.2.1} or {@code 2001:db8::1}; an IPv4-mapped IPv6 address is the IPv4 address. */
  static Optional<InetAddress> parse(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      // Digits and colons that make no address, such as "1::2::3".
      return Optional.empty();
    }
  }

  /**
   * The address of these bytes, without zone; an IPv4-mapped IPv6 address is the IPv4 address.
   *
   * @param bytes 4 or 16
   */
  static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(bytes.length + " bytes are no address", e);
    }
  }
}
