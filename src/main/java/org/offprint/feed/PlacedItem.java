package org.offprint.feed;

import java.time.Instant;
import org.offprint.issue.Item;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/**
 * An item with its issue and section. Its dates are those of the issue minus its position in
 * seconds: distinct, falling in reading order.
 */
record PlacedItem(PublishedIssue issue, Section section, Item item) {
  Instant published() {
    return issue.published().minusSeconds(item.position());
  }

  Instant updated() {
    return issue.updated().minusSeconds(item.position());
  }
}
