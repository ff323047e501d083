package org.offprint.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, ready to be sent.
 *
 * @param status the status code
 * @param headers all but those that the server itself adds
 * @param length what {@code Content-Length} says, also for HEAD; it is not said with 304, where some clients
 *     would wait for a body
 * @param body what is sent; empty for HEAD and 304
 */
record Reply(int status, Map<String, String> headers, int length, Optional<ByteBuffer> body) {
  private static final int NOT_MODIFIED = 304;
  private static final int MOVED_PERMANENTLY = 301;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final String ALLOWED = "GET, HEAD";

  /** What the client has is what it would get. */
  static Reply notModified(Map<String, String> headers) {
    return new Reply(NOT_MODIFIED, headers, 0, Optional.empty());
  }

  /** The same for HEAD. */
  Reply withoutBody() {
    return new Reply(status, headers, length, Optional.empty());
  }

  /** Whether its length is said. */
  boolean hasLength() {
    return status != NOT_MODIFIED;
  }

  /** It stands at another address, for good. */
  static Reply moved(String location) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Location", location);
    headers.put("Cache-Control", "public, max-age=3600");
    headers.put("X-Content-Type-Options", "nosniff");
    return new Reply(MOVED_PERMANENTLY, headers, 0, Optional.empty());
  }

  /** For everything but reading. */
  static Reply notAllowed() {
    return line(
        METHOD_NOT_ALLOWED, Map.of("Allow", ALLOWED), "only " + ALLOWED + " are allowed here\n");
  }

  /** One line of text that no cache keeps. */
  static Reply line(int status, Map<String, String> more, String text) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Cache-Control", "no-store");
    headers.put("Content-Type", "text/plain; charset=utf-8");
    headers.put("X-Content-Type-Options", "nosniff");
    ByteBuffer body = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    return new Reply(status, headers, body.remaining(), Optional.of(body));
  }
}
