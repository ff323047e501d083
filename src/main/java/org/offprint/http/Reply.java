package org.offprint.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.offprint.http.AccessEvent.Route;
import org.offprint.site.Representation;
import org.offprint.site.StaticHeaders;

/**
 * A reply, ready to be sent.
 *
 * @param status the status code
 * @param headers all but those that the server itself adds
 * @param length the {@code Content-Length}, also for HEAD; not sent with 204, nor with 304, where some clients would
 *     wait for a body
 * @param body what to send; empty for HEAD and 304
 * @param whole the number of bytes of the whole representation; 0 for replies of the server itself
 * @param route the kind of the address that was requested
 */
record Reply(
    int status, HttpFields headers, int length, Optional<Body> body, int whole, Route route) {
  /** The bytes of a reply, to be sent once. */
  interface Body {
    /** Sends all bytes, without waiting for the client. */
    void send(Response response, Callback callback);

    /** Lets go of what it holds, where nothing is sent. */
    void close();
  }

  /** Bytes in memory. */
  record Memory(ByteBuffer bytes) implements Body {
    @Override
    public void send(Response response, Callback callback) {
      response.write(true, bytes, callback);
    }

    @Override
    public void close() {
      // Memory is not held.
    }
  }

  /** The media type of metrics. */
  static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Scripts of other sites may read it. */
  static final HttpField FOR_SCRIPTS =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, StaticHeaders.EVERYONE);

  private static final String ALLOWED = "GET, HEAD";

  /** Clients must not guess a media type other than the declared one. */
  static final HttpField NO_SNIFFING =
      new PreEncodedHttpField("X-Content-Type-Options", StaticHeaders.NO_SNIFFING);

  /** No cache keeps it. */
  static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

  Reply {
    headers = headers.asImmutable();
  }

  /** 304 Not Modified: the client already has the current version. */
  static Reply notModified(HttpFields headers, Representation about) {
    return of(HttpStatus.NOT_MODIFIED_304, headers, 0, Optional.empty(), about);
  }

  /** Replies with a representation. */
  static Reply of(
      int status, HttpFields headers, int length, Optional<ByteBuffer> body, Representation about) {
    Route route = switch (about.kind()) {
      case FEED -> Route.FEED;
      case PAGE -> Route.PAGE;
      case FILE, ASSET -> Route.FILE;
      case STATE -> Route.STATE;
    };
    return new Reply(status, headers, length, body.map(Memory::new), about.length(), route);
  }

  /** Returns this reply with a header, in place of one of that name. */
  Reply with(HttpField header) {
    return new Reply(status, HttpFields.build(headers).put(header), length, body, whole, route);
  }

  /** Returns this reply for another kind of address. */
  Reply at(Route other) {
    return new Reply(status, headers, length, body, whole, other);
  }

  /** Returns this reply without its body for HEAD. */
  Reply to(HttpRequest request) {
    if (!request.isHead()) {
      return this;
    }
    body.ifPresent(Body::close);
    return new Reply(status, headers, length, Optional.empty(), whole, route);
  }

  /** Sends it without waiting for the client. */
  void send(Response response, Callback callback) {
    response.setStatus(status);
    HttpFields.Mutable fields = response.getHeaders();
    headers.forEach(fields::put);
    if (hasLength()) {
      fields.put(HttpHeader.CONTENT_LENGTH, length);
      body.orElseGet(() -> new Memory(BufferUtil.EMPTY_BUFFER)).send(response, callback);
    } else {
      // With the last write Jetty would add a length of 0.
      response.write(
          false,
          BufferUtil.EMPTY_BUFFER,
          Callback.from(
              () -> response.write(true, BufferUtil.EMPTY_BUFFER, callback), callback::failed));
    }
  }

  private boolean hasLength() {
    return status != HttpStatus.NOT_MODIFIED_304 && status != HttpStatus.NO_CONTENT_204;
  }

  /** 301: a permanent redirect. */
  static Reply moved(String location) {
    HttpFields headers = HttpFields.from(
        new HttpField(HttpHeader.LOCATION, location),
        new HttpField(HttpHeader.CACHE_CONTROL, "public, max-age=3600"),
        FOR_SCRIPTS,
        NO_SNIFFING);
    return new Reply(
        HttpStatus.MOVED_PERMANENTLY_301, headers, 0, Optional.empty(), 0, Route.OTHER);
  }

  /** 307: readers find it at another address, for now. */
  static Reply elsewhere(String location) {
    return leading(HttpStatus.TEMPORARY_REDIRECT_307, location);
  }

  /** 303: the result of a form is at another address. */
  static Reply seeOther(String location) {
    return leading(HttpStatus.SEE_OTHER_303, location);
  }

  private static Reply leading(int status, String location) {
    HttpFields headers =
        HttpFields.from(new HttpField(HttpHeader.LOCATION, location), NO_STORE, NO_SNIFFING);
    return new Reply(status, headers, 0, Optional.empty(), 0, Route.OTHER);
  }

  /** 204 for CORS preflights: scripts of other sites may fetch feeds, with validators, and may cache this reply for a day. */
  static Reply preflight() {
    HttpFields headers = HttpFields.from(
        new HttpField(HttpHeader.ALLOW, ALLOWED + ", OPTIONS"),
        FOR_SCRIPTS,
        new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, ALLOWED),
        new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, If-Modified-Since"),
        new HttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "86400"));
    return new Reply(HttpStatus.NO_CONTENT_204, headers, 0, Optional.empty(), 0, Route.OTHER);
  }

  /** 405 for every method but GET and HEAD. */
  static Reply notAllowed() {
    return notAllowed(ALLOWED + " are", ALLOWED);
  }

  /** 405 for every method but those of the hub. */
  static Reply notAllowedByHub() {
    return notAllowed("POST is", "POST");
  }

  private static Reply notAllowed(String words, String allowed) {
    HttpFields allow = HttpFields.from(new HttpField(HttpHeader.ALLOW, allowed));
    return line(HttpStatus.METHOD_NOT_ALLOWED_405, allow, "only " + words + " allowed here\n");
  }

  /** Refuses a request to another host where only this machine is served. */
  static Reply misdirected() {
    return line(
        HttpStatus.MISDIRECTED_REQUEST_421,
        HttpFields.EMPTY,
        "only requests to localhost are answered here, and this one names another host\n");
  }

  /** Refuses a path that is longer than any of ours. */
  static Reply tooLong() {
    return line(HttpStatus.URI_TOO_LONG_414, HttpFields.EMPTY, "this address is too long\n");
  }

  /** The metrics, in Prometheus' text format. */
  static Reply metrics(String text) {
    ByteBuffer body = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    HttpFields headers = HttpFields.from(
        NO_STORE, new HttpField(HttpHeader.CONTENT_TYPE, METRICS_TYPE), NO_SNIFFING);
    return new Reply(
        HttpStatus.OK_200,
        headers,
        body.remaining(),
        Optional.of(new Memory(body)),
        0,
        Route.PROBE);
  }

  /** One line of text that no cache keeps. */
  static Reply line(int status, HttpFields more, String text) {
    HttpFields headers = HttpFields.build(more)
        .add(NO_STORE)
        .add(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
        .add(NO_SNIFFING);
    ByteBuffer body = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    return new Reply(
        status, headers, body.remaining(), Optional.of(new Memory(body)), 0, Route.OTHER);
  }

  /** 412: the client wants another version. */
  static Reply notAsWanted(HttpFields headers) {
    return line(
        HttpStatus.PRECONDITION_FAILED_412,
        headers,
        "this is not what If-Match or If-Unmodified-Since asks for\n");
  }
}
