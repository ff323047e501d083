package org.offprint.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files that were there a moment ago. An editor that saves by renaming may remove a file before another gets its name, and
 * a slow disk makes that last longer. For one thread at a time.
 */
public final class Absences {
  /** A file that is away for so long is gone. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Map<String, Instant> since = new HashMap<>();

  /**
   * Waits for files that are missing, and for no others any longer.
   *
   * @return those of them that may come back; the others are gone
   */
  public Set<String> await(Set<String> missing, Instant now) {
    since.keySet().retainAll(missing);
    missing.forEach(file -> since.putIfAbsent(file, now));
    // With a clock that was put back nobody knows how long it has been.
    since.values().removeIf(begin -> now.isBefore(begin) || !now.isBefore(begin.plus(LONGEST)));
    return Set.copyOf(since.keySet());
  }

  /** Returns the time at which the first of the awaited files counts as gone. */
  public Optional<Instant> end() {
    return since.values().stream().min(Comparator.naturalOrder()).map(begin -> begin.plus(LONGEST));
  }
}
