package org.offprint.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offprint.feed.EntryTrail;
import org.offprint.feed.FeedDocument;

/**
 * What a feed document says, without its entries' texts: two that are equal are written the same.
 *
 * @param head the document without entries
 * @param prints of its entries, in their order
 */
record FeedState(FeedDocument head, List<Long> prints) {
  FeedState {
    prints = List.copyOf(prints);
  }

  static FeedState of(FeedDocument document) {
    return new FeedState(document.withEntries(List.of()), EntryTrail.prints(document.entries()));
  }

  /** Which entries it has. */
  EntryTrail entries() {
    return EntryTrail.of(prints);
  }

  /**
   * Where each entry stood in an earlier version, counted from 0; empty for those that it did not have as they are.
   * RSS names the authors of the newsletter in each: under another masthead all are written anew.
   */
  List<Optional<Integer>> placesIn(FeedState earlier) {
    Map<Long, Integer> places = new HashMap<>();
    if (earlier.head().masthead().equals(head.masthead())) {
      for (int i = 0; i < earlier.prints().size(); i++) {
        places.put(earlier.prints().get(i), i);
      }
    }
    return prints.stream().map(print -> Optional.ofNullable(places.get(print))).toList();
  }
}
