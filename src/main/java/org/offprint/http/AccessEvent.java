package org.offprint.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.offprint.site.Representation;

/**
 * A request and the reply to it.
 *
 * @param method as it was sent
 * @param path decoded, without query
 * @param route the kind of the address
 * @param status the status code
 * @param coding {@code identity}, {@code gzip} or {@code br}
 * @param sent the bytes of the body
 * @param saved the bytes that compression, ranges and 304 save against the plain whole
 * @param userAgent the client's own name for itself
 * @param isByPage true if a page of this very site sent the request, as the builder's preview does; to be called only
 *     during the call
 * @param client the address of the client; to be called only during the call
 */
public record AccessEvent(
    String method,
    String path,
    Route route,
    int status,
    String coding,
    long sent,
    long saved,
    Optional<String> userAgent,
    BooleanSupplier isByPage,
    Supplier<InetAddress> client) {
  private static final String PLAIN = "identity";

  /** Sums up a reply. */
  static AccessEvent of(HttpRequest asked, Reply reply, Supplier<InetAddress> client) {
    long sent = reply.body().isPresent() ? reply.length() : 0;
    long whole = asked.isHead() ? 0 : reply.about().map(Representation::length).orElse(0);
    return new AccessEvent(
        asked.method(),
        asked.path(),
        reply.route(),
        reply.status(),
        Optional.ofNullable(reply.headers().get("Content-Encoding")).orElse(PLAIN),
        sent,
        Math.max(0, whole - sent),
        asked.find("User-Agent"),
        asked::isByPage,
        client);
  }
}
