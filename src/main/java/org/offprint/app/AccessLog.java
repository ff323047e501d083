package org.offprint.app;

import java.util.concurrent.atomic.AtomicLong;
import org.offprint.http.AccessEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs every answer, one of so many, or none. Thread-safe. */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  private final int oneOf;
  private final AtomicLong answers = new AtomicLong();

  /**
   * Logs one of so many.
   *
   * @param oneOf 0 for none, 1 for all
   */
  AccessLog(int oneOf) {
    this.oneOf = oneOf;
  }

  void answered(AccessEvent answer) {
    if (oneOf == 0 || answers.getAndIncrement() % oneOf != 0) {
      return;
    }
    LOG.atInfo()
        .addKeyValue("method", answer.method())
        .addKeyValue("path", quotable(answer.path()))
        .addKeyValue("status", answer.status())
        .addKeyValue("encoding", answer.coding())
        .addKeyValue("bytes", answer.sent())
        .addKeyValue("client", answer.client().get().getHostAddress())
        .addKeyValue("agent", quotable(answer.userAgent().orElse("")))
        .log("answered");
  }

  /** Removes characters that would end the quotes around a value in a line of text: Logback writes values as they are. */
  private static String quotable(String text) {
    return text.replaceAll("[\"\\\\]", "'");
  }
}
