package org.offprint.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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
 * @param isConditional true if the client sent validators: {@code If-None-Match} or {@code If-Modified-Since}; to be
 *     called only during the call
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
    BooleanSupplier isConditional,
    BooleanSupplier isByPage,
    Supplier<InetAddress> client) {
  /** The kind of address of a request. */
  public enum Route {
    /** A feed. */
    FEED,
    /** A page for people. */
    PAGE,
    /** A file that pages need, Markdown, or the list of feeds for readers. */
    FILE,
    /** A search, as a page or as a feed. */
    SEARCH,
    /** The state of this process, and paths that do not exist. */
    STATE,
    /** A probe, or the metrics. */
    PROBE,
    /** A redirect, a refusal, or a request that made no sense. */
    OTHER;

    /** Its name in lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
