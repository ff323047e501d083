package org.offprint.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.Slug;

/** Ids and addresses that readers still have from another generator's site. Immutable. */
public final class FormerSite {
  /** There was none. */
  public static final FormerSite NONE = new FormerSite(Optional.empty(), List.of());

  private final Optional<IssuePattern> ids;
  private final Map<String, String> pages;
  private final List<Redirect> issues;

  /**
   * Creates a former site.
   *
   * @param ids the pattern of its issue ids, so that readers recognise the issues
   * @param redirects the old addresses of its pages; the first match wins
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
        redirects.stream().filter(redirect -> !redirect.from().isFixed()).toList();
  }

  Optional<IssuePattern> ids() {
    return ids;
  }

  /** Returns the new address of an old path, if the publisher names that very path. */
  Optional<String> find(String path) {
    return pages.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(pages.get(Addresses.plain(path)));
  }

  /** Returns the named old paths, and those that the patterns give for the issues of a publication. */
  Stream<String> paths(Publication publication) {
    return Stream.concat(
        pages.keySet().stream(),
        issues.stream()
            .flatMap(redirect -> publication.issues().stream()
                .map(PublishedIssue::issue)
                .filter(redirect.from()::fits)
                .flatMap(issue -> paths(redirect.from(), issue))
                .collect(Collectors.groupingBy(Map.Entry::getKey))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() == 1)
                .map(Map.Entry::getKey)));
  }

  /** Returns the new address of the issue page that was at an old path. */
  Optional<String> findIssue(Publication publication, String path) {
    String wanted = Addresses.plain(path);
    return issues.stream()
        .flatMap(redirect -> issue(redirect.from(), publication, wanted)
            .map(published ->
                Addresses.encoded(redirect.to().of(published.issue())).toString())
            .stream())
        .findFirst();
  }

  /** The issue that a path means; without a slug, the only one with its number and date. */
  private static Optional<PublishedIssue> issue(
      IssuePattern from, Publication publication, String path) {
    if (from.hasSlug()) {
      return from.slugIn(path).flatMap(slug -> named(from, publication, path, slug));
    }
    List<PublishedIssue> meant = from.issuesOf(path).stream()
        .flatMap(
            test -> publication.issues().stream().filter(published -> test.test(published.issue())))
        .limit(2)
        .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  /** The issue with a slug; where several have one name, the date tells them apart. */
  private static Optional<PublishedIssue> named(
      IssuePattern from, Publication publication, String path, String slug) {
    Optional<PublishedIssue> exact =
        publication.findIssue(slug).or(() -> publication.findIssue(Slug.of(slug)));
    Predicate<Issue> isThen = from.issuesOf(path).orElse(issue -> false);
    if (!from.hasDate() || exact.map(PublishedIssue::issue).filter(isThen).isPresent()) {
      return exact;
    }
    List<PublishedIssue> meant = publication.issues().stream()
        .filter(published -> isThen.test(published.issue()))
        .filter(published -> NamedIssues.Names.of(published.issue()).last().contains(Slug.of(slug)))
        .limit(2)
        .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : exact;
  }

  /** The paths that an issue had by a pattern: with its slug, and with the name of its file. */
  private static Stream<Map.Entry<String, Issue>> paths(IssuePattern from, Issue issue) {
    return Stream.of(issue.slug(), NamedIssues.nameOf(issue.file()))
        .map(name -> from.of(issue, name))
        .distinct()
        .map(path -> Map.entry(path, issue));
  }

  /**
   * An old address, and the new one.
   *
   * @param from a path as {@link Addresses#plain} makes it
   * @param to a path that begins with {@code /}, or an absolute address; percent-encoded
   */
  public record Redirect(IssuePattern from, IssuePattern to) {}
}
