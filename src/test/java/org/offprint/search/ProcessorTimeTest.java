package org.offprint.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProcessorTimeTest {
  private static final long WORK = 200_000_000;

  @Test
  void workingCountsAndWaitingForAnotherThreadDoesNot() {
    long begun = ProcessorTime.nanos();
    AtomicLong worked = new AtomicLong();
    CompletableFuture.runAsync(() -> {
          long own = ProcessorTime.nanos();
          while (worked.get() < WORK) {
            worked.set(ProcessorTime.nanos() - own);
          }
        })
        .join();
    long waited = ProcessorTime.nanos() - begun;
    assertTrue(worked.get() >= WORK, "the other thread worked " + worked.get());
    assertTrue(waited < WORK / 2, "waiting counted as " + waited);
  }
}
