package org.offprint.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param prefix the number of leading bits that all its addresses share with the given one
 */
public record Network(InetAddress address, int prefix) {
  private static final Pattern CIDR =
      Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f.:]*:[0-9A-Fa-f.:]*)/(\\d{1,3})");

  /**
   * Reads a range, for example {@code 10.0.0.0/8} or {@code fd00::/8}.
   *
   * @throws IllegalArgumentException whose message names the text and what is expected
   */
  public static Network parse(String cidr) {
    Matcher matcher = CIDR.matcher(cidr);
    try {
      if (matcher.matches()) {
        InetAddress address = InetAddress.getByName(matcher.group(1));
        int prefix = Integer.parseInt(matcher.group(2));
        if (prefix <= address.getAddress().length * Byte.SIZE) {
          return new Network(address, prefix);
        }
      }
    } catch (UnknownHostException e) {
      // The message below says what is expected.
    }
    throw new IllegalArgumentException(
        "'%s' is no network: write an address and a number of bits, for example 10.0.0.0/8 or fd00::/8"
            .formatted(cidr));
  }

  /** Returns true if an address is in the range. */
  boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] others = other.getAddress();
    if (mine.length != others.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((mine[bit / Byte.SIZE] ^ others[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
