package org.offprint.site;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.offprint.issue.FileType;

/** The headers of a representation that depend on neither client nor time: a static host must send the same with the file. */
public final class StaticHeaders {
  public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self';"
      + " script-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  /** A drawing may hold scripts, which would be those of our pages. */
  private static final String POLICY_OF_DRAWINGS =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  public static final String REFERRER_POLICY = "strict-origin-when-cross-origin";
  public static final String NO_SNIFFING = "nosniff";
  public static final String EVERYONE = "*";
  public static final String EXPOSED = "ETag, Last-Modified, Link";

  /** The shortest max-age of feeds: no client polls more often. */
  public static final Duration LEAST_AGE = Duration.ofMinutes(15);

  private StaticHeaders() {}

  /** Returns the headers by name. The max-age of a feed is the shortest, since a file does not know when the next issue is expected. */
  public static Map<String, String> of(Representation representation) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", representation.contentType());
    headers.put("Cache-Control", cacheControl(representation.kind(), LEAST_AGE));
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

  /** Returns the headers of a file that an issue brings with it. */
  public static Map<String, String> of(SiteFile file) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", file.mediaType());
    headers.put("Cache-Control", cacheControl(Representation.Kind.FILE, LEAST_AGE));
    headers.put("X-Content-Type-Options", NO_SNIFFING);
    if (file.mediaType().equals(FileType.SVG)) {
      headers.put("Content-Security-Policy", POLICY_OF_DRAWINGS);
    }
    return headers;
  }

  /** Returns true if browsers take it for a page. */
  public static boolean isHtml(Representation representation) {
    return representation.contentType().startsWith("text/html");
  }

  /** Returns the {@code Cache-Control} header. */
  public static String cacheControl(Representation.Kind kind, Duration ageOfFeeds) {
    return switch (kind) {
      case FEED ->
        "public, max-age=" + ageOfFeeds.toSeconds()
            + ", stale-while-revalidate=60, stale-if-error=86400";
      case PAGE, FILE -> "public, max-age=300, stale-if-error=86400";
      case ASSET -> "public, max-age=31536000, immutable";
      case STATE -> "no-store";
    };
  }
}
