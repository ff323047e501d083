package org.offprint.publication;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files beside issues that are served where an issue refers to them.
 *
 * @param folders the folders of paths from the root of the site, each relative to the folder of issues; both end in {@code /} or name
 *     a folder
 * @param mostBytes a file above this size is not served
 * @param root the folder of issues; without it there are no files
 */
public record MediaRules(SortedMap<String, String> folders, int mostBytes, Optional<Path> root) {
  /** 100 MB: half an hour of video. */
  public static final int DEFAULT_MOST_BYTES = 100_000_000;

  private static final Comparator<String> LONGEST_FIRST = Comparator.<String>comparingInt(
          String::length)
      .reversed()
      .thenComparing(Comparator.naturalOrder());

  public MediaRules {
    // The longest prefix first, since it is the most exact.
    SortedMap<String, String> ordered = new TreeMap<>(LONGEST_FIRST);
    ordered.putAll(folders);
    folders = Collections.unmodifiableSortedMap(ordered);
  }

  /** The rules of a publisher who says nothing. */
  public static final MediaRules NONE = new MediaRules(Map.of(), DEFAULT_MOST_BYTES);

  /** Rules for any folder. */
  public MediaRules(Map<String, String> folders, int mostBytes) {
    this(new TreeMap<>(folders), mostBytes, Optional.empty());
  }

  /** Returns true if a path from the root of the site is on another site. */
  boolean isElsewhere(String path) {
    return folders.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()))
        .findFirst()
        .filter(entry -> entry.getValue().contains("://"))
        .isPresent();
  }

  MediaRules in(Path folder) {
    return new MediaRules(folders, mostBytes, Optional.of(folder));
  }
}
