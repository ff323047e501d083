package org.offprint.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.site.Representation;
import org.offprint.site.StaticHeaders;

/**
 * Sets the {@code Cache-Control} header. The max-age of feeds is long while no issue is expected and short when one is, so that no
 * reader gets it late; it is computed once a second. Thread-safe.
 */
final class CacheControl {
  /** The longest max-age: readers with an HTTP cache get an early issue within the hour. */
  private static final Duration MOST = Duration.ofHours(1);

  private final Optional<Duration> fixed;
  private volatile Optional<OfFeeds> known = Optional.empty();

  /** The header for all feeds in one second. */
  private record OfFeeds(Optional<Instant> nextExpected, long second, HttpField header) {}

  /**
   * Lets the max-age of feeds follow the newsletter.
   *
   * @param fixed the value that the operator sets instead
   */
  CacheControl(Optional<Duration> fixed) {
    this.fixed = fixed;
  }

  /**
   * Returns the header.
   *
   * @param nextExpected the time when the next issue is expected
   */
  HttpField of(Representation.Kind kind, Optional<Instant> nextExpected, Instant now) {
    if (kind != Representation.Kind.FEED) {
      return header(kind, nextExpected, now);
    }
    long second = now.getEpochSecond();
    Optional<OfFeeds> same =
        known.filter(last -> last.second() == second && last.nextExpected().equals(nextExpected));
    if (same.isPresent()) {
      return same.get().header();
    }
    HttpField header = header(kind, nextExpected, now);
    known = Optional.of(new OfFeeds(nextExpected, second, header));
    return header;
  }

  private HttpField header(Representation.Kind kind, Optional<Instant> nextExpected, Instant now) {
    return new PreEncodedHttpField(
        HttpHeader.CACHE_CONTROL, StaticHeaders.cacheControl(kind, ageOfFeeds(nextExpected, now)));
  }

  /** Returns the max-age of feeds from now on. */
  Duration ageOfFeeds(Optional<Instant> nextExpected, Instant now) {
    return fixed.orElseGet(() -> nextExpected
        .map(expected -> Duration.between(now, expected))
        .map(CacheControl::clamped)
        .orElse(StaticHeaders.LEAST_AGE));
  }

  private static Duration clamped(Duration calm) {
    if (calm.compareTo(StaticHeaders.LEAST_AGE) < 0) {
      return StaticHeaders.LEAST_AGE;
    }
    return calm.compareTo(MOST) > 0 ? MOST : calm;
  }
}
