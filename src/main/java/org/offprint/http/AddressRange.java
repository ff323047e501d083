package org.offprint.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits, as in {@code 10.0.0.0/8}; one address alone shares all its bits.
 *
 * @param first an address in it; what follows its prefix does not count
 * @param prefix how many bits they share, at least one: a range of everybody would name nobody
 */
public record AddressRange(InetAddress first, int prefix) {
  private static final Pattern TEXT = Pattern.compile("([^/]*)(?:/(\\d{1,3}))?");
  /** The bits that mark an IPv4 address inside an IPv6 one. */
  private static final int MAPPED = 96;

  /** Checks that there is such a prefix. */
  public AddressRange {
    int bits = bits(first);
    if (prefix < 1 || prefix > bits) {
      throw new IllegalArgumentException("prefix %s must be 1 to %s".formatted(prefix, bits));
    }
  }

  /** Reads an address, or an address and the length of its prefix. */
  static Optional<AddressRange> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? IpAddresses.parse(parts.group(1))
            .flatMap(first -> of(first, prefix(first, parts.group(1), parts.group(2))))
        : Optional.empty();
  }

  private static int prefix(InetAddress first, String address, @Nullable String length) {
    if (length == null) {
      return bits(first);
    }
    boolean isMapped = first instanceof Inet4Address && address.contains(":");
    return Integer.parseInt(length) - (isMapped ? MAPPED : 0);
  }

  private static Optional<AddressRange> of(InetAddress first, int prefix) {
    return prefix < 1 || prefix > bits(first)
        ? Optional.empty()
        : Optional.of(new AddressRange(first, prefix));
  }

  /** Whether an address is in it; one of the other family never is. */
  boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    int whole = prefix / Byte.SIZE;
    int rest = Byte.SIZE - prefix % Byte.SIZE;
    return Arrays.equals(own, 0, whole, other, 0, whole)
        && (rest == Byte.SIZE || (own[whole] ^ other[whole]) >> rest == 0);
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }
}
