package org.offprint.push;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the answers of receivers. Thread-safe. */
final class Outcomes {
  private record Key(Receiver.Kind kind, String name) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /** Counts one. */
  void count(Receiver.Kind kind, String name) {
    counts.computeIfAbsent(new Key(kind, name), unseen -> new LongAdder()).increment();
  }

  /** Returns all counts, in a fixed order. */
  List<PushStatus.Outcome> all() {
    return counts.entrySet().stream()
        .map(entry -> new PushStatus.Outcome(
            entry.getKey().kind(), entry.getKey().name(), entry.getValue().sum()))
        .sorted(
            Comparator.comparing(PushStatus.Outcome::kind).thenComparing(PushStatus.Outcome::name))
        .toList();
  }
}
