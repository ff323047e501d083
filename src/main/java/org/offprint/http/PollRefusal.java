package org.offprint.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

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

  /** The answer; scripts of other sites may read it like the feed. */
  Reply reply() {
    HttpFields headers = HttpFields.from(
        new HttpField(HttpHeader.RETRY_AFTER, Long.toString(time.toSeconds())),
        Delivery.FOR_SCRIPTS);
    return Reply.line(TOO_MANY_REQUESTS, headers, text());
  }

  /** One line. */
  String text() {
    return "this feed was fetched whole too often: send If-None-Match or If-Modified-Since, or ask again in %d %s\n"
        .formatted(time.toSeconds(), time.toSeconds() == 1 ? "second" : "seconds");
  }
}
