package org.offprint.search;

import java.util.List;
import java.util.Optional;
import org.offprint.issue.Item;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/** The outcome of a search. */
public sealed interface SearchOutcome {
  /**
   * The hits.
   *
   * @param count the number of all hits
   * @param hits the wanted ones
   */
  record Found(int count, List<Hit> hits) implements SearchOutcome {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  /**
   * No answer at the moment.
   *
   * @param reason the message of the reason, in a few words
   * @param seconds until it is worth to ask again
   */
  record Later(String reason, int seconds) implements SearchOutcome {
    static final String INDEXING = "search.later.indexing";
    static final String TOO_MANY = "search.later.tooMany";
    static final String TOO_LONG = "search.later.tooLong";
  }

  /**
   * One hit.
   *
   * @param issue the issue that has it
   * @param item the item; empty if it is the issue itself
   */
  record Hit(PublishedIssue issue, Optional<PlacedItem> item) {}

  /**
   * An item of an issue.
   *
   * @param section the section that has it; empty in an issue without sections
   * @param item the item
   */
  record PlacedItem(Optional<Section> section, Item item) {}
}
