package org.offprint.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.Wording;
import org.offprint.publication.PublishedPart;

/**
 * What the page of a feed shows.
 *
 * @param facts how many issues have it, and how often, in words
 * @param number of the page, counted from 1, the newest
 * @param count how many pages there are
 */
record FeedPage(
    Frame frame,
    Wording title,
    Wording held,
    String facts,
    List<PageLinks.FeedLink> feeds,
    List<PageLinks.FeedLink> itemFeeds,
    List<Group> groups,
    int number,
    int count,
    Optional<String> newer,
    Optional<String> older) {
  /** The items of one issue. */
  record Group(IssueLine issue, List<Line> items) {}

  /** One item, and whether somebody pays for it. */
  record Line(String title, String anchor, boolean isSponsored) {
    static Stream<Line> of(PublishedPart placed) {
      return placed.part().items().stream()
          .map(item -> new Line(item.title(), item.anchor(), placed.section().isSponsored()));
    }
  }
}
