package org.offprint.feed;

import java.util.List;
import java.util.Optional;

/**
 * The entries of a feed, newest first, as far back as an earlier version of its document may have
 * reached.
 *
 * @param all all entries of the feed
 * @param shown how many of them the document has now
 */
record EntryHistory(EntryList all, int shown) {
  /**
   * The entries that have come since a version of the document: those after them are the version's. Empty if
   * nobody can tell, and if there is none or nothing else.
   */
  Optional<List<Entry>> newSince(EntryTrail version) {
    if (version.entries() < 1 || version.entries() > FeedWindow.MOST_ENTRIES) {
      return Optional.empty();
    }
    List<Entry> entries = all.between(0, Math.min(all.size(), shown + version.entries()));
    long[] upTo = new long[entries.size() + 1];
    for (int i = 0; i < entries.size(); i++) {
      upTo[i + 1] = upTo[i] + EntryTrail.print(entries.get(i));
    }
    int most = Math.min(shown - 1, entries.size() - version.entries());
    for (int fresh = 1; fresh <= most; fresh++) {
      if (upTo[fresh + version.entries()] - upTo[fresh] == version.print()) {
        return Optional.of(entries.subList(0, fresh));
      }
    }
    return Optional.empty();
  }
}
