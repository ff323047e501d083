package org.offprint.issue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
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

  /** A draft in YAML, TOML or JSON. */
  private static final Pattern DRAFT =
      Pattern.compile("(?i)\\bdraft[\"']?\\s*+[:=]\\s*+[\"']?+(?!false|no\\b|off\\b|0\\b)\\S");

  private static final Pattern DATE =
      Pattern.compile("(?i)\\bdate\\b\\D{0,80}+((\\d{4}-\\d\\d-\\d\\d)[^\"'#\\r\\n]*+)");

  /** A date in another form, of which the year is known. */
  private static final Pattern YEAR =
      Pattern.compile("(?i)\\bdate\\b[^\\r\\n]{0,80}?\\b(\\d{4})\\b");

  private static final Pattern DATED_NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private HeldBack() {}

  /**
   * Returns the latest time that a file names.
   *
   * @param zone the time zone of a date without an offset
   * @return {@link Instant#MAX} for a draft, {@link Instant#MIN} if nothing holds it back
   */
  static Instant until(String file, byte[] bytes, ZoneId zone) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    Matcher end = END_OF_FRONT_MATTER.matcher(text);
    boolean isClosed = text.length() > LENGTH_OF_MARK && end.find(LENGTH_OF_MARK);
    String head = isClosed ? text.substring(0, end.start()) : text;
    if (DRAFT.matcher(head).find()) {
      return Instant.MAX;
    }
    Instant until = Instant.MIN;
    for (Matcher date = DATE.matcher(head); date.find(); ) {
      String moment = date.group(1);
      Optional<OffsetDateTime> exact = Timestamps.parse(moment, zone);
      // Of a time in another form only the day is known.
      String day = date.group(2);
      until =
          later(until, exact.or(() -> Timestamps.parse(day, zone).map(start -> start.plusDays(1))));
    }
    for (Matcher year = YEAR.matcher(head); year.find(); ) {
      until = later(until, Timestamps.parse(year.group(1) + "-01-01", zone));
    }
    for (Matcher name = DATED_NAME.matcher(file); name.find(); ) {
      until = later(until, Timestamps.parse(name.group(), zone));
    }
    return until;
  }

  private static Instant later(Instant until, Optional<OffsetDateTime> other) {
    return other.map(OffsetDateTime::toInstant).filter(until::isBefore).orElse(until);
  }
}
