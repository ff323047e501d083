package org.offprint.watch;

import java.time.Duration;

/**
 * When a folder is looked at.
 *
 * @param interval how often it is scanned without any event; less often if scans take more than a twentieth of it
 * @param quiet how long nothing must happen before a change is told; five times as long after what lasts
 *     longer than the saving of one file
 */
public record Pace(Duration interval, Duration quiet) {
  private static final int SHARE_OF_SCANS = 20;
  /** What goes on for more quiet periods than that is no single save. */
  private static final int LONGEST_SAVE = 3;

  private static final int AFTER_LONG = 5;
  private static final int MOST_AFTER_LONG = 20;

  /** The time from one scan to the next. */
  public Duration betweenScans(Duration lastScan) {
    Duration least = times(lastScan, SHARE_OF_SCANS);
    return least.compareTo(interval) > 0 ? least : interval;
  }

  /** How long nothing must happen, after things have happened for some time. */
  Duration quietAfter(Duration busy) {
    return busy.compareTo(times(quiet, LONGEST_SAVE)) > 0 ? longQuiet() : quiet;
  }

  /** A change of a folder that is never quiet is told after that time all the same. */
  Duration longestWait() {
    return times(longQuiet(), MOST_AFTER_LONG);
  }

  private Duration longQuiet() {
    return times(quiet, AFTER_LONG);
  }

  /** As {@link Duration#multipliedBy}, for which Java 25 works out its decimal numbers: 20 ms of a start. */
  private static Duration times(Duration time, int factor) {
    return Duration.ofNanos(time.toNanos() * factor);
  }
}
