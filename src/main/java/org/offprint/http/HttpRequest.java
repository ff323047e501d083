package org.offprint.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * The parts of a request that decide on the reply.
 *
 * @param method as it was sent
 * @param path decoded, without query; a malformed one stays as it was sent
 * @param query the text behind the question mark; may be empty
 * @param client the address of the client
 * @param headers the values of a header, line by line
 */
record HttpRequest(
    String method,
    String path,
    String query,
    Supplier<InetAddress> client,
    Function<String, List<String>> headers) {
  /** With this query a browser gets the document of a feed, and no page about it. */
  private static final String RAW = "raw";

  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final Pattern LOCAL =
      Pattern.compile("(?i)(?:[a-z0-9.-]+\\.)?localhost\\.?|127(?:\\.\\d{1,3}){3}|\\[::1]|");

  /** Reads a request of Jetty. */
  static HttpRequest of(Request request) {
    return new HttpRequest(
        request.getMethod(),
        decoded(rawPath(request)),
        Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
        () -> Clients.of(request),
        name -> values(request.getHeaders(), name));
  }

  /** Returns the path as it was sent; empty where there is none. */
  static String rawPath(Request request) {
    return Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return new URI("http://localhost" + path).getPath();
    } catch (URISyntaxException e) {
      return path;
    }
  }

  /** Most headers that are looked for are not there. */
  private static List<String> values(HttpFields headers, String name) {
    List<String> values = List.of();
    for (HttpField field : headers) {
      if (field.is(name)) {
        values = values.isEmpty() ? new ArrayList<>() : values;
        values.add(field.getValue());
      }
    }
    return values;
  }

  /** Returns whether it only wants to read. */
  boolean isRead() {
    return method.equals("GET") || isHead();
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Returns whether it asks what may be asked, as browsers do before they let a script send validators. */
  boolean isPreflight() {
    return method.equals("OPTIONS") && path.startsWith("/");
  }

  /** Returns a header; a list may be spread over several lines (RFC 9110 section 5.3). */
  Optional<String> find(String header) {
    List<String> lines = headers.apply(header);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(lines.size() == 1 ? lines.get(0) : String.join(", ", lines));
  }

  /**
   * Returns true if the request is to a host that is neither this machine's own name nor the one it listens on. A page of another
   * site may have let its name lead here (DNS rebinding), and browsers then let its scripts read the reply.
   */
  boolean isForeign(String host) {
    return find("Host")
        .map(name -> PORT.matcher(name).replaceFirst(""))
        .filter(name -> !LOCAL.matcher(name).matches() && !name.equalsIgnoreCase(host))
        .isPresent();
  }

  /** Returns true if it has validators, well formed or not. */
  boolean isConditional() {
    return find("If-None-Match").isPresent() || find("If-Modified-Since").isPresent();
  }

  /** Returns whether a script of our own pages asks: browsers alone send that. */
  boolean isByPage() {
    return find("Sec-Fetch-Site").filter("same-origin"::equals).isPresent();
  }

  /**
   * Returns whether a person certainly opened the address in a browser, and asks for no document by {@code ?raw}. Fetchers
   * imitate the {@code Sec-Fetch} headers of browsers; {@code Priority} (RFC 9218) and client hints come from browsers'
   * own HTTP stacks.
   */
  boolean isNavigation() {
    return !query.equals(RAW)
        && find("Sec-Fetch-Dest").filter("document"::equals).isPresent()
        && find("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
        && (find("Priority").isPresent() || find("Sec-CH-UA").isPresent());
  }
}
