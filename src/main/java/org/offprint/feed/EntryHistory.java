package org.offprint.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The entries of a feed, newest first, as far back as an earlier version of its document may have
 * reached.
 *
 * @param entries all entries of the feed; each is made when it is asked for
 * @param shown how many of them the document has now
 */
record EntryHistory(List<Supplier<Entry>> entries, int shown) {
  /**
   * How many entries have come since a version of the document: so many that those after them are the
   * version's.
   */
  Optional<Integer> newSince(EntryTrail version) {
    if (version.entries() < 1 || version.entries() > FeedWindow.MOST_ENTRIES) {
      return Optional.empty();
    }
    int reach = Math.min(entries.size(), shown + version.entries());
    long[] upTo = new long[reach + 1];
    for (int i = 0; i < reach; i++) {
      upTo[i + 1] = upTo[i] + EntryTrail.print(entries.get(i).get());
    }
    for (int fresh = 1; fresh + version.entries() <= reach; fresh++) {
      if (upTo[fresh + version.entries()] - upTo[fresh] == version.print()) {
        return Optional.of(fresh);
      }
    }
    return Optional.empty();
  }
}
