package org.offprint.issue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The publisher's rules for dates as authors write them.
 *
 * @param zone the time zone of dates without an offset
 * @param time the time of day of dates without one
 * @param order the order of day and month in dates such as 07-05-2026
 * @param language the tag of a language (BCP 47) whose months have names; English ones are known, too
 * @param sources where dates come from that files do not have
 */
public record DateRules(
    ZoneId zone, LocalTime time, Order order, String language, DateSources sources) {
  /** The order of day and month where both are numbers before the year. */
  public enum Order {
    /** Only a number above 12, or two equal ones, tell the day. */
    UNKNOWN,
    /** The month first. */
    MDY,
    /** The day first. */
    DMY
  }

  /** Returns the moment that a text names. */
  public Optional<OffsetDateTime> find(String text) {
    return Timestamps.parse(text, this);
  }

  OffsetDateTime at(LocalDate day) {
    return day.atTime(time).atZone(zone).toOffsetDateTime();
  }

  /** Rules for dates without a time at midnight, in an order that is not known, in English. */
  public static DateRules of(ZoneId zone) {
    return new DateRules(zone, LocalTime.MIDNIGHT, Order.UNKNOWN, "en", DateSources.NONE);
  }
}
