package org.offprint.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Caches representations by path within bounds. Listed feeds, pages and files have one bound. Combinations and
 * searches, of which clients can request any number, have another, so that they never evict the first. The feeds of
 * the earlier site have a third. Thread-safe.
 */
final class RenderedCache {
  /** One quarter of the bytes is for feeds of the earlier site, one quarter of the rest for combinations. */
  private static final int SHARE = 4;

  private final long mostBytes;
  private final Cache<String, Representation> listed;
  private final Cache<String, Representation> combinations;
  private final Cache<String, Representation> earlier;

  /**
   * Starts with only the feeds of the earlier site.
   *
   * @param mostBytes bound of the whole cache
   */
  RenderedCache(long mostBytes, Optional<RenderedCache> previous) {
    this.mostBytes = mostBytes;
    long ofEarlier = mostBytes / SHARE;
    long ofCombinations = (mostBytes - ofEarlier) / SHARE;
    this.earlier = bounded(ofEarlier);
    this.combinations = bounded(ofCombinations);
    this.listed = bounded(mostBytes - ofEarlier - ofCombinations);
    previous.ifPresent(last -> {
      earlier.putAll(last.earlier.asMap());
      earlier.putAll(last.listedFeeds());
    });
  }

  private static Cache<String, Representation> bounded(long mostBytes) {
    return Caffeine.newBuilder()
        .maximumWeight(mostBytes)
        .<String, Representation>weigher((path, representation) -> representation.footprint())
        // At once, on the calling thread, so that the bound holds at any moment.
        .executor(Runnable::run)
        .build();
  }

  private Map<String, Representation> listedFeeds() {
    return listed.asMap().entrySet().stream()
        .filter(entry -> entry.getValue().kind() == Representation.Kind.FEED)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<Representation> find(String path) {
    return Optional.ofNullable(listed.getIfPresent(path)).or(() -> findCombination(path));
  }

  private Optional<Representation> findCombination(String name) {
    return Optional.ofNullable(combinations.getIfPresent(name));
  }

  /** Finds the version of the earlier site, or of the last site that had one. */
  Optional<Representation> findEarlier(String path) {
    return Optional.ofNullable(earlier.getIfPresent(path));
  }

  /** Finds a combination or a search, or makes it now. */
  Optional<Representation> combination(String name, Supplier<Optional<Representation>> maker) {
    return findCombination(name).or(() -> {
      Optional<Representation> made = maker.get();
      made.ifPresent(representation -> keepCombination(name, representation));
      return made;
    });
  }

  void keepListed(String path, Representation representation) {
    listed.put(path, representation);
  }

  void keepCombination(String name, Representation representation) {
    combinations.put(name, representation);
  }

  /** Counts each representation once. */
  CacheSize size() {
    CacheSize size = new CacheSize(0, 0, mostBytes);
    for (Representation one : listed.asMap().values()) {
      size = size.with(one);
    }
    for (Representation one : combinations.asMap().values()) {
      size = size.with(one);
    }
    for (Map.Entry<String, Representation> one : earlier.asMap().entrySet()) {
      size = listed.getIfPresent(one.getKey()) == one.getValue() ? size : size.with(one.getValue());
    }
    return size;
  }
}
