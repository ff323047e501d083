package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.issue.Author;
import org.offprint.issue.Html;

/**
 * What the page of an issue shows.
 *
 * @param readingTime in words
 * @param sections its sections, with the feeds of each
 */
record IssuePage(
    Frame frame,
    IssueLine issue,
    Html content,
    List<Author> authors,
    String readingTime,
    String markdown,
    List<OutlineLine> outline,
    List<SectionFeeds> sections,
    Optional<IssueLine> newer,
    Optional<IssueLine> older) {
  /** A section of the issue and where one can subscribe to it. */
  record SectionFeeds(String title, String target, List<PageLinks.FeedLink> feeds) {}
}
