package org.offprint.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.offprint.site.Answer;
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
  static Reply later(Answer.Later later) {
    HttpFields when =
        HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, Integer.toString(later.seconds())));
    return Reply.line(UNAVAILABLE, when, later.reason() + "\n");
  }

  /** 503 for what there is no memory for at the moment. */
  static Reply lackOfMemory(OutOfMemoryError fault, String method, String path) {
    // Without a trace, which would take memory, too.
    LOG.error("{} {} failed for lack of memory ({})", method, path, fault.getMessage());
    return later(Answer.Later.LACK_OF_MEMORY);
  }

  /** 500 for any fault that nobody foresaw. */
  static Reply fault(Throwable fault, String method, String path) {
    LOG.error("{} {} failed", method, path, fault);
    return Reply.line(FAULT, HttpFields.EMPTY, "this address cannot be served at the moment\n");
  }
}
