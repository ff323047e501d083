package org.offprint.http;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.site.Representation;

/**
 * The validators of a request: {@code If-None-Match}, {@code If-Match} and their date forms (RFC 9110 section 13). In
 * each pair the ETag takes precedence over the date. A missing header is empty.
 */
record ConditionalRequest(
    Optional<String> ifMatch,
    Optional<String> ifUnmodifiedSince,
    Optional<String> ifNoneMatch,
    Optional<String> ifModifiedSince) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");
  /** The suffix that some proxies append to an ETag when they compress. */
  private static final Pattern ENCODING_SUFFIX = Pattern.compile("(--?|;)(gzip|br)$");

  /** Reads the headers of a request. */
  static ConditionalRequest of(HttpRequest asked) {
    return new ConditionalRequest(
        asked.find("If-Match"),
        asked.find("If-Unmodified-Since"),
        asked.find("If-None-Match"),
        asked.find("If-Modified-Since"));
  }

  /**
   * Returns true for 412: the client wants only the version that it has, and that has changed. ETags are compared
   * strongly (section 13.1.1): a weak one, as all of ours are, does not prove that the bytes are the same. A date
   * within the second of the change counts as earlier, since more may have changed in that second.
   */
  boolean isFailed(Representation representation, Instant now) {
    if (ifMatch.isPresent()) {
      return !ifMatch.get().strip().equals("*");
    }
    return ifUnmodifiedSince
        .flatMap(date -> HttpDate.parse(date, now))
        .flatMap(
            date -> representation.lastModified().map(changed -> changed.isAfter(date.moment())))
        .orElse(false);
  }

  /** Returns true for 412 where ETags are strong and there is no date. */
  boolean isFailed(String strongTag) {
    return ifMatch
        .filter(tags -> !tags.strip().equals("*"))
        .filter(tags -> TAG.matcher(tags)
            .results()
            .noneMatch(found -> found.group().equals('"' + strongTag + '"')))
        .isPresent();
  }

  /** Returns true for 304 where there is no date. */
  boolean isUnchanged(String tag) {
    return ifNoneMatch.filter(tags -> matches(tags.strip(), tag)).isPresent();
  }

  /** Returns true for 304: the client already has the current version. */
  boolean isUnchanged(Representation representation, Instant now) {
    if (ifNoneMatch.isPresent()) {
      return matches(ifNoneMatch.get().strip(), representation.tag());
    }
    return isDatedBefore(representation, now);
  }

  /**
   * Returns true if nothing has changed since {@code If-Modified-Since}, regardless of ETags. A client that sends
   * both (curl with {@code -z}) also compares our date with its own, and discards a body that is not newer.
   */
  boolean isDatedBefore(Representation representation, Instant now) {
    return ifModifiedSince
        .flatMap(date -> HttpDate.parse(date, now))
        .flatMap(
            date -> representation.lastModified().map(changed -> !changed.isAfter(date.moment())))
        .orElse(false);
  }

  /** Returns true if the request has a validator: any ETag or, without one, a date. Malformed ones do not count. */
  boolean hasValidator(Instant now) {
    return ifNoneMatch
        .map(tags -> tags.strip().equals("*") || TAG.matcher(tags).find())
        .orElseGet(
            () -> ifModifiedSince.flatMap(date -> HttpDate.parse(date, now)).isPresent());
  }

  private static boolean matches(String header, String tag) {
    // Most send back what they got, and nothing else.
    if (header.equals("*") || header.equals("W/\"" + tag + "\"")) {
      return true;
    }
    Matcher tags = TAG.matcher(header);
    while (tags.find()) {
      String candidate = tags.group(1);
      if (candidate.equals(tag)
          || ENCODING_SUFFIX.matcher(candidate).replaceFirst("").equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
