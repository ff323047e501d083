package org.offprint.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers when nothing can be served. Strangers see one line; the log sees all. */
final class ErrorResponses {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

  private ErrorResponses() {}

  /** 503 until the first issue has been read. */
  static void notReady(Context request) {
    request.header("Retry-After", "1");
    request.header("Refresh", "1");
    plain(request, HttpStatus.SERVICE_UNAVAILABLE, "starting: the issues are being read\n");
  }

  /** 500 for any fault that nobody foresaw. */
  static void fail(Exception fault, Context request) {
    LOG.error("{} {} failed", request.method(), request.path(), fault);
    plain(
        request, HttpStatus.INTERNAL_SERVER_ERROR, "this address cannot be served at the moment\n");
  }

  private static void plain(Context request, HttpStatus status, String text) {
    request.status(status);
    request.header("Cache-Control", "no-store");
    request.header("X-Content-Type-Options", "nosniff");
    request.contentType("text/plain; charset=utf-8");
    request.result(text);
  }
}
