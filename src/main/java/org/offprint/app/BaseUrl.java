package org.offprint.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address under which readers reach the publication. */
final class BaseUrl {
  static final String EXPECTED = "an address such as https://example.org/ without ? and #";

  private BaseUrl() {}

  /** An http or https address that ends in a slash; one is added where it is missing. */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text : text + "/");
      boolean isWeb =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return isWeb
              && uri.getHost() != null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      // The caller reports it.
      return Optional.empty();
    }
  }
}
