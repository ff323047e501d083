package org.offprint.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.FormerPath;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

/** The published issues by the paths that their front matter names as former ones. Immutable. */
final class Aliases {
  private final Map<String, Issue> issues = new HashMap<>();

  /**
   * Collects the paths; of two issues with one path the first by date has it.
   *
   * @param pages of the publisher, which no path hides
   * @param found takes the warnings about the others
   */
  Aliases(List<PublishedIssue> newestFirst, List<PublishedIssue> pages, List<Problem> found) {
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Issue issue = newestFirst.get(i).issue();
      for (FormerPath former : issue.formerPaths()) {
        pages.stream()
            .map(PublishedIssue::issue)
            .filter(page -> page.slug().equals(former.path()))
            .forEach(page -> found.add(new Problem(
                Problem.Kind.VALUE,
                issue.file(),
                former.line(),
                "the path \"%s\" leads to the page of %s, and not to this issue; remove it here, or give the page another \"path\""
                    .formatted(former.path(), page.file()))));
        Optional.ofNullable(issues.putIfAbsent(former.path(), issue))
            .map(Issue::file)
            .filter(first -> !first.equals(issue.file()))
            .ifPresent(first -> found.add(new Problem(
                Problem.Kind.VALUE,
                issue.file(),
                former.line(),
                "the path \"%s\" leads to %s, which names it, too; remove it here or there"
                    .formatted(former.path(), first))));
      }
    }
  }

  /** Returns the path of the issue that was at a path. */
  Optional<String> find(String path) {
    return issues.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(issues.get(Addresses.plain(path))).map(Addresses::path);
  }

  Stream<String> paths() {
    return issues.keySet().stream();
  }
}
