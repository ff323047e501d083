package org.offprint.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Runs work when it has been quiet for two seconds after a change, ten seconds after the first change at the latest, and five seconds
 * after the last run at the earliest. Thread-safe.
 */
final class Debounce {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration LATEST = Duration.ofSeconds(10);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Runnable work;
  private final Clock clock;
  private final BiConsumer<Runnable, Duration> timer;
  private Optional<Instant> first = Optional.empty();
  private Instant last = Instant.EPOCH;
  private Instant ran = Instant.EPOCH;

  /**
   * Debounces work.
   *
   * @param timer runs something after a time
   */
  Debounce(Runnable work, Clock clock, BiConsumer<Runnable, Duration> timer) {
    this.work = work;
    this.clock = clock;
    this.timer = timer;
  }

  /** Counts a change. */
  synchronized void changed() {
    last = clock.instant();
    if (first.isEmpty()) {
      first = Optional.of(last);
      timer.accept(this::elapsed, QUIET);
    }
  }

  /** Runs the work now, unless a change waits for quiet, or it has run just before. */
  void runIfQuiet() {
    synchronized (this) {
      if (first.isPresent() || clock.instant().isBefore(ran.plus(INTERVAL))) {
        return;
      }
      ran = clock.instant();
    }
    work.run();
  }

  private void elapsed() {
    synchronized (this) {
      Instant now = clock.instant();
      Instant due = earlier(last.plus(QUIET), first.orElse(now).plus(LATEST));
      Instant earliest = ran.plus(INTERVAL);
      Duration rest = Duration.between(now, due.isBefore(earliest) ? earliest : due);
      if (rest.compareTo(Duration.ZERO) > 0) {
        timer.accept(this::elapsed, rest);
        return;
      }
      first = Optional.empty();
      ran = now;
    }
    work.run();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
