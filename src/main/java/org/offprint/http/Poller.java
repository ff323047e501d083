package org.offprint.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Somebody who asks for one feed again and again.
 *
 * <p>Each feed counts by itself. An aggregator that takes a hundred sections once an hour does nothing
 * wrong; what is wrong is to fetch the same document over and over. And the fewer a refusal hits the better:
 * some readers then leave all feeds of the host alone for a while.
 *
 * @param client an IPv4 address, or the network (/64) of an IPv6 address: that is what one household or
 *     machine is given, and it may take another address in it for each request
 * @param path where the feed stands, without query: a number put there to get around caches makes no other
 *     feed
 */
record Poller(InetAddress client, String path) {
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  /** The poller at an address. */
  static Poller of(InetAddress address, String path) {
    if (address instanceof Inet4Address) {
      return new Poller(address, path);
    }
    byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    return new Poller(IpAddresses.of(Arrays.copyOf(network, IPV6_BYTES)), path);
  }
}
