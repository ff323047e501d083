package org.offprint.http;

import java.net.InetAddress;
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
    Supplier<InetAddress> client) {}
