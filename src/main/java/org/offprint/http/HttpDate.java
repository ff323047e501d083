package org.offprint.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;

/** A moment as HTTP writes it, to the second (RFC 9110 section 5.6.7). */
record HttpDate(Instant moment) {
  /** {@code Sun, 06 Nov 1994 08:49:37 GMT}, and what mail makes of it: one digit, a numeric zone. */
  private static final DateTimeFormatter CURRENT =
      DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
  /** {@code Sun Nov  6 08:49:37 1994}, as C's {@code asctime} has it. */
  private static final DateTimeFormatter ASCTIME =
      obsolete(new DateTimeFormatterBuilder().appendPattern("EEE MMM ppd HH:mm:ss uuuu"));

  private static final int CENTURY = 100;
  /** No two-digit year lies further ahead than that. */
  private static final int MOST_YEARS_AHEAD = 50;

  /**
   * Reads any of the three forms; empty if the text has none of them.
   *
   * @param now decides the century of a year that is written with two digits
   */
  static Optional<HttpDate> parse(String text, Instant now) {
    String date = text.strip();
    try {
      return Optional.of(
          switch (date.indexOf(',')) {
            case -1 -> of(date, ASCTIME);
            case 3 -> of(date, CURRENT);
            default -> ofTwoDigitYear(date, now.atOffset(ZoneOffset.UTC));
          });
    } catch (DateTimeException e) {
      // RFC 9110 section 13.1.3: a date that cannot be read is ignored.
      return Optional.empty();
    }
  }

  private static HttpDate of(String date, DateTimeFormatter form) {
    return new HttpDate(form.parse(date, Instant::from));
  }

  /** {@code Sunday, 06-Nov-94 08:49:37 GMT}, from RFC 850. */
  private static HttpDate ofTwoDigitYear(String date, OffsetDateTime now) {
    OffsetDateTime latest = now.plusYears(MOST_YEARS_AHEAD);
    OffsetDateTime read = of(
            date,
            obsolete(new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, latest.getYear() - CENTURY + 1)
                .appendPattern(" HH:mm:ss 'GMT'")))
        .moment
        .atOffset(ZoneOffset.UTC);
    return new HttpDate((read.isAfter(latest) ? read.minusYears(CENTURY) : read).toInstant());
  }

  /** The day of the week counts for nothing: with two digits it would depend on the century. */
  private static DateTimeFormatter obsolete(DateTimeFormatterBuilder form) {
    return form.toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC)
        .withResolverStyle(ResolverStyle.STRICT)
        .withResolverFields(
            ChronoField.YEAR,
            ChronoField.MONTH_OF_YEAR,
            ChronoField.DAY_OF_MONTH,
            ChronoField.HOUR_OF_DAY,
            ChronoField.MINUTE_OF_HOUR,
            ChronoField.SECOND_OF_MINUTE);
  }

  /** The form that is written today. */
  @Override
  public String toString() {
    return DateGenerator.formatDate(moment.toEpochMilli());
  }
}
