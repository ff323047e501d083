package org.offprint.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.offprint.site.ContentCoding;
import org.offprint.site.Representation;

/** Sends a representation, or only that it has not changed. */
final class Delivery {
  private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self';"
      + " img-src 'self' http: https: data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
          "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  private static final String VARY_OF_FEEDS = "Accept-Encoding, Sec-Fetch-Dest";

  private Delivery() {}

  /** Whether a person opened the address in a browser: nothing else sends that. */
  static boolean isNavigation(Context request) {
    return "document".equals(request.header("Sec-Fetch-Dest"))
        && "navigate".equals(request.header("Sec-Fetch-Mode"));
  }

  /** Answers a person who opened the address of a feed with its page, which no cache may keep for it. */
  static void sendToPerson(Context request, Representation page) {
    request.header("Vary", VARY_OF_FEEDS);
    request.header("Cache-Control", "private, no-store");
    body(request, page);
  }

  /**
   * Answers with 200, or with 304 if the client has it already.
   *
   * @param maxAge how long a copy may be used without asking, if it is a feed
   */
  static void send(Context request, Representation representation, Instant now, Duration maxAge) {
    validators(request, representation, now);
    request.header("Cache-Control", cacheControl(representation.kind(), maxAge));
    if (representation.kind() == Representation.Kind.FEED) {
      request.header("Vary", VARY_OF_FEEDS);
      request.header("Access-Control-Allow-Origin", "*");
    } else if (representation.isWorthPacking()) {
      request.header("Vary", "Accept-Encoding");
    }
    ConditionalRequest condition = new ConditionalRequest(
        joined(request, "If-None-Match"), Optional.ofNullable(request.header("If-Modified-Since")));
    if (representation.kind() != Representation.Kind.STATE
        && condition.isUnchanged(representation)) {
      request.status(HttpStatus.NOT_MODIFIED);
      // Javalin presets a type, and Jetty a length of 0; a cache might store both for the feed.
      request.res().setContentType(null);
      request
          .res()
          .setContentLength(
              bytes(representation, coding(request, representation)).remaining());
    } else {
      if (condition.hasBoth()) {
        request.res().setHeader("Last-Modified", null);
      }
      body(request, representation);
    }
  }

  /** Answers that there is nothing. */
  static void sendMissing(Context request, Representation page) {
    request.status(HttpStatus.NOT_FOUND);
    request.header("Cache-Control", "no-store");
    body(request, page);
  }

  /** A list may be spread over several lines (RFC 9110 section 5.3). */
  private static Optional<String> joined(Context request, String header) {
    return Collections.list(request.req().getHeaders(header)).stream()
        .reduce((a, b) -> a + ", " + b);
  }

  private static void validators(Context request, Representation representation, Instant now) {
    if (representation.kind() != Representation.Kind.STATE) {
      request.header("ETag", "W/\"" + representation.tag() + "\"");
      representation
          .lastModified()
          .map(changed -> changed.isAfter(now) ? now : changed)
          .ifPresent(changed -> request.header("Last-Modified", date(changed)));
    }
  }

  private static String cacheControl(Representation.Kind kind, Duration maxAge) {
    return switch (kind) {
      case FEED ->
        "public, max-age=%d, stale-while-revalidate=60, stale-if-error=86400"
            .formatted(maxAge.toSeconds());
      case PAGE, FILE -> "public, max-age=300, stale-if-error=86400";
      case STATE -> "no-store";
    };
  }

  private static String date(Instant moment) {
    return HTTP_DATE.format(moment);
  }

  private static void body(Context request, Representation representation) {
    request.header("Content-Type", representation.contentType());
    if (!representation.links().isEmpty()) {
      request.header("Link", String.join(", ", representation.links()));
    }
    request.header("X-Content-Type-Options", "nosniff");
    if (representation.contentType().startsWith("text/html")) {
      request.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      request.header("Referrer-Policy", "strict-origin-when-cross-origin");
    }
    Optional<ContentCoding> coding = coding(request, representation);
    coding.ifPresent(chosen -> request.header("Content-Encoding", chosen.token()));
    ByteBuffer body = bytes(representation, coding);
    request.res().setContentLength(body.remaining());
    if (request.method().equals(HandlerType.GET)) {
      write(request, body);
    }
  }

  private static ByteBuffer bytes(Representation representation, Optional<ContentCoding> coding) {
    return coding.map(representation::body).orElseGet(representation::body);
  }

  private static Optional<ContentCoding> coding(Context request, Representation representation) {
    return representation.isWorthPacking()
        ? AcceptEncoding.parse(joined(request, "Accept-Encoding")).choose(ContentCoding.available())
        : Optional.empty();
  }

  private static void write(Context request, ByteBuffer body) {
    try {
      ((HttpOutput) request.res().getOutputStream()).sendContent(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
