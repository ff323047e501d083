package org.offprint.issue;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * The publisher's word for the dates of issues that do not name their own.
 *
 * @param series the dates that follow from numbers
 * @param list the path, below the folder, of a file with a date for each issue
 * @param pattern the places of date and number in the paths of issues
 */
public record DateSources(
    Optional<Series> series, Optional<String> list, Optional<PathPattern> pattern) {
  /** There is none. */
  public static final DateSources NONE =
      new DateSources(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Issues that come regularly.
   *
   * @param issue the number of any issue
   * @param on its day
   * @param every the time from one issue to the next
   */
  public record Series(int issue, LocalDate on, Period every) {
    LocalDate dateOf(int number) {
      return on.plus(every.multipliedBy(number - issue));
    }
  }
}
