package org.offprint.issue;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The publisher's rules for dates as authors write them.
 *
 * @param zone the time zone of dates without an offset
 * @param time the time of day of dates without one
 * @param order the order of day and month in dates such as 07-05-2026
 * @param language the tag of a language (BCP 47) whose months have names; English ones are known, too
 */
public record DateRules(ZoneId zone, LocalTime time, Order order, String language) {
  /** The order of day and month where both are numbers before the year. */
  public enum Order {
    /** Only a number above 12, or two equal ones, tell the day. */
    UNKNOWN,
    /** The month first. */
    MDY,
    /** The day first. */
    DMY
  }

  /** Rules for dates without a time at midnight, in an order that is not known, in English. */
  public static DateRules of(ZoneId zone) {
    return new DateRules(zone, LocalTime.MIDNIGHT, Order.UNKNOWN, "en");
  }
}
