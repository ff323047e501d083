package org.offprint.site;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Serves the page of each issue.
 *
 * @param publication the issues
 * @param pages renders the pages
 */
record IssueFiles(Publication publication, PageRenderer pages) implements Resource {
  /** Lists the paths of the pages, newest issue first. */
  @Override
  public Stream<String> paths() {
    return publication.issues().stream().map(PublishedIssue::issue).map(Addresses::path);
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    return issue(publication, path).map(issue -> () -> Representation.ofPage(pages.issue(issue)));
  }

  /** Finds the issue whose page is at a path. */
  static Optional<PublishedIssue> issue(Publication publication, String path) {
    return path.startsWith(Addresses.ISSUES)
        ? publication.findIssue(path.substring(Addresses.ISSUES.length()))
        : Optional.empty();
  }
}
