package org.offprint.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Finds the addresses of clients. Looks up no name. */
final class Clients {
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
  /** With a colon, and no zone: Java takes such a text for an address, or for a mistake. */
  private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private Clients() {}

  /** Lets Jetty take the address of the client from the proxy, but no host, scheme or port. */
  static void trustProxy(HttpConfiguration http) {
    ForwardedRequestCustomizer customizer = new ForwardedRequestCustomizer();
    // A proxy that sets one header passes on whatever the client wrote into the others.
    customizer.setForwardedHeader("");
    customizer.setForwardedHostHeader("");
    customizer.setForwardedServerHeader("");
    customizer.setForwardedProtoHeader("");
    customizer.setForwardedPortHeader("");
    customizer.setForwardedHttpsHeader("");
    customizer.setForwardedCipherSuiteHeader("");
    customizer.setForwardedSslSessionIdHeader("");
    http.addCustomizer(customizer);
  }

  /** Returns the address that the proxy reports, or else that of the peer. */
  static InetAddress of(Request request) {
    ConnectionMetaData connection = request.getConnectionMetaData();
    InetSocketAddress reported = (InetSocketAddress) connection.getRemoteSocketAddress();
    InetSocketAddress peer =
        (InetSocketAddress) connection.getConnection().getEndPoint().getRemoteSocketAddress();
    return parse(BRACKETS.matcher(reported.getHostString()).replaceAll(""))
        .orElseGet(() -> address(peer.getAddress().getAddress()));
  }

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

  /** Returns the /64 of an IPv6 address: one household or machine has it all, and may change its address at will. */
  static InetAddress network(InetAddress client) {
    return client instanceof Inet4Address
        ? client
        : address(Arrays.copyOf(Arrays.copyOf(client.getAddress(), NETWORK_BYTES), IPV6_BYTES));
  }

  /** Returns the address of 4 or 16 bytes, without zone; an IPv4-mapped IPv6 address is the IPv4 address. */
  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(bytes.length + " bytes are no address", e);
    }
  }
}
