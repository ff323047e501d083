package org.offprint.site;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Serves each issue as its page, and as the Markdown that its author wrote.
 *
 * @param publication the issues
 * @param pages renders the pages
 */
record IssueFiles(Publication publication, PageRenderer pages) implements Resource {
  @Override
  public Stream<String> paths() {
    return pagePaths().flatMap(page -> Stream.of(page, page + MarkdownFiles.SUFFIX));
  }

  /** Lists the paths of the pages, newest issue first. */
  Stream<String> pagePaths() {
    return publication.issues().stream().map(PublishedIssue::issue).map(Addresses::path);
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    if (!path.startsWith(Addresses.ISSUES)) {
      return Optional.empty();
    }
    String name = path.substring(Addresses.ISSUES.length());
    return MarkdownFiles.page(name)
        .<Supplier<Representation>>flatMap(slug -> publication
            .findIssue(slug)
            .map(issue -> () -> Representation.ofFile(
                MarkdownFiles.MEDIA_TYPE,
                issue.issue().source().bytes(),
                Optional.of(issue.changed()))))
        .or(() -> publication
            .findIssue(name)
            .map(issue -> () -> Representation.ofPage(pages.issue(issue))));
  }
}
