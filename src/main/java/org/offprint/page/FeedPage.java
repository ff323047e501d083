package org.offprint.page;

import java.util.List;
import org.offprint.issue.Item;

/** What the page of a feed shows. */
record FeedPage(
    Frame frame,
    String title,
    String description,
    boolean isSponsored,
    List<PageLinks.Link> feeds,
    List<PageLinks.Link> itemFeeds,
    List<Group> groups) {
  /** The items of one issue. */
  record Group(IssueLine issue, List<Item> items) {}
}
