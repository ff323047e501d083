package org.offprint.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The division of the entries of a feed into archive documents. Entries are counted from the oldest one, so that a full
 * document keeps its entries for ever. The newest document is never full and may be empty, so that a full one can name
 * its successor.
 *
 * @param ends the number of entries up to the end of each full document, the oldest first
 * @param entries the number of entries
 */
record Archive(List<Integer> ends, int entries) {
  /** Twice the HTML of the longest real newsletter; a document of it can be rendered in a heap of 256 MB. */
  static final long MOST_BYTES = 4_000_000;

  private static final int ISSUES = 50;
  private static final int ITEMS = 250;

  Archive {
    ends = List.copyOf(ends);
  }

  /**
   * Divides entries: a document is full if it has 50 issues or 250 items, or if the next entry would make it larger than
   * {@value #MOST_BYTES} bytes.
   *
   * @param issues the oldest first
   */
  static Archive of(List<IssueSize> issues, Lens lens) {
    int most = lens == Lens.ISSUES ? ISSUES : ITEMS;
    List<Integer> ends = new ArrayList<>();
    int entries = 0;
    int start = 0;
    long bytes = 0;
    for (IssueSize issue : issues) {
      for (int i = 0; i < issue.entries(); i++) {
        if (entries > start && bytes + issue.bytesOfEach() > MOST_BYTES) {
          ends.add(entries);
          start = entries;
          bytes = 0;
        }
        entries++;
        bytes += issue.bytesOfEach();
        if (entries - start == most) {
          ends.add(entries);
          start = entries;
          bytes = 0;
        }
      }
    }
    return new Archive(ends, entries);
  }

  /**
   * The size of an issue in a feed.
   *
   * @param entries the number of its entries
   * @param bytesOfEach the approximate size of each, as HTML: an equal part, so that no item need be looked at
   */
  record IssueSize(int entries, long bytesOfEach) {}

  /** Returns the number of documents, at least one. */
  int count() {
    return ends.size() + 1;
  }

  boolean has(int number) {
    return number >= 1 && number <= count();
  }

  /** Returns the number of the newest document with an entry. */
  int newest() {
    boolean isLastEmpty = entries > 0 && endOf(ends.size()) == entries;
    return isLastEmpty ? ends.size() : count();
  }

  /** Returns the number of entries up to the end of a document, counted from the oldest. */
  private int endOf(int number) {
    if (number == 0) {
      return 0;
    }
    return number <= ends.size() ? ends.get(number - 1) : entries;
  }

  /** Returns the index of the newest entry of a document among all entries, newest first. */
  int start(int number) {
    return entries - endOf(number);
  }

  /** Returns the index after the oldest entry of a document among all entries, newest first. */
  int end(int number) {
    return entries - endOf(number - 1);
  }

  FeedDocument.DocumentPlace place(int number) {
    return new FeedDocument.DocumentPlace(
        Optional.of(number),
        Optional.of(number - 1).filter(this::has),
        Optional.of(number + 1).filter(this::has));
  }
}
