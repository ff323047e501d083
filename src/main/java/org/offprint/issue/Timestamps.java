package org.offprint.issue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as authors write them in front matter. */
final class Timestamps {
  static final String EXPECTED =
      "write 2026-01-31, 2026-01-31T10:00:00 or 2026-01-31T10:00:00+01:00";

  private static final Pattern TIMESTAMP = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
      + "(?:(?:[Tt]|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?"
      + "\\s*(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");

  /** Before it, other software counts the days by the Julian calendar: formats would disagree. */
  private static final int FIRST_YEAR = 1583;

  private Timestamps() {}

  /**
   * The moment that a text names, to the second, with its own offset.
   *
   * @param zone the time zone of a date without an offset; a date without a time is midnight there
   */
  static Optional<OffsetDateTime> parse(String text, ZoneId zone) {
    Matcher parts = TIMESTAMP.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDate.parse(parts.group(1)).atTime(time(parts));
      if (local.getYear() < FIRST_YEAR) {
        return Optional.empty();
      }
      return Optional.of(
          parts.group(5) == null
              ? local.atZone(zone).toOffsetDateTime()
              : local.atOffset(offset(parts.group(5).toUpperCase(Locale.ROOT))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime time(Matcher parts) {
    return parts.group(2) == null
        ? LocalTime.MIDNIGHT
        : LocalTime.of(
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)));
  }

  private static ZoneOffset offset(String text) {
    return text.equals("UTC") || text.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }
}
