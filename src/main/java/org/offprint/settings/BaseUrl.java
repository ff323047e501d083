package org.offprint.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address under which readers reach the publication. */
final class BaseUrl {
  static final String EXPECTED = "an address such as https://example.org/ without ? and #";

  /** Domains that no public name server knows (RFC 6761, RFC 6762, RFC 8375, and common ones of private networks). */
  private static final String PRIVATE_DOMAINS =
      ".*\\.(?:localhost|local|internal|lan|home\\.arpa|test|invalid)\\.?|localhost\\.";

  private static final int MOST_PORT = 65535;
  private static final Pattern WITH_AUTHORITY = Pattern.compile("(\\w+://)([^/?#]*)(.*)");
  private static final Pattern HOST_WITH_UNDERSCORE =
      Pattern.compile("[A-Za-z0-9._-]+(?::\\d{1,5})?");

  private BaseUrl() {}

  /**
   * Parses an http or https address that ends in a slash; one is added where it is missing. The host may be
   * internationalised and gets its ASCII form (RFC 5891), which is the one that clients resolve.
   */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(withAsciiHost(text.endsWith("/") ? text : text + "/"));
      boolean isWeb =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return isWeb && hasHost(uri) && uri.getRawQuery() == null && uri.getRawFragment() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      // The caller reports it.
      return Optional.empty();
    }
  }

  private static String withAsciiHost(String text) {
    Matcher address = WITH_AUTHORITY.matcher(text);
    if (!address.matches() || US_ASCII.newEncoder().canEncode(address.group(2))) {
      return text;
    }
    try {
      return address.group(1) + IDN.toASCII(address.group(2)) + address.group(3);
    } catch (IllegalArgumentException e) {
      // No host name: it is refused as any other address without one.
      return text;
    }
  }

  private static boolean hasHost(URI uri) {
    return !host(uri).isEmpty() && uri.getUserInfo() == null && uri.getPort() <= MOST_PORT;
  }

  /** The host in lower case; java.net.URI knows none that has an underscore, as containers have. */
  static String host(URI uri) {
    String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
    String host = Optional.ofNullable(uri.getHost())
        .orElse(
            HOST_WITH_UNDERSCORE.matcher(authority).matches()
                ? authority.replaceFirst(":\\d+$", "")
                : "");
    return host.toLowerCase(Locale.ROOT);
  }

  /** Returns true if readers elsewhere may reach the host: it has a domain, and is no address of this machine or network. */
  static boolean isPublic(URI uri) {
    String host = host(uri);
    if (!host.matches("[0-9.]+|\\[.*")) {
      return host.contains(".") && !host.matches(PRIVATE_DOMAINS);
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return !address.isLoopbackAddress()
          && !address.isAnyLocalAddress()
          && !address.isLinkLocalAddress()
          && !address.isSiteLocalAddress()
          && !isUniqueLocal(address);
    } catch (UnknownHostException e) {
      // A wrong literal is a host that nobody reaches.
      return false;
    }
  }

  /** Returns true for the private addresses of IPv6 (RFC 4193). */
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  /**
   * Returns the beginning of ids when the settings name none: {@code tag:HOST,2005}, the year of RFC 4287, and the path
   * of the address if it has one, so that two newsletters on one host have different ids.
   */
  static String tag(URI uri) {
    String path = URI.create(uri.toASCIIString()).getRawPath().replaceAll("^/+|/+$", "");
    return "tag:" + authority(uri) + ",2005" + (path.isEmpty() ? "" : ":" + path);
  }

  /**
   * Returns the host in the form that an id of RFC 4151 allows: letters, digits, dots and inner hyphens. The eight
   * groups of an IPv6 address are written in full, so that each spelling of it gives the same id.
   */
  private static String authority(URI uri) {
    String host = host(uri);
    return (host.startsWith("[") ? groups(host) : host).replaceAll("[^a-z0-9.-]", "-");
  }

  private static String groups(String literal) {
    try {
      byte[] address = InetAddress.getByName(literal).getAddress();
      return HexFormat.of().formatHex(address).replaceAll("(.{4})(?=.)", "$1-");
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal + " is no address of a host", e);
    }
  }
}
