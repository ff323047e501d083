package org.offprint.issue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates from when on a file may be named to everybody. It is for files that are no valid issue, in whatever encoding
 * and syntax they are written: one that only looks like a draft is merely not named.
 */
final class HeldBack {
  private static final Pattern END_OF_FRONT_MATTER =
      Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*+$");
  private static final int LENGTH_OF_MARK = 3;

  /** The place of a draft: its folder, or its name, which may have a date before it. */
  private static final Pattern PLACE_OF_DRAFT =
      Pattern.compile("(?i)(?:.*/)?[-\\d_. ]*_?drafts?(?:[-_. ][^/]*)?(?:/.*|\\.[^./]+)"
          + "|(?i)(?:.*/)?[^/]*(?:\\.drafts?|[(\\[]draft[)\\]])(?:[-_. ][^/]*)?(?:/.*|\\.[^./]+)");

  /** The keys by which generators hold an issue back, in lower case, and those by which they let it go. */
  static final Set<String> DRAFT = Set.of("draft", "drafts", "isdraft", "is_draft", "is-draft");

  static final Set<String> HIDDEN = Set.of(
      "hidden",
      "private",
      "unpublished",
      "unlisted",
      "wip",
      "headless",
      "eleventyexcludefromcollections");
  static final Set<String> PUBLISHED = Set.of("published", "publish", "public");
  static final Set<String> STATES = Set.of("status", "state", "visibility");
  static final Set<String> UNPUBLISHED = Set.of(
      "draft",
      "hidden",
      "private",
      "pending",
      "unpublished",
      "unlisted",
      "wip",
      "future",
      "scheduled",
      "skip");

  /** The keys, in lower case, of the moment before which an issue is not to be published. */
  static final Set<String> PUBLICATION = Set.of(
      "publishdate",
      "publish_date",
      "publish-date",
      "pubdate",
      "pub_date",
      "pubdatetime",
      "publishedat",
      "published_at",
      "publishat",
      "publish_at",
      "publish_on",
      "published_on",
      "datepublished",
      "publisheddate",
      "published_date",
      "publication_date");

  /** The keys, in lower case, of the moment from which an issue is not to be there any more. */
  static final Set<String> ENDS = Set.of(
      "expirydate",
      "expiry_date",
      "expiry-date",
      "expiry",
      "expires",
      "expire",
      "expiredate",
      "expire_date",
      "expiration",
      "expirationdate",
      "expiration_date",
      "unpublishdate",
      "unpublish_date",
      "unpublish-date");

  private static final String OFF = "(?:false|no\\b|off\\b|0\\b)";
  private static final String IS = ")[\"']?\\s*+[:=]\\s*+[\"']?+";

  /** A draft in YAML, TOML or JSON. */
  private static final Pattern IS_DRAFT = Pattern.compile("(?i)\\b(?:"
      + String.join("|", DRAFT) + '|' + String.join("|", HIDDEN) + IS + "(?!" + OFF + ")(?:\\S|\\z)"
      + "|\\b(?:" + String.join("|", PUBLISHED) + IS + OFF
      + "|\\b(?:_?build\\.)?(?:render" + IS + "(?:never|false|link)" + "|\\b(?:"
      + String.join("|", STATES) + IS
      + "(?:" + String.join("|", UNPUBLISHED) + ")");

  private static final String ANY_DATE =
      "(?i)(?:\\b|publish_?|pub_?)(?:date(?:time)?|published(?:_?at)?)\\b";
  private static final Pattern DATE =
      Pattern.compile(ANY_DATE + "\\D{0,80}+((\\d{4}-\\d\\d-\\d\\d)[^\"'#\\r\\n]*+)");

  /** A date in another form, of which the year is known. */
  private static final Pattern YEAR = Pattern.compile(ANY_DATE + "[^\\r\\n]{0,80}?\\b(\\d{4})\\b");

  private static final Pattern DATED_NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private HeldBack() {}

  /**
   * Returns the latest time that a file names.
   *
   * @param rules the rules for dates
   * @return {@link Instant#MAX} for a draft, {@link Instant#MIN} if nothing holds it back
   */
  static Instant until(String file, byte[] bytes, DateRules rules) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    Matcher end = END_OF_FRONT_MATTER.matcher(text);
    boolean isClosed = text.length() > LENGTH_OF_MARK && end.find(LENGTH_OF_MARK);
    String head = isClosed ? text.substring(0, end.start()) : text;
    if (isInPlaceOfDrafts(file) || IS_DRAFT.matcher(head).find()) {
      return Instant.MAX;
    }
    Instant until = Instant.MIN;
    for (Matcher date = DATE.matcher(head); date.find(); ) {
      String moment = date.group(1);
      Optional<OffsetDateTime> exact = Timestamps.parse(moment, rules);
      // Of a time in another form only the day is known.
      String day = date.group(2);
      until = later(
          until, exact.or(() -> Timestamps.parse(day, rules).map(start -> start.plusDays(1))));
    }
    for (Matcher year = YEAR.matcher(head); year.find(); ) {
      until = later(until, Timestamps.parse(year.group(1) + "-01-01", rules));
    }
    for (Matcher name = DATED_NAME.matcher(file); name.find(); ) {
      until = later(until, Timestamps.parse(name.group(), rules));
    }
    return until;
  }

  /** Returns true for a file whose place says that it is a draft. */
  static boolean isInPlaceOfDrafts(String file) {
    return PLACE_OF_DRAFT.matcher(file).matches();
  }

  private static Instant later(Instant until, Optional<OffsetDateTime> other) {
    return other.map(OffsetDateTime::toInstant).filter(until::isBefore).orElse(until);
  }
}
