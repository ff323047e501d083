package org.offprint.feed;

import java.util.Optional;
import org.offprint.issue.Item;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/** A search hit for a feed: an item, or an issue that has none. Immutable. */
public final class SearchEntry {
  private final PublishedIssue issue;
  private final Optional<Entries.PlacedItem> item;

  private SearchEntry(PublishedIssue issue, Optional<Entries.PlacedItem> item) {
    this.issue = issue;
    this.item = item;
  }

  /** Returns the entry of an issue. */
  public static SearchEntry of(PublishedIssue issue) {
    return new SearchEntry(issue, Optional.empty());
  }

  /** Returns the entry of an item. */
  public static SearchEntry of(PublishedIssue issue, Section section, Item item) {
    return new SearchEntry(issue, Optional.of(new Entries.PlacedItem(issue, section, item)));
  }

  Entry entry(Entries entries, Selection whole) {
    return item.map(entries::ofItem).orElseGet(() -> entries.ofIssue(issue, whole));
  }
}
