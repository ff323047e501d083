package org.offprint.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.offprint.publication.Masthead;
import org.offprint.publication.Permalinks;

/**
 * What one document of a feed says, in no format.
 *
 * @param scope which sections
 * @param lens issues or items
 * @param masthead who publishes
 * @param id permanent, the same in every format
 * @param title plain text; names the section
 * @param description plain text; may be empty
 * @param page the HTML page of the feed
 * @param updated the latest change of its entries; 1970 if it has none
 * @param entries newest first
 */
public record FeedDocument(
    FeedScope scope,
    Lens lens,
    Masthead masthead,
    URI id,
    String title,
    String description,
    URI page,
    Instant updated,
    List<Entry> entries) {
  public FeedDocument {
    entries = List.copyOf(entries);
  }

  /** The address of the document in one format. */
  public URI self(FeedFormat format) {
    return new Permalinks(masthead.baseUri()).of(new FeedAddress(scope, lens, format).path());
  }
}
