package org.offprint.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies whose word about their clients counts: those that the operator names. Immutable.
 *
 * @param ranges where their addresses lie
 */
public record TrustedProxies(List<AddressRange> ranges) {
  /** None: nobody's word counts. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  /** What a name must be, for messages. */
  public static final String EXPECTED =
      "an address such as 192.0.2.1, a range such as 10.0.0.0/8 or fd00::/8, or one of the words"
          + " loopback and private";

  private static final TrustedProxies LOOPBACK = ofRanges("127.0.0.0/8", "::1");
  /** RFC 1918 and RFC 4193. */
  private static final TrustedProxies PRIVATE =
      ofRanges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  private static final Map<String, TrustedProxies> WORDS =
      Map.of("loopback", LOOPBACK, "private", PRIVATE);

  /** Those within ranges. */
  public TrustedProxies {
    ranges = List.copyOf(ranges);
  }

  private static TrustedProxies ofRanges(String... ranges) {
    return new TrustedProxies(
        Stream.of(ranges).flatMap(range -> AddressRange.parse(range).stream()).toList());
  }

  /**
   * Reads one name: an address, a range, {@code loopback}, or {@code private} (RFC 1918 and RFC 4193). Host
   * names are not looked up, since what they mean can change.
   */
  public static Optional<TrustedProxies> parse(String name) {
    return Optional.ofNullable(WORDS.get(name))
        .or(() -> AddressRange.parse(name).map(range -> new TrustedProxies(List.of(range))));
  }

  /** These and those. */
  public TrustedProxies and(TrustedProxies others) {
    return new TrustedProxies(
        Stream.concat(ranges.stream(), others.ranges.stream()).toList());
  }

  boolean include(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  /** Whether an address is of this machine or a private network, as those of most proxies are. */
  static boolean couldInclude(InetAddress address) {
    return LOOPBACK.include(address) || PRIVATE.include(address);
  }
}
