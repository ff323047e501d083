package org.offprint.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {
  private volatile Instant now;
  private volatile Runnable first = () -> {};

  private TestClock(Instant now) {
    this.now = now;
  }

  /** A clock that shows a moment, such as {@code 2026-01-01T00:00:00Z}. */
  public static TestClock at(String moment) {
    return new TestClock(Instant.parse(moment));
  }

  /** Moves the clock forward; back by less than nothing. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  /** Does something whenever somebody looks at the clock, such as to throw. */
  public void onLook(Runnable work) {
    first = work;
  }

  @Override
  public Instant instant() {
    first.run();
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
