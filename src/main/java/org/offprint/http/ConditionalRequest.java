package org.offprint.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.site.Representation;

/**
 * "Has it changed since I had it?" (RFC 9110 section 13). {@code If-None-Match} wins over {@code
 * If-Modified-Since}.
 *
 * @param ifNoneMatch the header, empty if there is none
 * @param ifModifiedSince the header, empty if there is none
 */
record ConditionalRequest(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");
  /** What servers in between append to a tag when they compress. */
  private static final String ENCODING_SUFFIX = "(--?|;)(gzip|br)$";

  /** Whether what the client has is what it would get. */
  boolean isUnchanged(Representation representation) {
    if (ifNoneMatch.isPresent()) {
      return matches(ifNoneMatch.get().strip(), representation.tag());
    }
    return ifModifiedSince
        .flatMap(ConditionalRequest::date)
        .flatMap(date -> representation.lastModified().map(changed -> !changed.isAfter(date)))
        .orElse(false);
  }

  /**
   * Whether the entity tag decided though there was a date. Such a client (curl with {@code -z}) compares our
   * date with the time of its last visit once more by itself, and throws away what is dated before.
   */
  boolean hasBoth() {
    return ifNoneMatch.isPresent() && ifModifiedSince.isPresent();
  }

  private static boolean matches(String header, String tag) {
    if (header.equals("*")) {
      return true;
    }
    Matcher tags = TAG.matcher(header);
    while (tags.find()) {
      String candidate = tags.group(1);
      if (candidate.equals(tag) || candidate.replaceFirst(ENCODING_SUFFIX, "").equals(tag)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant());
    } catch (DateTimeException e) {
      // RFC 9110 section 13.1.3: a date that cannot be read is ignored.
      return Optional.empty();
    }
  }
}
