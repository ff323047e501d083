package org.offprint.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.offprint.site.CurrentSite;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/**
 * Answers requests for what has been rendered already, before the servlet layer, which costs more than
 * the answer. No thread waits for a client that reads slowly. Everything else goes on to Javalin, but
 * for methods that are served nowhere.
 */
final class ReadyAnswers extends Handler.Wrapper {
  /** By that header Javalin would let a request have another method than its own. */
  private static final String OTHER_METHOD = "X-HTTP-Method-Override";

  private final CurrentSite site;
  private final Delivery delivery;

  ReadyAnswers(CurrentSite site, Delivery delivery) {
    this.site = site;
    this.delivery = delivery;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Asked asked = new Asked(
        request.getMethod(),
        () -> HttpServer.peer(request),
        name -> request.getHeaders().getValuesList(name));
    Optional<Reply> reply =
        asked.isRead() ? ready(request, asked) : Optional.of(Reply.notAllowed());
    if (reply.isEmpty()) {
      return super.handle(withoutOtherMethod(request), response, callback);
    }
    send(reply.get(), response, callback);
    return true;
  }

  private Optional<Reply> ready(Request request, Asked asked) {
    Optional<Site> current = site.find();
    if (current.isEmpty()) {
      return Optional.empty();
    }
    // A path with percent-encodings is no canonical one: Javalin redirects it.
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    Optional<Representation> ready = current.get().findReady(path);
    return ready.map(representation -> delivery.found(asked, current.get(), path, representation));
  }

  private static Request withoutOtherMethod(Request request) {
    if (!request.getHeaders().contains(OTHER_METHOD)) {
      return request;
    }
    HttpFields headers =
        HttpFields.build(request.getHeaders()).remove(OTHER_METHOD).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  private static void send(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    HttpFields.Mutable headers = response.getHeaders();
    reply.headers().forEach((name, value) -> headers.add(new HttpField(name, value)));
    if (reply.hasLength()) {
      headers.put(HttpHeader.CONTENT_LENGTH, reply.length());
      response.write(true, reply.body().orElse(BufferUtil.EMPTY_BUFFER), callback);
    } else {
      // With the last write Jetty would add a length of 0.
      response.write(
          false,
          BufferUtil.EMPTY_BUFFER,
          Callback.from(
              () -> response.write(true, BufferUtil.EMPTY_BUFFER, callback), callback::failed));
    }
  }
}
