package org.offprint.rules;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two ways in which feeds write a moment. */
final class Dates {
  private static final Pattern RFC_3339 = Pattern.compile(
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern RFC_822 = Pattern.compile("(?:(?<weekday>[A-Z][a-z]{2}), )?"
      + "(?<day>\\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\\d{2}|\\d{4}) "
      + "(?<time>\\d{2}:\\d{2}(?::\\d{2})?) (?<zone>[A-Z]{1,3}|[+-]\\d{4})");
  private static final List<String> WEEKDAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** The zones that RFC 822 names; its letters for military zones were wrong from the start. */
  private static final Map<String, String> ZONES = Map.of(
      "UT", "+0000", "GMT", "+0000", "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500",
      "MST", "-0700", "MDT", "-0600", "PST", "-0800", "PDT", "-0700");

  private Dates() {}

  /**
   * A date of RFC 822, with the year of four digits that RSS allows.
   *
   * @param weekday what it says, right or wrong
   * @param year as it is written
   * @param zone as it is written
   * @param date the day
   * @param instant the moment
   */
  record Rfc822(
      Optional<DayOfWeek> weekday, String year, String zone, LocalDate date, Instant instant) {}

  /** The moment of a date as Atom and JSON Feed write it; empty where it is none. */
  static Optional<Instant> findRfc3339(String text) {
    try {
      return Optional.of(text)
          .filter(date -> RFC_3339.matcher(date).matches())
          .map(date -> OffsetDateTime.parse(date).toInstant());
    } catch (DateTimeException e) {
      // Such as the 30th of February: no date.
      return Optional.empty();
    }
  }

  /** A date as RSS writes it; empty where it is none. */
  static Optional<Rfc822> findRfc822(String text) {
    Matcher parts = RFC_822.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      String year = parts.group("year");
      String zone = parts.group("zone");
      LocalDate date = LocalDate.of(
          Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0),
          MONTHS.indexOf(parts.group("month")) + 1,
          Integer.parseInt(parts.group("day")));
      Instant instant = date.atTime(LocalTime.parse(parts.group("time")))
          .toInstant(ZoneOffset.of(ZONES.getOrDefault(zone, zone)));
      Optional<DayOfWeek> weekday = Optional.ofNullable(parts.group("weekday"))
          .map(name -> DayOfWeek.of(WEEKDAYS.indexOf(name) + 1));
      return Optional.of(new Rfc822(weekday, year, zone, date, instant));
    } catch (DateTimeException e) {
      // Such as a zone or a month that nobody knows: no date.
      return Optional.empty();
    }
  }
}
