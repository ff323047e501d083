package org.offprint.http;

import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.offprint.site.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the replies when nothing can be served: one line for the client; the log has all. As a handler it replies to requests that Jetty cannot parse. */
final class ErrorReplies extends ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorReplies.class);

  private final AnswerListener listener;

  ErrorReplies(AnswerListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String line = HttpStatus.getMessage(response.getStatus()).toLowerCase(Locale.ROOT) + "\n";
    Reply reply = Reply.line(response.getStatus(), HttpFields.EMPTY, line);
    listener.answered(HttpRequest.of(request), reply);
    reply.headers().forEach(response.getHeaders()::put);
    Content.Sink.write(response, true, line, callback);
    return true;
  }

  /** 503 until the issues have been read. */
  static Reply notReady() {
    HttpFields later =
        HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, "1"), new HttpField("Refresh", "1"));
    return Reply.line(
        HttpStatus.SERVICE_UNAVAILABLE_503, later, "starting: the issues are being read\n");
  }

  /** 503 while the server should get no requests. */
  static Reply unready(String reason) {
    HttpFields later = HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, "1"));
    return Reply.line(HttpStatus.SERVICE_UNAVAILABLE_503, later, "not ready: " + reason + "\n");
  }

  /** 503 for a request that cannot be answered at the moment. */
  static Reply later(Answer.Later later) {
    HttpFields when =
        HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, Integer.toString(later.seconds())));
    return Reply.line(HttpStatus.SERVICE_UNAVAILABLE_503, when, later.reason() + "\n");
  }

  /** 503 for a representation for which there is no memory at the moment. */
  static Reply lackOfMemory(OutOfMemoryError fault, HttpRequest request) {
    // Without a trace, which would take memory, too.
    LOG.error(
        "{} {} failed for lack of memory ({})",
        request.method(),
        request.path(),
        fault.getMessage());
    return later(Answer.Later.LACK_OF_MEMORY);
  }

  /** 500 for any fault that nobody foresaw. */
  static Reply fault(Throwable fault, HttpRequest request) {
    LOG.error("{} {} failed", request.method(), request.path(), fault);
    return Reply.line(
        HttpStatus.INTERNAL_SERVER_ERROR_500,
        HttpFields.EMPTY,
        "this address cannot be served at the moment\n");
  }
}
