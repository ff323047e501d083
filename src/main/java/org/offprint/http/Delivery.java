package org.offprint.http;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.site.Answer;
import org.offprint.site.ContentCoding;
import org.offprint.site.Representation;
import org.offprint.site.Served;
import org.offprint.site.Site;

/**
 * Decides how a representation is sent: whole, in part, or only that it has not changed. Thread-safe.
 */
final class Delivery {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int UNAVAILABLE = 503;

  /** Scripts of other sites may read it. */
  static final HttpField FOR_SCRIPTS =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, StandingHeaders.EVERYONE);

  /** What else of a feed's answer they may read than its body. */
  private static final HttpField EXPOSED =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, StandingHeaders.EXPOSED);

  private static final HttpField CONTENT_SECURITY_POLICY =
      new PreEncodedHttpField("Content-Security-Policy", StandingHeaders.CONTENT_SECURITY_POLICY);
  private static final HttpField REFERRER_POLICY =
      new PreEncodedHttpField("Referrer-Policy", StandingHeaders.REFERRER_POLICY);
  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
  private static final HttpField VARY_OF_FEEDS =
      new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode");
  /** For one client alone: no cache may give it to another. */
  private static final HttpField FOR_THIS_CLIENT =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, no-store");

  private final Clock clock;
  private final CacheControl cacheControl;
  private final Polls polls;

  Delivery(Clock clock, ServingRules rules, Clients clients) {
    this.clock = clock;
    this.cacheControl = new CacheControl(new Freshness(rules.feedMaxAge()));
    this.polls = new Polls(rules.pollLimit(), clients);
  }

  /**
   * The answer to a request for what stands at a path.
   *
   * @param source where it comes from
   * @param path as in {@link Site#find}
   */
  Reply found(Asked asked, Served source, String path, Representation representation) {
    boolean isFeed = representation.kind() == Representation.Kind.FEED;
    if (isFeed && asked.isNavigation()) {
      Optional<Representation> page = source.findNotice(path);
      if (page.isPresent()) {
        return toPerson(asked, source, page.get());
      }
    }
    ConditionalRequest condition = ConditionalRequest.of(asked);
    Instant now = clock.instant();
    boolean isFailed = condition.isFailed(representation, now);
    if (isFeed) {
      boolean isSent = !asked.isHead() && !isFailed;
      Optional<Reply> refusal = polls.refusal(asked, path, condition, isSent, now);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    if (isFailed) {
      return notAsWanted(representation);
    }
    HttpFields.Mutable headers = HttpFields.build();
    validators(headers, representation, now);
    vary(headers, representation);
    if (representation.kind() != Representation.Kind.STATE
        && condition.isUnchanged(representation, now)) {
      headers.add(cacheControl.of(representation.kind(), source, now));
      return Reply.notModified(headers, representation);
    }
    if (condition.isDatedBefore(representation, now)) {
      headers.remove(HttpHeader.LAST_MODIFIED);
    }
    headers.add(cacheControl.of(representation.kind(), source, now));
    return whole(OK, headers, asked, source, representation);
  }

  /** Whether the answer takes no time: nothing is to be rendered or packed for it. */
  boolean isAtHand(Asked asked, Representation representation) {
    return !asked.isNavigation()
        && coding(asked, representation)
            .filter(wanted -> !representation.has(wanted))
            .isEmpty();
  }

  /** Answers that there is nothing. */
  static Reply missing(Asked asked, Served source, Representation page) {
    return unkept(NOT_FOUND, asked, source, page);
  }

  /** Answers that what was asked for cannot be. */
  static Reply refused(Asked asked, Served source, Representation page) {
    return unkept(BAD_REQUEST, asked, source, page);
  }

  private static Reply unkept(int status, Asked asked, Served source, Representation page) {
    HttpFields.Mutable headers = HttpFields.build();
    headers.add(Reply.NO_STORE);
    return whole(status, headers, asked, source, page);
  }

  /** Answers that something cannot be had at the moment. */
  static Reply later(Asked asked, Served source, Answer.Later later) {
    if (later.page().isEmpty()) {
      return ErrorResponses.later(later);
    }
    HttpFields.Mutable headers = HttpFields.build();
    headers.add(HttpHeader.RETRY_AFTER, Integer.toString(later.seconds()));
    headers.add(Reply.NO_STORE);
    return whole(UNAVAILABLE, headers, asked, source, later.page().get());
  }

  /** Answers a person who opened the address of a feed with its page, which no cache may keep for it. */
  private static Reply toPerson(Asked asked, Served source, Representation page) {
    HttpFields.Mutable headers = HttpFields.build();
    headers.add(VARY_OF_FEEDS);
    headers.add(FOR_THIS_CLIENT);
    return whole(OK, headers, asked, source, page);
  }

  private static Reply notAsWanted(Representation representation) {
    boolean isFeed = representation.kind() == Representation.Kind.FEED;
    return Reply.line(
        PRECONDITION_FAILED,
        isFeed ? HttpFields.from(FOR_SCRIPTS) : HttpFields.EMPTY,
        "this is not what If-Match or If-Unmodified-Since asks for\n");
  }

  private static void validators(
      HttpFields.Mutable headers, Representation representation, Instant now) {
    if (representation.kind() != Representation.Kind.STATE) {
      headers.add(HttpHeader.ETAG, "W/\"" + representation.tag() + "\"");
      representation
          .lastModified()
          .map(changed -> changed.isAfter(now) ? now : changed)
          .ifPresent(
              changed -> headers.add(HttpHeader.LAST_MODIFIED, new HttpDate(changed).toString()));
    }
  }

  private static void vary(HttpFields.Mutable headers, Representation representation) {
    if (representation.kind() == Representation.Kind.FEED) {
      headers.add(VARY_OF_FEEDS);
      headers.add(FOR_SCRIPTS);
      headers.add(EXPOSED);
    } else if (representation.isWorthPacking()) {
      headers.add(VARY);
    }
  }

  private static Reply whole(
      int status,
      HttpFields.Mutable headers,
      Asked asked,
      Served source,
      Representation representation) {
    headers.add(HttpHeader.CONTENT_TYPE, representation.contentType());
    if (!representation.links().isEmpty()) {
      headers.add(HttpHeader.LINK, String.join(", ", representation.links()));
    }
    headers.add(Reply.NO_SNIFFING);
    if (StandingHeaders.isHtml(representation)) {
      headers.add(CONTENT_SECURITY_POLICY);
      headers.add(REFERRER_POLICY);
    }
    Optional<ContentCoding> coding = coding(asked, representation);
    coding.ifPresent(chosen -> headers.add(HttpHeader.CONTENT_ENCODING, chosen.token()));
    ByteBuffer body =
        coding.map(chosen -> source.packed(representation, chosen)).orElseGet(representation::body);
    return Reply.of(status, headers, body.remaining(), Optional.of(body), representation);
  }

  private static Optional<ContentCoding> coding(Asked asked, Representation representation) {
    return representation.isWorthPacking()
        ? AcceptEncoding.parse(asked.find("Accept-Encoding")).choose(ContentCoding.available())
        : Optional.empty();
  }
}
