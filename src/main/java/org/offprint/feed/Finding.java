package org.offprint.feed;

import java.util.Optional;
import org.offprint.issue.Item;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/** Something that was found for a feed: an item, or an issue that has none. Immutable. */
public final class Finding {
  private final PublishedIssue issue;
  private final Optional<PlacedItem> item;

  private Finding(PublishedIssue issue, Optional<PlacedItem> item) {
    this.issue = issue;
    this.item = item;
  }

  /** An issue. */
  public static Finding of(PublishedIssue issue) {
    return new Finding(issue, Optional.empty());
  }

  /** An item of a section of an issue. */
  public static Finding of(PublishedIssue issue, Section section, Item item) {
    return new Finding(issue, Optional.of(new PlacedItem(issue, section, item)));
  }

  Entry entry(Entries entries, Selection whole) {
    return item.map(entries::ofItem).orElseGet(() -> entries.ofIssue(issue, whole));
  }
}
