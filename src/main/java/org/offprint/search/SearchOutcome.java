package org.offprint.search;

import java.util.List;

/** What came of a search. */
public sealed interface SearchOutcome {
  /**
   * What was found.
   *
   * @param count how many hits there are
   * @param hits those that were wanted
   */
  record Found(int count, List<Hit> hits) implements SearchOutcome {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  /**
   * Nothing can be said at the moment.
   *
   * @param reason why, in a few words
   * @param seconds when it is worth to ask again
   */
  record Later(String reason, int seconds) implements SearchOutcome {}
}
