package org.offprint.format;

import java.util.List;
import org.offprint.feed.FeedDocument;
import org.offprint.issue.Author;

/** Who a feed is by: Atom wants an author (RFC 4287 section 4.1.1), so the newsletter itself may stand in. */
final class FeedAuthors {
  private FeedAuthors() {}

  static List<Author> of(FeedDocument document) {
    List<Author> authors = document.masthead().authors();
    return authors.isEmpty() ? List.of(Author.of(document.masthead().title())) : authors;
  }
}
