package org.offprint.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.offprint.publication.Addresses;
import org.offprint.push.HubReply;
import org.offprint.site.CurrentSite;

/**
 * Takes the requests to the hub, {@code POST /hub}. Their bodies are read without a thread that waits, and few threads wait for the
 * database, so that feeds are served all the same.
 */
final class HubEndpoint {
  private static final int MOST_BYTES = 8192;
  private static final int MOST_AT_ONCE = 8;
  private static final HubReply BUSY = new HubReply(
      HttpStatus.SERVICE_UNAVAILABLE_503,
      "the hub is busy: try again later\n",
      Optional.of(Duration.ofSeconds(10)));

  private final Optional<Hub> hub;
  private final CurrentSite site;
  private final AnswerListener listener;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  HubEndpoint(Optional<Hub> hub, CurrentSite site, AnswerListener listener) {
    this.hub = hub;
    this.site = site;
    this.listener = listener;
  }

  /** Returns true if there is a hub, and a request is to its address. Before there is a site, that is to come. */
  boolean isFor(HttpRequest asked) {
    return hub.isPresent()
        && site.find().filter(own -> own.isAt(asked.path(), Addresses.HUB)).isPresent();
  }

  /**
   * Answers a request to the hub.
   *
   * @param workers may wait
   */
  void answer(
      HttpRequest asked, Request request, Response response, Callback callback, Executor workers) {
    if (!asked.method().equals("POST")) {
      send(asked, Reply.notAllowedByHub(), response, callback);
      return;
    }
    Content.Source.asByteArrayAsync(
        request,
        MOST_BYTES,
        Promise.Invocable.from(
            Invocable.InvocationType.NON_BLOCKING,
            body -> workers.execute(() -> send(asked, answer(asked, body), response, callback)),
            fault -> send(asked, tooLarge(), response, callback)));
  }

  private Reply answer(HttpRequest asked, byte[] body) {
    if (!places.tryAcquire()) {
      return of(BUSY);
    }
    try {
      String network = Clients.network(asked.client().get()).getHostAddress();
      return of(hub.orElseThrow().answer(body, asked.find("Content-Type"), network));
    } catch (RuntimeException e) {
      return ErrorReplies.fault(e, asked);
    } finally {
      places.release();
    }
  }

  private static Reply of(HubReply reply) {
    HttpFields later = reply
        .retryAfter()
        .map(time ->
            HttpFields.from(new HttpField(HttpHeader.RETRY_AFTER, Long.toString(time.toSeconds()))))
        .orElse(HttpFields.EMPTY);
    return Reply.line(reply.status(), later, reply.text());
  }

  /** 413, also for a body that cannot be read to its end: nobody is there to see it. */
  private static Reply tooLarge() {
    return Reply.line(
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        HttpFields.EMPTY,
        "a request to the hub has %d bytes at most\n".formatted(MOST_BYTES));
  }

  private void send(HttpRequest asked, Reply reply, Response response, Callback callback) {
    Reply own = reply.to(asked);
    listener.answered(asked, own);
    own.send(response, callback);
  }
}
