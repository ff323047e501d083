package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.feed.Wording;

/**
 * What the home page shows.
 *
 * @param about how many issues there are, and how often, in words
 * @param whole the feeds of the whole, issue by issue
 * @param items the feeds of the whole, item by item
 * @param moreSections how many there are besides those listed
 */
record HomePage(
    Frame frame,
    String description,
    String about,
    Optional<Latest> latest,
    List<PageLinks.FeedLink> whole,
    List<PageLinks.FeedLink> items,
    List<SectionLine> sections,
    int moreSections,
    List<ViewLine> views,
    List<IssueLine> recent) {
  /**
   * The newest issue.
   *
   * @param opening its first lines
   */
  record Latest(IssueLine issue, String opening, List<OutlineLine> outline) {}

  /** One section with its feeds, the number of issues that have it, and its newest item. */
  record SectionLine(
      String title,
      String target,
      String issues,
      boolean isSponsored,
      Optional<Newest> newest,
      List<PageLinks.FeedLink> feeds) {}

  /** An item, with its language where that differs from the page's own. */
  record Newest(String text, String target, Optional<String> language) {}

  /** A feed that the publisher's settings name. */
  record ViewLine(String title, String target, Wording held, List<PageLinks.FeedLink> feeds) {}
}
