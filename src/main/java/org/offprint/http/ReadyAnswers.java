package org.offprint.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.offprint.site.CurrentSite;
import org.offprint.site.LastFeeds;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/**
 * Answers requests for what has been rendered already, and all that cannot be served yet, before the servlet layer, which costs
 * more than the answer. They are sent by the thread that reads the requests, since waking another one takes longer. No
 * thread waits for a client that reads slowly. Everything else goes on to Javalin, in a thread of its own, but for
 * methods that are served nowhere.
 */
final class ReadyAnswers extends Handler.Wrapper {
  /** By that header Javalin would let a request have another method than its own. */
  private static final String OTHER_METHOD = "X-HTTP-Method-Override";

  /** No path of ours is half as long; every way in which a path may be meant costs. */
  private static final int MOST_CHARACTERS = 1000;

  /** How long the body of a refused request is read, which nobody wants. */
  private static final long MILLIS_TO_LINGER = 1000;

  /** More would only share the same cores. */
  private static final int MOST_WORKERS = 64;

  /** The server's own threads are left to new connections and to what is at hand, however much there is to render. */
  private final QueuedThreadPool workers = new QueuedThreadPool(MOST_WORKERS);

  private final CurrentSite site;
  private final Delivery delivery;
  private final Probes probes;
  private final Witness witness;

  ReadyAnswers(CurrentSite site, Delivery delivery, Probes probes, Witness witness) {
    this.site = site;
    this.delivery = delivery;
    this.probes = probes;
    this.witness = witness;
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
    Asked asked = new Asked(
        request.getMethod(),
        Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
        () -> HttpServer.peer(request),
        name -> values(request.getHeaders(), name));
    // A path with percent-encodings is not found here, but by Javalin.
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    Optional<Reply> reply = refusal(asked, path)
        .or(() -> asked.isRead() ? ready(asked, path) : Optional.empty())
        .map(ready -> ready.to(asked));
    if (reply.isEmpty()) {
      workers.execute(() -> passOn(withoutOtherMethod(request), response, callback));
    } else {
      // Once it is sent, the request may be another one.
      witness.saw(asked, path, reply.get());
      send(reply.get(), response, asked.isRead() ? callback : lingering(asked, request, callback));
    }
    return true;
  }

  private static Optional<Reply> refusal(Asked asked, String path) {
    if (!asked.isRead() && !(asked.isPreflight() && path.startsWith("/"))) {
      return Optional.of(Reply.notAllowed());
    }
    return path.length() > MOST_CHARACTERS ? Optional.of(Reply.tooLong()) : Optional.empty();
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

  private Optional<Reply> ready(Asked asked, String path) {
    Optional<Reply> probe = probes.find(path);
    // Before the site, which takes their place: whoever finds neither has missed nothing.
    Optional<LastFeeds> last = site.findLast();
    Optional<Site> current = site.find();
    if (probe.isPresent() || current.isEmpty()) {
      return probe.or(() -> last(asked, path, last));
    }
    return current
        .get()
        .findReady(path)
        .filter(ready -> delivery.isAtHand(asked, ready))
        .map(ready -> delivery.found(asked, current.get(), path, ready));
  }

  /** Answers before there is a site; a 503 must not wait for a thread. */
  private Optional<Reply> last(Asked asked, String path, Optional<LastFeeds> last) {
    Optional<Representation> feed = last.flatMap(feeds -> feeds.find(path));
    boolean isForThread = path.equals(HttpServer.METRICS) || path.contains("%") || feed.isPresent();
    return feed.filter(ready -> delivery.isAtHand(asked, ready))
        .map(ready -> delivery.found(asked, last.orElseThrow(), path, ready))
        .or(() -> isForThread ? Optional.empty() : Optional.of(ErrorResponses.notReady()));
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

  /** Most headers that are looked for are not there. */
  private static List<String> values(HttpFields headers, String name) {
    List<String> values = List.of();
    for (HttpField field : headers) {
      if (field.is(name)) {
        values = values.isEmpty() ? new ArrayList<>() : values;
        values.add(field.getValue());
      }
    }
    return values;
  }

  /** Whoever is still sending would lose the answer, if the connection were closed at once. */
  private static Callback lingering(Asked asked, Request request, Callback callback) {
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

  private static void send(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    HttpFields.Mutable headers = response.getHeaders();
    headers.add(reply.headers());
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
