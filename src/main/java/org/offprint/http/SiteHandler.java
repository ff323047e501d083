package org.offprint.http;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Sends cached replies in front of Javalin, whose servlet layer costs more than the reply, by the thread that reads the requests, since
 * waking another one takes longer. No thread waits for a client that reads slowly. All other requests go on to Javalin, in a thread
 * of their own.
 */
final class SiteHandler extends Handler.Wrapper {
  /** The header by which Javalin would override the method of a request. */
  private static final String OTHER_METHOD = "X-HTTP-Method-Override";

  /** Limits the time for which the body of a refused request is read, which nobody wants. */
  private static final long MILLIS_TO_LINGER = 1000;

  /** More would only share the same cores. */
  private static final int MOST_WORKERS = 64;

  /** The server's own threads are left to new connections and to cached replies, however much there is to render. */
  private final QueuedThreadPool workers = new QueuedThreadPool(MOST_WORKERS);

  private final Responder responder;
  private final AnswerListener listener;
  private final HubEndpoint hub;

  SiteHandler(Responder responder, AnswerListener listener, HubEndpoint hub) {
    this.hub = hub;
    this.responder = responder;
    this.listener = listener;
    workers.setName("answers");
    workers.setReservedThreads(0);
    workers.setStopTimeout(HttpServer.MILLIS_TO_LEAVE);
    addBean(workers);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpRequest asked = HttpRequest.of(request);
    if (hub.isFor(asked)) {
      hub.answer(asked, request, response, lingering(asked, request, callback), workers);
      return true;
    }
    // No address of ours needs percent-encoding but for letters beyond ASCII; whoever sends another
    // has time.
    Optional<Reply> cached = asked.isRead()
            && HttpRequest.rawPath(request).contains("%")
            && asked.path().chars().allMatch(letter -> letter < 0x80)
        ? Optional.empty()
        : responder.cached(asked);
    if (cached.isEmpty()) {
      workers.execute(() -> passOn(withoutOtherMethod(request), response, callback));
    } else {
      // Once it is sent, Jetty may use the request for another one.
      listener.answered(asked, cached.get());
      cached.get().send(response, asked.isRead() ? callback : lingering(asked, request, callback));
    }
    return true;
  }

  private void passOn(Request request, Response response, Callback callback) {
    if (Departure.of(request)) {
      callback.succeeded();
      return;
    }
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      Response.writeError(request, response, callback, e);
    }
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

  /**
   * Reads the rest of a request body first: if the connection were closed at once, a client that is still sending
   * would lose the reply.
   */
  private static Callback lingering(HttpRequest asked, Request request, Callback callback) {
    boolean isAnnounced = asked.find("Expect").isPresent();
    return isAnnounced
        ? callback
        : Callback.from(() -> swallow(request, callback), callback::failed);
  }

  private static void swallow(Request request, Callback callback) {
    Callback.Completable swallowed = new Callback.Completable();
    var unused = swallowed
        .completeOnTimeout(null, MILLIS_TO_LINGER, TimeUnit.MILLISECONDS)
        .whenComplete((done, fault) -> callback.succeeded());
    Content.Source.consumeAll(request, swallowed);
  }
}
