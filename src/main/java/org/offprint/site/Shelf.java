package org.offprint.site;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers representations up to a number of bytes; those asked for longest ago go first.
 * Thread-safe.
 */
final class Shelf {
  private final long mostBytes;
  private final Map<String, Representation> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  Shelf(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  synchronized Optional<Representation> find(String path) {
    return Optional.ofNullable(kept.get(path));
  }

  /** What alone is larger than the bound is not kept, and drives nothing out but its own earlier version. */
  synchronized void keep(String path, Representation representation) {
    Representation earlier = kept.remove(path);
    bytes -= earlier == null ? 0 : earlier.footprint();
    if (representation.footprint() > mostBytes) {
      return;
    }
    kept.put(path, representation);
    bytes += representation.footprint();
    Iterator<Representation> oldest = kept.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= oldest.next().footprint();
      oldest.remove();
    }
  }

  synchronized Remembered remembered() {
    return new Remembered(bytes, kept.size(), mostBytes);
  }

  /** What is remembered of it that others do not hold as well. */
  synchronized Remembered rememberedBesides(Map<String, Representation> others) {
    List<Representation> own = kept.entrySet().stream()
        .filter(entry -> others.get(entry.getKey()) != entry.getValue())
        .map(Map.Entry::getValue)
        .toList();
    return new Remembered(
        own.stream().mapToLong(Representation::footprint).sum(), own.size(), mostBytes);
  }

  /** All that is kept; what was asked for longest ago comes first. */
  synchronized Map<String, Representation> copy() {
    return new LinkedHashMap<>(kept);
  }
}
