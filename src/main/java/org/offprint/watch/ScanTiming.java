package org.offprint.watch;

import java.time.Duration;

/**
 * The timing of scans.
 *
 * @param interval the time between scans without any event; longer if scans take more than a twentieth of it
 * @param quiet the time without events before a change is reported; five times as long after activity that lasts
 *     longer than the saving of one file
 */
public record ScanTiming(Duration interval, Duration quiet) {
  private static final int SHARE_OF_SCANS = 20;
  /** The number of quiet periods that the saving of one file takes at most. */
  private static final int LONGEST_SAVE = 3;

  private static final int AFTER_LONG = 5;
  private static final int MOST_AFTER_LONG = 20;

  /** The time from one scan to the next. */
  public Duration betweenScans(Duration lastScan) {
    Duration least = times(lastScan, SHARE_OF_SCANS);
    return least.compareTo(interval) > 0 ? least : interval;
  }

  /** Returns the necessary time without events after a time with events. */
  Duration quietAfter(Duration busy) {
    return busy.compareTo(times(quiet, LONGEST_SAVE)) > 0 ? longQuiet() : quiet;
  }

  /** Returns the time after which a change is reported even if the folder is never quiet. */
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
