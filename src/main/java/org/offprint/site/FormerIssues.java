package org.offprint.site;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * The issues that were there since the start and are gone, so that crawlers and readers need not ask for them again.
 *
 * @param paths of their pages
 */
record FormerIssues(Set<String> paths) {
  static final FormerIssues NONE = new FormerIssues(Set.of());

  /** Adds those of a publication that its successor lacks; one that is only held back will be there again. */
  FormerIssues and(Publication previous, Publication now) {
    Set<String> heldBack = now.heldBack().stream().map(Addresses::path).collect(Collectors.toSet());
    Stream<String> missing = previous.issues().stream()
        .map(PublishedIssue::issue)
        .filter(issue -> now.findIssue(issue.slug()).isEmpty())
        .map(Addresses::path);
    return new FormerIssues(Stream.concat(paths.stream(), missing)
        .filter(path -> IssueFiles.issue(now, path).isEmpty() && !heldBack.contains(path))
        .collect(Collectors.toUnmodifiableSet()));
  }

  /** Tells of the path of such an issue, or of its Markdown. */
  boolean had(String path) {
    return paths.contains(
        path.endsWith(MarkdownFiles.SUFFIX)
            ? path.substring(0, path.length() - MarkdownFiles.SUFFIX.length())
            : path);
  }
}
