package org.offprint.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.offprint.site.Representation;

/** The headers of a representation that depend on neither client nor time: a static host must send the same with the file. */
public final class StandingHeaders {
  static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self';"
      + " script-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  static final String REFERRER_POLICY = "strict-origin-when-cross-origin";
  static final String NO_SNIFFING = "nosniff";
  static final String EVERYONE = "*";
  static final String EXPOSED = "ETag, Last-Modified, Link";

  private StandingHeaders() {}

  /**
   * Returns the headers by name. The max-age of a feed is 15 minutes, since a file does not know when the next issue
   * is expected.
   */
  public static Map<String, String> of(Representation representation) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", representation.contentType());
    headers.put("Cache-Control", cacheControl(representation.kind(), () -> Freshness.LEAST));
    headers.put("X-Content-Type-Options", NO_SNIFFING);
    if (representation.kind() == Representation.Kind.FEED) {
      headers.put("Access-Control-Allow-Origin", EVERYONE);
      headers.put("Access-Control-Expose-Headers", EXPOSED);
    }
    if (isHtml(representation)) {
      headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      headers.put("Referrer-Policy", REFERRER_POLICY);
    }
    return headers;
  }

  static boolean isHtml(Representation representation) {
    return representation.contentType().startsWith("text/html");
  }

  static String cacheControl(Representation.Kind kind, Supplier<Duration> ageOfFeeds) {
    return switch (kind) {
      case FEED ->
        "public, max-age=" + ageOfFeeds.get().toSeconds()
            + ", stale-while-revalidate=60, stale-if-error=86400";
      case PAGE, FILE -> "public, max-age=300, stale-if-error=86400";
      case ASSET -> "public, max-age=31536000, immutable";
      case STATE -> "no-store";
    };
  }
}
