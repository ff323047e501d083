package org.offprint.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Gives moments to what must not be done too often: one in each interval, and a few at once after a rest. Counts in the memory of this
 * process, for the names used last. Thread-safe.
 */
final class Pace {
  static final int MOST_NAMES = 10_000;

  private final Duration interval;
  private final Duration rest;
  private final Clock clock;
  /** The moment that each name gets next. */
  private final Cache<String, Instant> nexts;

  /**
   * Makes a pace.
   *
   * @param burst the number at once
   */
  Pace(Duration interval, int burst, Clock clock) {
    this.interval = interval;
    this.rest = interval.multipliedBy(burst - 1L);
    this.clock = clock;
    this.nexts = cache(Duration.ofHours(1), clock);
  }

  /** Returns a bounded memory in which a name is forgotten when it was not used for a time. */
  static <V> Cache<String, V> cache(Duration time, Clock clock) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_NAMES)
        .expireAfterAccess(time)
        .ticker(
            () -> TimeUnit.NANOSECONDS.convert(Duration.between(Instant.EPOCH, clock.instant())))
        .executor(Runnable::run)
        .build();
  }

  /** Takes the next moment of a name, now or later. */
  synchronized Instant take(String name) {
    Instant now = clock.instant();
    Instant next = next(name, now);
    nexts.put(name, next.plus(interval));
    return next.isBefore(now) ? now : next;
  }

  /** Takes a moment if it is now; else returns when the next one is, and takes none. */
  synchronized Optional<Instant> tryTake(String name) {
    Instant next = next(name, clock.instant());
    if (next.isAfter(clock.instant())) {
      return Optional.of(next);
    }
    take(name);
    return Optional.empty();
  }

  private Instant next(String name, Instant now) {
    Instant soonest = now.minus(rest);
    Instant next = nexts.get(name, unseen -> soonest);
    return next.isBefore(soonest) ? soonest : next;
  }
}
