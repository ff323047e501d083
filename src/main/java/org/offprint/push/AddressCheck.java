package org.offprint.push;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides which addresses may be connected to: all that are public and not of this machine, and those that the operator allows. Addresses of the machine, of
 * private networks and of no network are what an attacker would have us call. Immutable.
 */
final class AddressCheck {
  private static final Pattern DECIMAL =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern NUMBER_AT_END =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

  /** The ranges of IPv4 that are not public. */
  private static final List<Network> NOT_PUBLIC = networks(
      "0.0.0.0/8",
      "10.0.0.0/8",
      "100.64.0.0/10",
      "127.0.0.0/8",
      "169.254.0.0/16",
      "172.16.0.0/12",
      "192.0.0.0/24",
      "192.0.2.0/24",
      "192.88.99.0/24",
      "192.168.0.0/16",
      "198.18.0.0/15",
      "198.51.100.0/24",
      "203.0.113.0/24",
      "224.0.0.0/4",
      "240.0.0.0/4");

  /** The only public range of IPv6, and the parts of it that are not. */
  private static final Network PUBLIC_6 = Network.parse("2000::/3");

  private static final List<Network> NOT_PUBLIC_6 =
      networks("2001::/23", "2001:db8::/32", "3fff::/20");

  private static final Network NAT64 = Network.parse("64:ff9b::/96");
  private static final Network TEREDO = Network.parse("2001::/32");
  private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

  private final List<Network> allowed;

  /** Checks addresses with networks that are allowed beside the public ones. */
  AddressCheck(List<Network> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  private static List<Network> networks(String... ranges) {
    return Stream.of(ranges).map(Network::parse).toList();
  }

  /** Returns true if a host is a number, but not in the usual form: programs read these differently. */
  static boolean isOddNumber(String host) {
    return NUMBER_AT_END.matcher(host).matches() && !DECIMAL.matcher(host).matches();
  }

  /** Returns true if an address may be connected to. */
  boolean mayConnect(InetAddress address) {
    if (allowed.stream().anyMatch(network -> network.contains(address))) {
      return true;
    } else if (isOwn(address)) {
      return false;
    } else if (address instanceof Inet4Address) {
      return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }
    byte[] bytes = address.getAddress();
    if (NAT64.contains(address)) {
      return mayConnect(embedded(bytes, 12, 0));
    } else if (SIX_TO_FOUR.contains(address)) {
      return mayConnect(embedded(bytes, 2, 0));
    } else if (TEREDO.contains(address)) {
      return mayConnect(embedded(bytes, 4, 0)) && mayConnect(embedded(bytes, 12, 0xff));
    }
    return PUBLIC_6.contains(address)
        && NOT_PUBLIC_6.stream().noneMatch(network -> network.contains(address));
  }

  /** Returns true for an address of this machine, at which its own server may listen. */
  private static boolean isOwn(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }

  /** Returns the address of IPv4 that an address of IPv6 leads to. */
  private static InetAddress embedded(byte[] bytes, int from, int mask) {
    byte[] four = Arrays.copyOfRange(bytes, from, from + 4);
    for (int i = 0; i < four.length; i++) {
      four[i] ^= (byte) mask;
    }
    try {
      return InetAddress.getByAddress(four);
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }
}
