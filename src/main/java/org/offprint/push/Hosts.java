package org.offprint.push;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Limits the requests to each host at a time, so that a slow one does not occupy all threads, and leaves a host alone for a while when
 * it fails for one receiver after the other. Counts in the memory of this process. Thread-safe.
 */
final class Hosts {
  private static final int MOST_DELIVERIES = 2;
  private static final int MOST_FAILING = 5;
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration MEMORY = Duration.ofHours(1);

  /** The state of a host. */
  private static final class Host {
    private boolean isVerifying;
    private int deliveries;
    private Instant paused = Instant.EPOCH;
    /** Receivers that have failed since the last success. */
    private final Set<Long> failing = new HashSet<>();
  }

  private final Clock clock;
  private final Cache<String, Host> hosts;

  Hosts(Clock clock) {
    this.clock = clock;
    this.hosts = Pace.cache(MEMORY, clock);
  }

  private Host host(String address) {
    return hosts.get(Receiver.host(address), unseen -> new Host());
  }

  /** Begins the verification of a callback; false if another one on its host goes on. */
  synchronized boolean beginVerification(String callback) {
    Host host = host(callback);
    boolean isFree = !host.isVerifying;
    host.isVerifying = true;
    return isFree;
  }

  /** Ends a verification that has begun. */
  synchronized void endVerification(String callback) {
    host(callback).isVerifying = false;
  }

  /** Returns the end of the pause in which nothing is delivered to the host of an address. */
  synchronized Optional<Instant> pause(String address) {
    return Optional.of(host(address).paused).filter(end -> end.isAfter(clock.instant()));
  }

  /** Begins a delivery; false if as many to its host go on as may. */
  synchronized boolean beginDelivery(String address) {
    Host host = host(address);
    boolean isFree = host.deliveries < MOST_DELIVERIES;
    host.deliveries += isFree ? 1 : 0;
    return isFree;
  }

  /** Ends a delivery that has begun. */
  synchronized void endDelivery(String address) {
    Host host = host(address);
    host.deliveries = Math.max(0, host.deliveries - 1);
  }

  /** Counts an answer. After a pause, the next failure begins another one. */
  synchronized void count(String address, long receiver, boolean isTrouble) {
    Host host = host(address);
    if (!isTrouble) {
      host.failing.clear();
    } else if (host.failing.size() >= MOST_FAILING
        || (host.failing.add(receiver) && host.failing.size() == MOST_FAILING)) {
      host.paused = clock.instant().plus(PAUSE);
    }
  }
}
