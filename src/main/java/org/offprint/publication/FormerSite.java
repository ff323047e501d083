package org.offprint.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        redirects.stream().filter(redirect -> redirect.from().hasSlug()).toList();
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
                .map(published -> redirect.from().of(published.issue()))));
  }

  /** Returns the new address of the issue page that was at an old path. */
  Optional<String> findIssue(Publication publication, String path) {
    String wanted = Addresses.plain(path);
    return issues.stream()
        .flatMap(redirect -> redirect
            .from()
            .slugIn(wanted)
            .flatMap(
                slug -> publication.findIssue(slug).or(() -> publication.findIssue(Slug.of(slug))))
            .map(published ->
                Addresses.encoded(redirect.to().of(published.issue())).toString())
            .stream())
        .findFirst();
  }

  /**
   * An old address, and the new one.
   *
   * @param from a path as {@link Addresses#plain} makes it
   * @param to a path that begins with {@code /}, or an absolute address; percent-encoded
   */
  public record Redirect(IssuePattern from, IssuePattern to) {}
}
