package org.offprint.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * How long the calling thread has worked, so that a search is not broken off for what it waited while others had the
 * processor. Where the virtual machine cannot tell, time that passes counts.
 */
final class ProcessorTime {
  private static final LongSupplier NANOS = source(ManagementFactory.getThreadMXBean());

  private ProcessorTime() {}

  private static LongSupplier source(ThreadMXBean threads) {
    return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
        ? threads::getCurrentThreadCpuTime
        : System::nanoTime;
  }

  /** In nanoseconds; only the difference to another call of the same thread means something. */
  static long nanos() {
    return NANOS.getAsLong();
  }
}
