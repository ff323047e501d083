package org.offprint.site;

import java.util.List;
import org.offprint.feed.EntryTrail;
import org.offprint.feed.FeedDocument;

/**
 * What a feed document says, without its entries' texts: two that are equal are written the same.
 *
 * @param head the document without entries
 * @param entries which it has
 */
record FeedState(FeedDocument head, EntryTrail entries) {
  static FeedState of(FeedDocument document) {
    return new FeedState(document.withEntries(List.of()), EntryTrail.of(document.entries()));
  }
}
