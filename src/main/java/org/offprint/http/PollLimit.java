package org.offprint.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many full feeds a poller gets in an hour: so many at once, and then one more each time that one's share
 * of the hour has passed. It is meant for requests without a validator that are answered with all of a feed.
 * Who asks whether something is new is never counted and never refused, even next to such a poller.
 *
 * <p>At most 10,000 pollers are remembered: those who asked longest ago are forgotten first, and everybody
 * within an hour. Thread-safe; the lock is short.
 */
final class PollLimit {
  /** More would be no limit; and the hour's shares are exact enough up to here. */
  static final int MOST_PER_HOUR = 10_000;

  private static final int MOST_POLLERS = 10_000;
  private static final long HOUR = micros(Duration.ofHours(1));
  private static final long SECOND = micros(Duration.ofSeconds(1));

  private final long share;
  private final int mostPollers;

  /**
   * When each poller will have all its answers again, in microseconds since 1970. Every answer puts that off
   * by its share of the hour, up to an hour ahead. Those who asked longest ago come first.
   */
  private final Map<Poller, Long> restored = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Limits pollers.
   *
   * @param perHour 1 to {@value #MOST_PER_HOUR}
   */
  PollLimit(int perHour) {
    this(perHour, MOST_POLLERS);
  }

  PollLimit(int perHour, int mostPollers) {
    if (perHour < 1 || perHour > MOST_PER_HOUR) {
      throw new IllegalArgumentException(
          "perHour %s must be 1 to %s".formatted(perHour, MOST_PER_HOUR));
    }
    this.share = HOUR / perHour;
    this.mostPollers = mostPollers;
  }

  /**
   * Takes one of the poller's answers. Whoever must wait loses nothing by asking too early.
   *
   * @return how long the poller must wait for it, in whole seconds, from one to an hour; empty if it gets
   *     it now
   */
  synchronized Optional<Duration> take(Poller poller, Instant now) {
    long moment = micros(now);
    forgetRestored(moment);
    long until = restored(poller, moment);
    Optional<Duration> wait = wait(until, moment);
    restored.put(poller, wait.isPresent() ? until : until + share);
    forgetEldest();
    return wait;
  }

  /** What {@link #take} would say, taking nothing: HEAD has the status of GET, but not its cost. */
  synchronized Optional<Duration> look(Poller poller, Instant now) {
    long moment = micros(now);
    return wait(restored(poller, moment), moment);
  }

  synchronized int pollers() {
    return restored.size();
  }

  /** Not before now; and not more than an hour ahead, even if the clock was put back. */
  private long restored(Poller poller, long moment) {
    long known = restored.getOrDefault(poller, moment);
    return Math.min(Math.max(known, moment), moment + HOUR);
  }

  private Optional<Duration> wait(long until, long moment) {
    long micros = until + share - moment - HOUR;
    return micros > 0
        ? Optional.of(Duration.ofSeconds((micros + SECOND - 1) / SECOND))
        : Optional.empty();
  }

  private void forgetRestored(long moment) {
    Iterator<Long> eldest = restored.values().iterator();
    while (eldest.hasNext() && eldest.next() <= moment) {
      eldest.remove();
    }
  }

  private void forgetEldest() {
    if (restored.size() > mostPollers) {
      Iterator<Long> eldest = restored.values().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  private static long micros(Instant moment) {
    return micros(Duration.between(Instant.EPOCH, moment));
  }

  private static long micros(Duration time) {
    return TimeUnit.MICROSECONDS.convert(time);
  }
}
