package org.offprint.publication;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offprint.issue.Author;
import org.offprint.issue.DidYouMean;

/** The tags, authors and languages of the issues of a publication. Immutable. */
public final class Facets {
  /** Many tags are of one issue alone. */
  private static final int LEAST_OF_TAG = 3;

  private final List<PublishedIssue> issues;
  private final List<Facet.Value> ofPublication;

  Facets(Masthead masthead, List<PublishedIssue> issues) {
    this.issues = issues;
    this.ofPublication = Stream.concat(
            masthead.authors().stream().map(Author::name).map(Facet.AUTHOR::value),
            Stream.of(Facet.LANGUAGE.value(masthead.language())))
        .distinct()
        .toList();
  }

  /** Returns the values of the issues that name none themselves. */
  public List<Facet.Value> ofPublication() {
    return ofPublication;
  }

  /** Returns the values of one facet of an issue: its own, else those of the publication. */
  public List<Facet.Value> of(PublishedIssue issue, Facet facet) {
    List<Facet.Value> own = only(facet, issue.facets());
    return own.isEmpty() ? only(facet, ofPublication) : own;
  }

  private static List<Facet.Value> only(Facet facet, List<Facet.Value> values) {
    return values.stream().filter(value -> value.facet() == facet).toList();
  }

  /** Returns true if an issue has a value. */
  public boolean has(PublishedIssue issue, Facet facet, SectionKey key) {
    return of(issue, facet).stream().anyMatch(value -> value.is(facet, key));
  }

  /** Finds a value that an issue has, spelled as in the first such issue: one that is added renames none. */
  public Optional<Facet.Value> find(Facet facet, SectionKey key) {
    return IntStream.iterate(issues.size() - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(issues::get)
        .flatMap(issue -> of(issue, facet).stream())
        .filter(value -> value.is(facet, key))
        .findFirst();
  }

  /** Returns the value of an issue that is meant by a mistyped name. */
  public Optional<Facet.Value> nearest(Facet facet, String name) {
    List<Facet.Value> values =
        issues.stream().flatMap(issue -> of(issue, facet).stream()).distinct().toList();
    return DidYouMean.of(
        name, values, value -> Stream.of(value.name(), value.key().value()));
  }

  /**
   * Returns the values for listings: the tags of three issues or more, and the authors and languages if there are at
   * least two. Looks at every issue.
   *
   * @return in the order of their keys
   */
  public List<Facet.Value> listed(Facet facet) {
    Map<Facet.Value, Integer> counts = new TreeMap<>(Comparator.comparing(Facet.Value::key));
    for (int i = issues.size() - 1; i >= 0; i--) {
      of(issues.get(i), facet).forEach(value -> counts.merge(value, 1, Integer::sum));
    }
    if (facet == Facet.TAG) {
      counts.values().removeIf(count -> count < LEAST_OF_TAG);
      return List.copyOf(counts.keySet());
    }
    return counts.size() < 2 ? List.of() : List.copyOf(counts.keySet());
  }
}
