package org.offprint.feed;

import java.util.List;

/**
 * Feeds that belong together in the directory.
 *
 * @param title what they have in common
 * @param feeds in order
 */
public record FeedGroup(String title, List<FeedListing> feeds) {
  public FeedGroup {
    feeds = List.copyOf(feeds);
  }
}
