package org.offprint.http;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.site.Representation;

/**
 * "Has it changed since I had it?", and "only if it has not" (RFC 9110 section 13). Of each pair the tags win over
 * the date. A header that is not there is empty.
 */
record ConditionalRequest(
    Optional<String> ifMatch,
    Optional<String> ifUnmodifiedSince,
    Optional<String> ifNoneMatch,
    Optional<String> ifModifiedSince) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");
  /** What servers in between append to a tag when they compress. */
  private static final Pattern ENCODING_SUFFIX = Pattern.compile("(--?|;)(gzip|br)$");

  /** What a request asks. */
  static ConditionalRequest of(HttpRequest asked) {
    return new ConditionalRequest(
        asked.find("If-Match"),
        asked.find("If-Unmodified-Since"),
        asked.find("If-None-Match"),
        asked.find("If-Modified-Since"));
  }

  /**
   * Whether the client wants nothing else than what it has, and would get something else. Its tags are to be
   * compared strongly (section 13.1.1): a weak one, as all of ours are, is no proof that the bytes are the same. A date
   * that was sent within the second of the change counts as earlier, since more may have changed in it.
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

  /** Whether what the client has is what it would get at this moment. */
  boolean isUnchanged(Representation representation, Instant now) {
    if (ifNoneMatch.isPresent()) {
      return matches(ifNoneMatch.get().strip(), representation.tag());
    }
    return isDatedBefore(representation, now);
  }

  /**
   * Whether the date that was sent says that nothing has changed, whatever the tags say. A client that sends both (curl with
   * {@code -z}) compares our date with that once more by itself, and throws away what is dated before.
   */
  boolean isDatedBefore(Representation representation, Instant now) {
    return ifModifiedSince
        .flatMap(date -> HttpDate.parse(date, now))
        .flatMap(
            date -> representation.lastModified().map(changed -> !changed.isAfter(date.moment())))
        .orElse(false);
  }

  /**
   * Whether the client asks for changes at all: with an entity tag, of whatever version, or without one with
   * a date. What cannot be read does not count.
   */
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
