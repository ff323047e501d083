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
 * Answers polls of feeds that have been rendered already, before the servlet layer, which costs more
 * than the answer. No thread waits for a client that reads slowly. Everything else goes on to Javalin.
 */
final class ReadyFeeds extends Handler.Wrapper {
  private final CurrentSite site;
  private final Delivery delivery;

  ReadyFeeds(CurrentSite site, Delivery delivery) {
    this.site = site;
    this.delivery = delivery;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String method = request.getMethod();
    Optional<Site> current = site.find();
    if (current.isPresent() && (method.equals("GET") || method.equals("HEAD"))) {
      // A path with percent-encodings is no canonical one: Javalin redirects it.
      String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
      Optional<Representation> ready = current.get().findReady(path);
      if (ready.isPresent()) {
        Asked asked = new Asked(
            method,
            () -> HttpServer.peer(request),
            name -> request.getHeaders().getValuesList(name));
        send(delivery.found(asked, current.get(), path, ready.get()), response, callback);
        return true;
      }
    }
    return super.handle(request, response, callback);
  }

  private static void send(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    HttpFields.Mutable headers = response.getHeaders();
    reply.headers().forEach((name, value) -> headers.add(new HttpField(name, value)));
    headers.put(HttpHeader.CONTENT_LENGTH, reply.length());
    response.write(true, reply.body().orElse(BufferUtil.EMPTY_BUFFER), callback);
  }
}
