package org.offprint.site;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Publication;

/**
 * Serves each issue as its page, and as the Markdown that its author wrote.
 *
 * @param publication the issues
 * @param pages renders the pages
 */
record IssueFiles(Publication publication, PageRenderer pages) implements Resource {
  static final String FOLDER = "/issues/";

  @Override
  public Stream<String> paths() {
    return pagePaths().flatMap(page -> Stream.of(page, page + MarkdownFiles.SUFFIX));
  }

  /** Lists the paths of the pages, newest issue first. */
  Stream<String> pagePaths() {
    return publication.issues().stream()
        .map(published -> FOLDER + published.issue().slug());
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    if (!path.startsWith(FOLDER)) {
      return Optional.empty();
    }
    String name = path.substring(FOLDER.length());
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
