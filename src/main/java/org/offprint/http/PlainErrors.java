package org.offprint.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty says of requests that it cannot even read: one line, not a page. */
final class PlainErrors extends ErrorHandler {
  private final Witness witness;

  PlainErrors(Witness witness) {
    this.witness = witness;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    String line = HttpStatus.getMessage(response.getStatus()).toLowerCase(Locale.ROOT) + "\n";
    witness.saw(
        new Asked(request.getMethod(), "", () -> HttpServer.peer(request), name -> List.of()),
        Optional.ofNullable(request.getHttpURI().getPath()).orElse(""),
        Reply.line(response.getStatus(), HttpFields.EMPTY, line));
    Content.Sink.write(response, true, line, callback);
    return true;
  }
}
