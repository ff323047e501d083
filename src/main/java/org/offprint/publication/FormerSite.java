package org.offprint.publication;

import java.util.List;
import java.util.Optional;
import org.offprint.issue.Slug;

/**
 * What another generator's site has left with readers.
 *
 * @param ids how it made the ids of issues, so that readers know them again
 * @param redirects where its pages stood; the first that fits counts
 */
public record FormerSite(Optional<IssuePattern> ids, List<Redirect> redirects) {
  /** There was none. */
  public static final FormerSite NONE = new FormerSite(Optional.empty(), List.of());

  public FormerSite {
    redirects = List.copyOf(redirects);
  }

  /** Where what stood at a path is now, if the publisher names that very path. */
  Optional<String> find(String path) {
    String wanted = withoutSlash(path);
    return redirects.stream()
        .filter(redirect -> redirect.from().isFixed())
        .filter(redirect -> redirect.from().toString().equals(wanted))
        .map(redirect -> redirect.to().toString())
        .findFirst();
  }

  /** Where the page of an issue is now that stood at a path. */
  Optional<String> findIssue(Publication publication, String path) {
    String wanted = withoutSlash(path);
    return redirects.stream()
        .flatMap(redirect -> redirect
            .from()
            .slugIn(wanted)
            .flatMap(
                slug -> publication.findIssue(slug).or(() -> publication.findIssue(Slug.of(slug))))
            .map(published -> redirect.to().of(published.issue()))
            .stream())
        .findFirst();
  }

  private static String withoutSlash(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
