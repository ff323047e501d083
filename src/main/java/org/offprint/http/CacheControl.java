package org.offprint.http;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.site.Representation;
import org.offprint.site.Served;

/** Sets the {@code Cache-Control} header; for feeds it is computed once a second. Thread-safe. */
final class CacheControl {
  private final Freshness freshness;
  private volatile Optional<Said> said = Optional.empty();

  /** The header for all feeds of one source in one second. */
  private record Said(WeakReference<Served> of, long second, HttpField header) {}

  CacheControl(Freshness freshness) {
    this.freshness = freshness;
  }

  HttpField of(Representation.Kind kind, Served source, Instant now) {
    if (kind != Representation.Kind.FEED) {
      return header(kind, source, now);
    }
    Optional<Said> known =
        said.filter(last -> last.of().refersTo(source) && last.second() == now.getEpochSecond());
    if (known.isPresent()) {
      return known.get().header();
    }
    HttpField header = header(kind, source, now);
    said = Optional.of(new Said(new WeakReference<>(source), now.getEpochSecond(), header));
    return header;
  }

  private HttpField header(Representation.Kind kind, Served source, Instant now) {
    return new PreEncodedHttpField(
        HttpHeader.CACHE_CONTROL,
        StandingHeaders.cacheControl(kind, () -> freshness.of(source.nextExpected(), now)));
  }
}
