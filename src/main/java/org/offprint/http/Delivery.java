package org.offprint.http;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.offprint.site.ContentCoding;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/**
 * Decides how a representation is sent: whole, in part, or only that it has not changed. Thread-safe.
 */
final class Delivery {
  private static final int OK = 200;
  private static final int IM_USED = 226;
  private static final int NOT_FOUND = 404;

  private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self';"
      + " img-src 'self' http: https: data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final String VARY_OF_FEEDS = "Accept-Encoding, A-IM, Sec-Fetch-Dest";
  /** For one client alone: no cache may give it to another. */
  private static final String FOR_THIS_CLIENT = "private, no-store";

  private final Clock clock;
  private final Freshness freshness;
  private final Polls polls;

  Delivery(Clock clock, ServingRules rules) {
    this.clock = clock;
    this.freshness = new Freshness(rules.feedMaxAge());
    this.polls = new Polls(rules);
  }

  /**
   * The answer to a request for what stands at a path.
   *
   * @param path as in {@link Site#find}
   */
  Reply found(Asked asked, Site site, String path, Representation representation) {
    boolean isFeed = representation.kind() == Representation.Kind.FEED;
    if (isFeed && asked.isNavigation()) {
      Optional<Representation> page = site.findPageOfFeed(path);
      if (page.isPresent()) {
        return toPerson(asked, page.get());
      }
    }
    ConditionalRequest condition =
        new ConditionalRequest(asked.find("If-None-Match"), asked.find("If-Modified-Since"));
    Instant now = clock.instant();
    if (isFeed) {
      Optional<Reply> refusal = polls.refusal(asked, path, condition, now);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    Map<String, String> headers = new LinkedHashMap<>();
    validators(headers, representation, now);
    vary(headers, representation);
    if (representation.kind() != Representation.Kind.STATE
        && condition.isUnchanged(representation, now)) {
      headers.put("Cache-Control", cacheControl(representation.kind(), site, now));
      return Reply.notModified(headers);
    }
    if (condition.hasBoth()) {
      headers.remove("Last-Modified");
    }
    Optional<Representation> newer =
        isFeed ? newer(asked, condition, site, path) : Optional.empty();
    if (newer.isPresent()) {
      headers.put("IM", "feed");
      headers.put("Cache-Control", FOR_THIS_CLIENT);
      return whole(IM_USED, headers, asked, newer.get());
    }
    headers.put("Cache-Control", cacheControl(representation.kind(), site, now));
    return whole(OK, headers, asked, representation);
  }

  /** Answers that there is nothing. */
  static Reply missing(Asked asked, Representation page) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", "no-store");
    return whole(NOT_FOUND, headers, asked, page);
  }

  /** Answers a person who opened the address of a feed with its page, which no cache may keep for it. */
  private static Reply toPerson(Asked asked, Representation page) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Vary", VARY_OF_FEEDS);
    headers.put("Cache-Control", FOR_THIS_CLIENT);
    return whole(OK, headers, asked, page);
  }

  /** What alone is new for a client that asks for that (RFC 3229, with the instance manipulation "feed"). */
  private static Optional<Representation> newer(
      Asked asked, ConditionalRequest condition, Site site, String path) {
    return Weights.parse(asked.find("A-IM")).named("feed") > 0
        ? condition.tags().flatMap(tag -> site.findNewer(path, tag).stream()).findFirst()
        : Optional.empty();
  }

  private static void validators(
      Map<String, String> headers, Representation representation, Instant now) {
    if (representation.kind() != Representation.Kind.STATE) {
      headers.put("ETag", "W/\"" + representation.tag() + "\"");
      representation
          .lastModified()
          .map(changed -> changed.isAfter(now) ? now : changed)
          .ifPresent(changed -> headers.put("Last-Modified", new HttpDate(changed).toString()));
    }
  }

  private static void vary(Map<String, String> headers, Representation representation) {
    if (representation.kind() == Representation.Kind.FEED) {
      headers.put("Vary", VARY_OF_FEEDS);
      headers.put("Access-Control-Allow-Origin", "*");
    } else if (representation.isWorthPacking()) {
      headers.put("Vary", "Accept-Encoding");
    }
  }

  private String cacheControl(Representation.Kind kind, Site site, Instant now) {
    return switch (kind) {
      case FEED ->
        "public, max-age=" + freshness.of(site.publication(), now).toSeconds()
            + ", stale-while-revalidate=60, stale-if-error=86400";
      case PAGE, FILE -> "public, max-age=300, stale-if-error=86400";
      case STATE -> "no-store";
    };
  }

  private static Reply whole(
      int status, Map<String, String> headers, Asked asked, Representation representation) {
    headers.put("Content-Type", representation.contentType());
    if (!representation.links().isEmpty()) {
      headers.put("Link", String.join(", ", representation.links()));
    }
    headers.put("X-Content-Type-Options", "nosniff");
    if (representation.contentType().startsWith("text/html")) {
      headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    }
    Optional<ContentCoding> coding = coding(asked, representation);
    coding.ifPresent(chosen -> headers.put("Content-Encoding", chosen.token()));
    ByteBuffer body = bytes(representation, coding);
    return new Reply(
        status, headers, body.remaining(), asked.isHead() ? Optional.empty() : Optional.of(body));
  }

  private static ByteBuffer bytes(Representation representation, Optional<ContentCoding> coding) {
    return coding.map(representation::body).orElseGet(representation::body);
  }

  private static Optional<ContentCoding> coding(Asked asked, Representation representation) {
    return representation.isWorthPacking()
        ? AcceptEncoding.parse(asked.find("Accept-Encoding")).choose(ContentCoding.available())
        : Optional.empty();
  }
}
