package org.offprint.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.Slug;

/** What another generator's site has left with readers. Immutable. */
public final class FormerSite {
  /** There was none. */
  public static final FormerSite NONE = new FormerSite(Optional.empty(), List.of());

  private final Optional<IssuePattern> ids;
  private final Map<String, String> pages;
  private final List<Redirect> issues;

  /**
   * Settles what is taken over.
   *
   * @param ids how it made the ids of issues, so that readers know them again
   * @param redirects where its pages stood; the first that fits counts
   */
  public FormerSite(Optional<IssuePattern> ids, List<Redirect> redirects) {
    this.ids = ids;
    Map<String, String> fixed = new HashMap<>();
    redirects.stream()
        .filter(redirect -> redirect.from().isFixed())
        .forEach(redirect ->
            fixed.putIfAbsent(redirect.from().toString(), redirect.to().toString()));
    this.pages = Map.copyOf(fixed);
    this.issues =
        redirects.stream().filter(redirect -> redirect.from().hasSlug()).toList();
  }

  Optional<IssuePattern> ids() {
    return ids;
  }

  /** Where what stood at a path is now, if the publisher names that very path. */
  Optional<String> find(String path) {
    return pages.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(pages.get(Redirect.plain(path)));
  }

  /** The paths that are named, and those of the pages that issues of a publication had by the patterns. */
  Stream<String> paths(Publication publication) {
    return Stream.concat(
        pages.keySet().stream(),
        issues.stream()
            .flatMap(redirect -> publication.issues().stream()
                .map(published -> redirect.from().of(published.issue()))));
  }

  /** Where the page of an issue is now that stood at a path. */
  Optional<String> findIssue(Publication publication, String path) {
    String wanted = Redirect.plain(path);
    return issues.stream()
        .flatMap(redirect -> redirect
            .from()
            .slugIn(wanted)
            .flatMap(
                slug -> publication.findIssue(slug).or(() -> publication.findIssue(Slug.of(slug))))
            .map(published -> redirect.to().of(published.issue()))
            .stream())
        .findFirst();
  }
}
