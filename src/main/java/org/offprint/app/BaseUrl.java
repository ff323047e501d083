package org.offprint.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address under which readers reach the publication. */
final class BaseUrl {
  static final String EXPECTED = "an address such as https://example.org/ without ? and #";

  private static final int MOST_PORT = 65535;
  private static final Pattern HOST_WITH_UNDERSCORE =
      Pattern.compile("[A-Za-z0-9._-]+(?::\\d{1,5})?");

  private BaseUrl() {}

  /** An http or https address that ends in a slash; one is added where it is missing. */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text : text + "/");
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
}
