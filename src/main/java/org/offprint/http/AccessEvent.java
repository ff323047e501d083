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
 * @param route what kind of address that is
 * @param status the status code
 * @param coding {@code identity}, {@code gzip} or {@code br}
 * @param sent how many bytes the body has
 * @param saved how many bytes fewer that is than the plain whole
 * @param userAgent what the client calls itself
 * @param isByPage whether a page of this very site asked, as the builder's preview does; to be asked for within the
 *     call
 * @param client the address of the client; to be asked for within the call
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
