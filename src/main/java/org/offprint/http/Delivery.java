package org.offprint.http;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.site.Answer;
import org.offprint.site.ContentCoding;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.site.StaticHeaders;

/** Decides how a representation is sent: whole, in part, or as a 304. Thread-safe. */
final class Delivery {
  /** The headers of a feed's reply that scripts of other sites may read. */
  private static final HttpField EXPOSED =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, StaticHeaders.EXPOSED);

  private static final HttpField CONTENT_SECURITY_POLICY =
      new PreEncodedHttpField("Content-Security-Policy", StaticHeaders.CONTENT_SECURITY_POLICY);
  private static final HttpField REFERRER_POLICY =
      new PreEncodedHttpField("Referrer-Policy", StaticHeaders.REFERRER_POLICY);
  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
  private static final HttpField VARY_OF_FEEDS =
      new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding, Sec-Fetch-Dest");
  /** Marks a reply for one client: no cache may store it. */
  private static final HttpField FOR_THIS_CLIENT =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, no-store");

  private final Clock clock;
  private final CacheControl cacheControl;
  private final Optional<PollLimit> pollLimit;
  private final Optional<Hub> hub;

  /**
   * Delivers by rules.
   *
   * @param hub of the feeds, which name it while it is up
   */
  Delivery(Clock clock, ServingRules rules, Optional<Hub> hub) {
    this.hub = hub;
    this.clock = clock;
    this.cacheControl = new CacheControl(rules.feedMaxAge());
    this.pollLimit = rules.pollLimit().map(perHour -> new PollLimit(perHour, clock));
  }

  /**
   * Replies with the representation at a path.
   *
   * @param source the site; empty before there is one, for a feed of the last run
   * @param path as in {@link Site#find}
   */
  Reply found(
      HttpRequest asked, Optional<Site> source, String path, Representation representation) {
    boolean isFeed = representation.kind() == Representation.Kind.FEED;
    if (isFeed && asked.isNavigation()) {
      Optional<Representation> page = source.flatMap(site -> site.findNotice(path));
      if (page.isPresent()) {
        return toPerson(asked, source, page.get());
      }
    }
    ConditionalRequest condition = ConditionalRequest.of(asked);
    Instant now = clock.instant();
    boolean isFailed = condition.isFailed(representation, now);
    if (isFeed && pollLimit.isPresent() && !condition.hasValidator(now)) {
      boolean isSent = !asked.isHead() && !isFailed;
      Optional<Reply> refusal = pollLimit.get().refusal(asked.client().get(), path, isSent);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    if (isFailed) {
      return notAsWanted(representation);
    }
    HttpField freshness =
        cacheControl.of(representation.kind(), source.flatMap(Site::nextExpected), now);
    HttpFields.Mutable headers = HttpFields.build();
    validators(headers, representation, now);
    vary(headers, representation);
    if (representation.kind() != Representation.Kind.STATE
        && condition.isUnchanged(representation, now)) {
      headers.add(freshness);
      if (representation.isTopic()) {
        links(headers, representation);
      }
      return Reply.notModified(headers, representation);
    }
    if (condition.isDatedBefore(representation, now)) {
      headers.remove(HttpHeader.LAST_MODIFIED);
    }
    headers.add(freshness);
    links(headers, representation);
    return whole(HttpStatus.OK_200, headers, asked, source, representation);
  }

  /** Returns whether the reply needs no rendering and no compressing; a 304 needs neither. */
  boolean isCached(HttpRequest asked, Representation representation) {
    return !asked.isNavigation()
        && (coding(asked, representation)
                .filter(wanted -> !representation.has(wanted))
                .isEmpty()
            || ConditionalRequest.of(asked).isUnchanged(representation, clock.instant()));
  }

  /** Replies with the page for an address where nothing is, or nothing any more. */
  static Reply missing(HttpRequest asked, Answer.Missing missing) {
    int status = missing.isGone() ? HttpStatus.GONE_410 : HttpStatus.NOT_FOUND_404;
    return unkept(status, asked, missing.page());
  }

  /** Replies with the page for a choice that no feed matches. */
  static Reply refused(HttpRequest asked, Representation page) {
    return unkept(HttpStatus.BAD_REQUEST_400, asked, page);
  }

  private static Reply unkept(int status, HttpRequest asked, Representation page) {
    HttpFields.Mutable headers = HttpFields.build();
    headers.add(Reply.NO_STORE);
    return whole(status, headers, asked, Optional.empty(), page);
  }

  /** Replies that something is not available at the moment. */
  static Reply later(HttpRequest asked, Answer.Later later) {
    if (later.page().isEmpty()) {
      return ErrorReplies.later(later);
    }
    HttpFields.Mutable headers = HttpFields.build();
    headers.add(HttpHeader.RETRY_AFTER, Integer.toString(later.seconds()));
    headers.add(Reply.NO_STORE);
    return whole(
        HttpStatus.SERVICE_UNAVAILABLE_503,
        headers,
        asked,
        Optional.empty(),
        later.page().get());
  }

  /** Sends a browser that opened a feed URL the page of the feed, which no cache may store. */
  private static Reply toPerson(HttpRequest asked, Optional<Site> source, Representation page) {
    HttpFields.Mutable headers = HttpFields.build();
    headers.add(VARY_OF_FEEDS);
    headers.add(FOR_THIS_CLIENT);
    return whole(HttpStatus.OK_200, headers, asked, source, page);
  }

  private static Reply notAsWanted(Representation representation) {
    boolean isFeed = representation.kind() == Representation.Kind.FEED;
    return Reply.notAsWanted(isFeed ? HttpFields.from(Reply.FOR_SCRIPTS) : HttpFields.EMPTY);
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
      headers.add(Reply.FOR_SCRIPTS);
      headers.add(EXPOSED);
    } else if (representation.isWorthPacking()) {
      headers.add(VARY);
    }
  }

  private void links(HttpFields.Mutable headers, Representation representation) {
    boolean hasHub = representation.isTopic() && hub.filter(Hub::isUp).isPresent();
    List<String> links = representation.links(hasHub);
    if (!links.isEmpty()) {
      headers.add(HttpHeader.LINK, String.join(", ", links));
    }
  }

  private static Reply whole(
      int status,
      HttpFields.Mutable headers,
      HttpRequest asked,
      Optional<Site> source,
      Representation representation) {
    headers.add(HttpHeader.CONTENT_TYPE, representation.contentType());
    headers.add(Reply.NO_SNIFFING);
    if (StaticHeaders.isHtml(representation)) {
      headers.add(CONTENT_SECURITY_POLICY);
      headers.add(REFERRER_POLICY);
    }
    Optional<ContentCoding> coding = coding(asked, representation);
    coding.ifPresent(chosen -> headers.add(HttpHeader.CONTENT_ENCODING, chosen.token()));
    ByteBuffer body = coding
        .map(chosen -> compressed(source, representation, chosen))
        .orElseGet(representation::body);
    return Reply.of(status, headers, body.remaining(), Optional.of(body), representation);
  }

  private static ByteBuffer compressed(
      Optional<Site> source, Representation representation, ContentCoding coding) {
    return source
        .map(site -> site.packed(representation, coding))
        .orElseGet(() -> representation.body(coding));
  }

  private static Optional<ContentCoding> coding(HttpRequest asked, Representation representation) {
    return representation.isWorthPacking()
        ? AcceptEncoding.parse(asked.find("Accept-Encoding")).choose(ContentCoding.available())
        : Optional.empty();
  }
}
