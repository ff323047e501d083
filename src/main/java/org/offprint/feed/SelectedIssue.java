package org.offprint.feed;

import java.util.List;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.PublishedPart;

/**
 * An issue of which a scope selects something.
 *
 * @param issue the issue
 * @param parts the selected ones, in the author's order; may be empty where the scope takes the lead
 */
public record SelectedIssue(PublishedIssue issue, List<PublishedPart> parts) {
  public SelectedIssue {
    parts = List.copyOf(parts);
  }
}
