package org.offprint.push;

import java.time.Duration;
import java.util.Optional;

/**
 * The answer to a request to the hub.
 *
 * @param text one line of plain text, made of fixed words only
 * @param retryAfter the time after which the client may try again
 */
public record HubReply(int status, String text, Optional<Duration> retryAfter) {

  /** Makes an answer without a time. */
  static HubReply of(int status, String text) {
    return new HubReply(status, text + "\n", Optional.empty());
  }

  /** Makes an answer with a time. */
  static HubReply later(int status, String text, Duration retryAfter) {
    return new HubReply(status, text + "\n", Optional.of(retryAfter));
  }
}
