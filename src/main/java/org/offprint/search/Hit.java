package org.offprint.search;

import java.util.Optional;
import org.offprint.issue.Item;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/**
 * Something that answers a query.
 *
 * @param issue the issue that has it
 * @param item the item; empty if it is the issue itself
 */
public record Hit(PublishedIssue issue, Optional<Placed> item) {
  /**
   * An item and where it stands.
   *
   * @param section the section of the issue
   * @param item the item
   */
  public record Placed(Section section, Item item) {}
}
