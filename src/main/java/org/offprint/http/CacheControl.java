package org.offprint.http;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.publication.Publication;
import org.offprint.site.Representation;

/** Says how long copies may be used; for feeds it works that out once a second. Thread-safe. */
final class CacheControl {
  private final Freshness freshness;
  private volatile Optional<Said> said = Optional.empty();

  /** What was said of all feeds of a publication in one second. */
  private record Said(Publication of, long second, HttpField header) {}

  CacheControl(Freshness freshness) {
    this.freshness = freshness;
  }

  HttpField of(Representation.Kind kind, Publication publication, Instant now) {
    if (kind != Representation.Kind.FEED) {
      return header(kind, publication, now);
    }
    Optional<Said> known =
        said.filter(last -> last.of() == publication && last.second() == now.getEpochSecond());
    if (known.isPresent()) {
      return known.get().header();
    }
    HttpField header = header(kind, publication, now);
    said = Optional.of(new Said(publication, now.getEpochSecond(), header));
    return header;
  }

  private HttpField header(Representation.Kind kind, Publication publication, Instant now) {
    return new PreEncodedHttpField(
        HttpHeader.CACHE_CONTROL,
        StandingHeaders.cacheControl(kind, () -> freshness.of(publication, now)));
  }
}
