package org.offprint.issue;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** URLs as authors write them, made absolute, valid, and comparable. */
final class Links {
  private static final Set<String> SCHEMES =
      Set.of("http", "https", "mailto", "ftp", "tel", "xmpp", "irc", "ircs", "matrix", "gemini");
  /** Schemes of addresses that run, or that tell of the author's machine. */
  private static final Set<String> HARMFUL =
      Set.of("javascript", "vbscript", "data", "blob", "file", "about");

  /** An address without its beginning, as browsers' address bars show it. */
  private static final Pattern HOST =
      Pattern.compile("(?i)www\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?:[:/?#].*)?");

  private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9.+-]+):\\S+\\s*");

  /** The characters that RFC 3986 lets stand in a URI; square brackets only in the authority. */
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?#%";

  /** A base that makes nothing absolute. */
  static final URI NOWHERE = URI.create("");

  /** No server takes a longer one; to resolve it would cost the square of its length. */
  static final int LONGEST = 10_000;

  /** A host name has at most 253 characters, but its encoded form can be shorter than the author's letters. */
  private static final int LONGEST_HOST = 1_000;

  private static final String WWW = "www.";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Links() {}

  /** Returns true if an address is harmless, but for programs that readers may lack, such as {@code webcal:}. */
  static boolean isForOtherPrograms(String address) {
    Matcher scheme = SCHEME.matcher(address);
    if (address.length() > LONGEST || !scheme.matches()) {
      return false;
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    return !SCHEMES.contains(name) && !HARMFUL.contains(name);
  }

  /**
   * The absolute form of a reference.
   *
   * @return empty if it cannot be a URI, is longer than any server takes, or has a scheme that readers should not follow
   */
  static Optional<URI> resolve(URI base, String reference) {
    if (reference.length() > LONGEST) {
      return Optional.empty();
    }
    String given = reference.strip();
    String encoded = encode(isHost(given) ? "https://" + given : given);
    if (encoded.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI absolute = withinRoot(resolve(base, new URI(encoded)));
      String scheme = absolute.getScheme();
      return scheme != null
              && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
              && (!isWeb(absolute) || hasHost(absolute))
          ? Optional.of(absolute)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Returns true for an address that lacks its beginning. */
  static boolean isHost(String reference) {
    return HOST.matcher(reference).matches();
  }

  /** Java finds no host in a name with an underscore, which resolves all the same; one with an escape never does. */
  private static boolean hasHost(URI uri) {
    String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
    return uri.getHost() != null || (!authority.isEmpty() && authority.indexOf('%') < 0);
  }

  /** A text as it stands, if it is an absolute URI of any scheme. */
  static Optional<URI> absolute(String text) {
    try {
      return Optional.of(new URI(text)).filter(URI::isAbsolute);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static URI resolve(URI base, URI reference) {
    // java.net.URI resolves "?q" and "" by the older RFC 2396, which drops the last path segment.
    if (reference.isAbsolute()
        || reference.getRawAuthority() != null
        || !reference.getRawPath().isEmpty()) {
      return base.resolve(reference);
    }
    String whole = base.toString();
    return URI.create(whole + reference);
  }

  /** RFC 3986 section 5.2.4, which java.net.URI predates: nothing is above the root. */
  private static URI withinRoot(URI uri) {
    String path = Optional.ofNullable(uri.getRawPath()).orElse("");
    if (!uri.isAbsolute() || !path.startsWith("/..")) {
      return uri;
    }
    String below = path;
    while (below.startsWith("/../") || below.equals("/..")) {
      below = below.equals("/..") ? "/" : below.substring("/..".length());
    }
    return URI.create(
        uri.toString().replaceFirst(Pattern.quote(path), Matcher.quoteReplacement(below)));
  }

  /** The links in an element that lead out of the issue, in order. */
  static Stream<Element> leavingFrom(Element element) {
    return element.stream().filter(Links::leaves);
  }

  /** Returns true if an element is a link that leads out of the issue, and not to a place in it. */
  static boolean leaves(Element element) {
    return element.normalName().equals("a")
        && element.hasAttr("href")
        && !element.attr("href").startsWith("#");
  }

  /** Returns true if the scheme is http or https. */
  static boolean isWeb(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * Percent-encodes the characters that a URI must not contain; existing escapes stay. A host with
   * letters beyond ASCII gets the form that DNS uses (RFC 3490).
   */
  static String encode(String given) {
    String reference = withAsciiHost(given);
    StringBuilder encoded = new StringBuilder(reference.length());
    int hostEnd = endOfAuthority(reference);
    boolean fragment = false;
    for (int i = 0; i < reference.length(); ) {
      int c = reference.codePointAt(i);
      boolean literal = (c < 128 && Character.isLetterOrDigit(c)) || ALLOWED.indexOf(c) >= 0;
      boolean broken = (c == '%' && !isEscape(reference, i)) || (c == '#' && fragment);
      boolean bracketOfHost = (c == '[' || c == ']') && i < hostEnd;
      fragment |= c == '#';
      if ((literal && !broken) || bracketOfHost) {
        encoded.appendCodePoint(c);
      } else if (c != '\n' && c != '\t' && c != '\r') {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append(HEX.toHexDigits(b));
        }
      }
      i += Character.charCount(c);
    }
    return encoded.toString();
  }

  private static String withAsciiHost(String reference) {
    int end = endOfAuthority(reference);
    int start = reference.indexOf("//") + 2;
    if (end == 0
        || end - start > LONGEST_HOST
        || reference.substring(start, end).chars().allMatch(c -> c < 128)) {
      return reference;
    }
    try {
      return reference.substring(0, start)
          + IDN.toASCII(reference.substring(start, end), IDN.ALLOW_UNASSIGNED)
          + reference.substring(end);
    } catch (IllegalArgumentException e) {
      // No host name at all: it will be percent-encoded.
      return reference;
    }
  }

  private static int endOfAuthority(String reference) {
    int start = reference.indexOf("//");
    if (start < 0) {
      return 0;
    }
    int end = start + 2;
    while (end < reference.length() && "/?#".indexOf(reference.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static String withoutSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String withoutCampaign(String query) {
    return Arrays.stream(query.split("&"))
        .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("utm_"))
        .collect(Collectors.joining("&"));
  }

  /**
   * The form in which two links to the same thing are equal: without scheme, {@code www.}, default
   * port, campaign parameters and trailing slash. Entry ids are derived from it, so it never changes.
   */
  static String normalise(URI link) {
    String host = Optional.ofNullable(link.getHost())
        .orElse(Optional.ofNullable(link.getRawAuthority()).orElse(""))
        .toLowerCase(Locale.ROOT);
    if (host.startsWith(WWW)) {
      host = host.substring(WWW.length());
    }
    String port = link.getPort() < 0 || link.getPort() == 80 || link.getPort() == 443
        ? ""
        : ":" + link.getPort();
    String path = withoutSlashes(Optional.ofNullable(link.getRawPath()).orElse(""));
    String query =
        Optional.ofNullable(link.getRawQuery()).map(Links::withoutCampaign).orElse("");
    String fragment = Optional.ofNullable(link.getRawFragment()).orElse("");
    return host
        + port
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }
}
