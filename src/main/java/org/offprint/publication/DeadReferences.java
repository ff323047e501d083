package org.offprint.publication;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The references of issues that readers cannot follow, and the files that must be read again since they were read with others. For one
 * loader.
 */
final class DeadReferences {
  private Map<String, Set<String>> links = Map.of();
  /** The files whose references may lead elsewhere since the last look. */
  private final NavigableSet<String> touched = new TreeSet<>();

  /** Looks at a file next time. */
  void touch(String file) {
    touched.add(file);
  }

  /**
   * Returns the files that must be read again.
   *
   * @param found the links that lead nowhere now, by their files
   * @param issues the issues by their files
   */
  List<String> look(
      Map<String, Set<String>> found,
      Function<String, Optional<PublishedIssue>> issues,
      MediaRules media) {
    Stream.of(links, found)
        .flatMap(dead -> dead.keySet().stream())
        .filter(file -> !Objects.equals(links.get(file), found.get(file)))
        .forEach(touched::add);
    links = found;
    List<String> changed = touched.stream()
        .filter(file -> issues
            .apply(file)
            .filter(published -> !published.issue().dead().equals(of(published, media)))
            .isPresent())
        .toList();
    touched.clear();
    return changed;
  }

  /** Returns those of an issue, as its reader names them. */
  NavigableSet<String> of(PublishedIssue published, MediaRules media) {
    NavigableSet<String> dead =
        new TreeSet<>(links.getOrDefault(published.issue().file(), Set.of()));
    published.files().stream()
        .filter(seen -> seen.isDead(media))
        .forEach(seen -> dead.add(seen.file().path()));
    return dead;
  }
}
