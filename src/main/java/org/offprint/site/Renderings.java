package org.offprint.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders, and falls back on the last good version of a feed when that fails: for readers it is better than a broken
 * one, or none. A lack of memory is temporary, so such a path is retried after a rest; any other fault is in the
 * content. Thread-safe.
 */
final class Renderings {
  /** The time before a path is retried for which there was no memory. */
  static final Duration REST = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Renderings.class);
  private static final int MOST_RESTING = 1000;
  /** More than there are cores, so that two paths seldom wait for each other. */
  private static final int AT_ONCE = 64;

  private final Function<String, Optional<Representation>> lastGood;
  private final Supplier<Instant> now;
  /** The time when each path met a lack of memory, unless it has been rendered since. */
  private final Map<String, Instant> resting = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > MOST_RESTING;
    }
  };

  /** The time since which each feed is served in its last good version. */
  private final Map<String, Instant> stale = new HashMap<>();
  /** Start times from the earlier site: a feed that fails again has been stale since then. */
  private final Map<String, Instant> staleBefore;

  private final List<Object> locks = Stream.generate(Object::new).limit(AT_ONCE).toList();

  /**
   * Starts without failures.
   *
   * @param lastGood finds the last good version of a feed by path
   * @param now tells the time
   * @param earlier the renderings of the earlier site
   */
  Renderings(
      Function<String, Optional<Representation>> lastGood,
      Supplier<Instant> now,
      Optional<Renderings> earlier) {
    this.lastGood = lastGood;
    this.now = now;
    this.staleBefore = earlier.map(Renderings::stale).orElse(Map.of());
  }

  /** Works on a path in one thread at a time. */
  <T> T oneByOne(String path, Supplier<T> work) {
    synchronized (locks.get(Math.floorMod(path.hashCode(), AT_ONCE))) {
      return work.get();
    }
  }

  private synchronized Map<String, Instant> stale() {
    return Map.copyOf(stale);
  }

  /**
   * Renders a path, or returns its last good version.
   *
   * @param renderer makes it
   * @return empty if there is neither memory for it at the moment nor a last good version
   */
  Optional<Representation> find(String path, Supplier<Representation> renderer) {
    if (isResting(path)) {
      return lastGood.apply(path);
    }
    try {
      Representation made = renderer.get();
      succeeded(path);
      return Optional.of(made);
    } catch (OutOfMemoryError e) {
      // Without a trace, which would take memory, too.
      LOG.error(
          "{} cannot be rendered for lack of memory ({}); it is tried again after {} s",
          path,
          e.getMessage(),
          REST.toSeconds());
      return failed(path, true);
    } catch (RuntimeException | StackOverflowError e) {
      Optional<Representation> last = failed(path, false);
      if (last.isEmpty()) {
        throw e;
      }
      LOG.error("{} cannot be rendered; its last good version stays", path, e);
      return last;
    }
  }

  /** Returns true if there was no memory for a path at the last try. */
  synchronized boolean isToBeTriedAgain(String path) {
    return resting.containsKey(path);
  }

  private synchronized boolean isResting(String path) {
    Instant moment = now.get();
    return Optional.ofNullable(resting.get(path))
        .filter(met -> !moment.isBefore(met) && moment.isBefore(met.plus(REST)))
        .isPresent();
  }

  private synchronized void succeeded(String path) {
    resting.remove(path);
    stale.remove(path);
  }

  private synchronized Optional<Representation> failed(String path, boolean isForMemory) {
    Instant moment = now.get();
    Optional<Representation> last = lastGood.apply(path);
    if (isForMemory) {
      resting.put(path, moment);
    } else {
      resting.remove(path);
    }
    if (last.isPresent()) {
      stale.putIfAbsent(path, staleBefore.getOrDefault(path, moment));
    }
    return last;
  }

  /**
   * Returns the age of the oldest fallback: the longest time for which a feed has been served in its last good
   * version; 0 if none is.
   */
  synchronized Duration oldestStale() {
    return stale.isEmpty()
        ? Duration.ZERO
        : Duration.between(Collections.min(stale.values()), now.get());
  }
}
