package org.offprint.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {
  private final AtomicReference<Instant> now;

  private TestClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** A clock that shows a moment, such as {@code 2026-01-01T00:00:00Z}. */
  public static TestClock at(String moment) {
    return new TestClock(Instant.parse(moment));
  }

  /** Moves the clock forward. */
  public void advance(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
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
