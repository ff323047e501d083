package org.offprint.feed;

import java.util.List;
import org.offprint.issue.Item;
import org.offprint.publication.PublishedIssue;

/**
 * An issue of which a scope selects something.
 *
 * @param issue the issue
 * @param items the selected ones, in reading order; may be empty where the scope takes the lead
 */
public record SelectedIssue(PublishedIssue issue, List<Item> items) {
  public SelectedIssue {
    items = List.copyOf(items);
  }
}
