package org.offprint.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers when nothing can be served. Strangers see one line; the log sees all. */
final class ErrorResponses {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);
  private static final int UNAVAILABLE = 503;
  private static final int FAULT = 500;

  private ErrorResponses() {}

  /** 503 until the issues have been read. */
  static Reply notReady() {
    HttpFields later =
        HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, "1"), new HttpField("Refresh", "1"));
    return Reply.line(UNAVAILABLE, later, "starting: the issues are being read\n");
  }

  /** 503 for what cannot be done at the moment. */
  static Reply later(HttpFields when, String reason) {
    return Reply.line(UNAVAILABLE, when, reason + "\n");
  }

  /** 500 for any fault that nobody foresaw. */
  static Reply fault(Exception fault, String method, String path) {
    LOG.error("{} {} failed", method, path, fault);
    return Reply.line(FAULT, HttpFields.EMPTY, "this address cannot be served at the moment\n");
  }
}
