package org.offprint.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a poller is told that fetched a whole feed too often: when to come again, and how to be let in at
 * any time.
 *
 * @param time how long to wait: whole seconds, which is all that many clients understand; at least one
 */
record PollRefusal(Duration time) {
  private static final int TOO_MANY_REQUESTS = 429;

  PollRefusal {
    if (time.toSeconds() < 1 || !time.equals(Duration.ofSeconds(time.toSeconds()))) {
      throw new IllegalArgumentException(time + " must be whole seconds, at least one");
    }
  }

  /** The answer. */
  Reply reply(Asked asked) {
    ByteBuffer body = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
    return new Reply(
        TOO_MANY_REQUESTS,
        headers(),
        body.remaining(),
        asked.isHead() ? Optional.empty() : Optional.of(body));
  }

  /** All headers of the answer except its length; scripts of other sites may read it like the feed. */
  Map<String, String> headers() {
    return Map.of(
        "Retry-After", Long.toString(time.toSeconds()),
        "Cache-Control", "no-store",
        "Content-Type", "text/plain; charset=utf-8",
        "X-Content-Type-Options", "nosniff",
        "Access-Control-Allow-Origin", "*");
  }

  /** One line. */
  String text() {
    return "this feed was fetched whole too often: send If-None-Match or If-Modified-Since, or ask again in %d %s\n"
        .formatted(time.toSeconds(), time.toSeconds() == 1 ? "second" : "seconds");
  }
}
