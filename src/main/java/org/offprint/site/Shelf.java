package org.offprint.site;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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

  synchronized void keep(String path, Representation representation) {
    Representation earlier = kept.put(path, representation);
    bytes += representation.footprint() - (earlier == null ? 0 : earlier.footprint());
    Iterator<Representation> oldest = kept.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= oldest.next().footprint();
      oldest.remove();
    }
  }

  synchronized Remembered remembered() {
    return new Remembered(bytes, kept.size(), mostBytes);
  }

  synchronized Map<String, Representation> copy() {
    return new HashMap<>(kept);
  }
}
