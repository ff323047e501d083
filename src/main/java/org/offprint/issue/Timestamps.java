package org.offprint.issue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as authors write them in front matter. */
final class Timestamps {
  static final String EXPECTED =
      "write 2026-01-31, 2026-01-31T10:00:00 or 2026-01-31T10:00:00+01:00";

  private static final String YEAR = "(?<year>\\d{4})";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?";
  private static final String NAME = "(?:of\\s+|de\\s+)?(?<month>\\p{L}+)\\.?(?:\\s+de)?";
  private static final String TIME =
      "(?:(?:[Tt]|,?\\s+)(?:at\\s+)?(?<hour>\\d{1,2}):(?<minute>\\d{2})"
          + "(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<half>[AaPp]\\.?[Mm]\\b\\.?)?"
          + "\\s*(?<zone>(?:GMT|UTC)?[+-]\\d{2}(?::?\\d{2})?|[A-Za-z]+(?:[/_-][A-Za-z]+)*)?"
          + "(?:\\s+[A-Z]{2,5})?)?(?:\\s+\\([^()]*\\))?";

  private record Form(Pattern pattern, BiFunction<Matcher, DateRules, Optional<LocalDate>> date) {
    static Form of(String pattern, BiFunction<Matcher, DateRules, Optional<LocalDate>> date) {
      return new Form(
          Pattern.compile("(?:\\p{L}{2,}(?:\\.?,\\s*|\\.?\\s+))?" + pattern + TIME), date);
    }

    Optional<OffsetDateTime> read(String text, DateRules rules) {
      Matcher parts = pattern.matcher(text);
      return parts.matches()
          ? date.apply(parts, rules).flatMap(day -> at(day, parts, rules))
          : Optional.empty();
    }
  }

  private static final List<Form> FORMS = List.of(
      Form.of(
          YEAR + "(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})",
          Timestamps::ofNumbers),
      Form.of(YEAR + "(?<month>\\d{2})(?<day>\\d{2})", Timestamps::ofNumbers),
      Form.of(
          YEAR + "\\s*[年년]\\s*(?<month>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일]?",
          Timestamps::ofNumbers),
      Form.of(
          "(?<month>\\d{1,2})(?<sign>[-/.])(?<day>\\d{1,2})\\k<sign>" + YEAR,
          Timestamps::ofNumbersInAnOrder),
      Form.of(DAY + "[\\s-]+" + NAME + ",?[\\s-]+" + YEAR, Timestamps::ofName),
      Form.of(NAME + "\\s+" + DAY + ",?\\s+" + YEAR, Timestamps::ofName),
      Form.of(YEAR + "[\\s-]+" + NAME + "[\\s-]+" + DAY, Timestamps::ofName));

  private static final Pattern IN_AN_ORDER = Pattern.compile("\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}\\b.*");

  /** The hours of zones with a name: RFC 2822, section 4.3, and some of Europe and Japan. */
  private static final Map<String, Integer> ZONES = Map.ofEntries(
      Map.entry("Z", 0),
      Map.entry("UTC", 0),
      Map.entry("GMT", 0),
      Map.entry("UT", 0),
      Map.entry("EST", -5),
      Map.entry("EDT", -4),
      Map.entry("CST", -6),
      Map.entry("CDT", -5),
      Map.entry("MST", -7),
      Map.entry("MDT", -6),
      Map.entry("PST", -8),
      Map.entry("PDT", -7),
      Map.entry("WET", 0),
      Map.entry("WEST", 1),
      Map.entry("BST", 1),
      Map.entry("CET", 1),
      Map.entry("CEST", 2),
      Map.entry("EET", 2),
      Map.entry("EEST", 3),
      Map.entry("JST", 9));

  private static final int NOON = 12;
  private static final int SHORTEST_MONTH = 3;

  /** Before it, other software counts the days by the Julian calendar: formats would disagree. */
  private static final int FIRST_YEAR = 1583;

  private Timestamps() {}

  /** Returns the moment that a text names, to the second, with its own offset if it has one. */
  static Optional<OffsetDateTime> parse(String text, DateRules rules) {
    return FORMS.stream()
        .flatMap(form -> form.read(text.strip(), rules).stream())
        .findFirst();
  }

  /** Returns the remedy for a text that is no date. */
  static String remedy(String text, DateRules rules) {
    return rules.order() == DateRules.Order.UNKNOWN
            && IN_AN_ORDER.matcher(text.strip()).matches()
        ? "set \"date-order: mdy\" or \"date-order: dmy\" in offprint.yaml, or " + EXPECTED
        : EXPECTED;
  }

  private static Optional<LocalDate> ofNumbers(Matcher parts, DateRules rules) {
    return date(parts, number(parts, "month"), number(parts, "day"));
  }

  /** Only with points the order is the same everywhere: the day is first. */
  private static Optional<LocalDate> ofNumbersInAnOrder(Matcher parts, DateRules rules) {
    int first = number(parts, "month");
    int second = number(parts, "day");
    boolean isDayFirst =
        parts.group("sign").equals(".") || first > NOON || rules.order() == DateRules.Order.DMY;
    boolean isKnown =
        isDayFirst || second > NOON || first == second || rules.order() == DateRules.Order.MDY;
    return !isKnown
        ? Optional.empty()
        : isDayFirst ? date(parts, second, first) : date(parts, first, second);
  }

  private static Optional<LocalDate> ofName(Matcher parts, DateRules rules) {
    return month(parts.group("month"), rules)
        .flatMap(month -> date(parts, month.getValue(), number(parts, "day")));
  }

  /** Returns the month with this name, or with a name that begins so, in English or the newsletter's language. */
  static Optional<Month> month(String text, DateRules rules) {
    String name = text.toLowerCase(Locale.ROOT);
    return name.length() < SHORTEST_MONTH
        ? Optional.empty()
        : Stream.of(Month.values())
            .filter(month -> Stream.of(Locale.ENGLISH, Locale.forLanguageTag(rules.language()))
                .flatMap(language -> Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)
                    .map(style -> month.getDisplayName(style, language)))
                .anyMatch(full -> full.toLowerCase(Locale.ROOT).startsWith(name)))
            .findFirst();
  }

  private static int number(Matcher parts, String group) {
    return Integer.parseInt(parts.group(group));
  }

  private static Optional<LocalDate> date(Matcher parts, int month, int day) {
    try {
      return Optional.of(LocalDate.of(number(parts, "year"), month, day))
          .filter(date -> date.getYear() >= FIRST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<OffsetDateTime> at(LocalDate day, Matcher parts, DateRules rules) {
    try {
      LocalDateTime local = day.atTime(parts.group("hour") == null ? rules.time() : time(parts));
      String zone = Optional.ofNullable(parts.group("zone")).orElse("");
      return Optional.of(
          local.atZone(zone.isEmpty() ? rules.zone() : zone(zone)).toOffsetDateTime());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime time(Matcher parts) {
    int hour = number(parts, "hour");
    String half = Optional.ofNullable(parts.group("half")).orElse("").toLowerCase(Locale.ROOT);
    if (!half.isEmpty() && (hour == 0 || hour > NOON)) {
      throw new DateTimeException("no hour of half a day: " + hour);
    }
    int ofDay = half.isEmpty() ? hour : hour % NOON + (half.startsWith("p") ? NOON : 0);
    return LocalTime.of(
        ofDay,
        number(parts, "minute"),
        parts.group("second") == null ? 0 : number(parts, "second"));
  }

  private static ZoneId zone(String text) {
    Optional<Integer> hours = Optional.ofNullable(ZONES.get(text.toUpperCase(Locale.ROOT)));
    return hours.isPresent() ? ZoneOffset.ofHours(hours.get()) : ZoneId.of(text);
  }
}
