package org.offprint.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a request says that decides over the answer.
 *
 * @param method as it was sent
 * @param query what stands behind the question mark; may be empty
 * @param peer who opened the connection
 * @param headers the values of a header, line by line
 */
record Asked(
    String method,
    String query,
    Supplier<InetAddress> peer,
    Function<String, List<String>> headers) {
  /** By that query a person gets the document of a feed, and no page about it. */
  private static final String RAW = "raw";

  /** Whether it only wants to read. */
  boolean isRead() {
    return method.equals("GET") || isHead();
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Whether it asks what may be asked, as browsers do before they let a script ask with validators. */
  boolean isPreflight() {
    return method.equals("OPTIONS");
  }

  /** A header; a list may be spread over several lines (RFC 9110 section 5.3). */
  Optional<String> find(String header) {
    List<String> lines = headers.apply(header);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(lines.size() == 1 ? lines.get(0) : String.join(", ", lines));
  }

  /** Whether a script of our own pages asks: browsers alone send that. */
  boolean isByPage() {
    return find("Sec-Fetch-Site").filter("same-origin"::equals).isPresent();
  }

  /** Whether a person opened the address in a browser, and asks for no document by {@code ?raw}. */
  boolean isNavigation() {
    // Nothing but browsers sends these headers.
    return !query.equals(RAW)
        && find("Sec-Fetch-Dest").filter("document"::equals).isPresent()
        && find("Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
  }
}
