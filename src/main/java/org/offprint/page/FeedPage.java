package org.offprint.page;

import java.util.List;
import java.util.stream.Stream;
import org.offprint.publication.PublishedPart;

/** What the page of a feed shows. */
record FeedPage(
    Frame frame,
    String title,
    String description,
    List<PageLinks.Link> feeds,
    List<PageLinks.Link> itemFeeds,
    List<Group> groups) {
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
