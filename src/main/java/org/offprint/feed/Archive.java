package org.offprint.feed;

import java.util.Optional;

/**
 * The division of the entries of a feed into archive documents. Entries are counted from the oldest one, so that a full
 * document keeps its entries for ever. The newest document is never full and may be empty, so that a full one can name
 * its successor from the start.
 *
 * @param entries the number of entries
 * @param lens issues or items
 */
record Archive(int entries, Lens lens) {
  private static final int ISSUES = 50;
  private static final int ITEMS = 250;

  private int size() {
    return lens == Lens.ISSUES ? ISSUES : ITEMS;
  }

  /** Returns the number of documents, at least one. */
  int count() {
    return entries / size() + 1;
  }

  boolean has(int number) {
    return number >= 1 && number <= count();
  }

  /** Returns the number of the newest document with an entry. */
  int newest() {
    return (entries - 1) / size() + 1;
  }

  /** Returns the index of the newest entry of a document among all entries, newest first. */
  int start(int number) {
    return Math.max(0, entries - number * size());
  }

  /** Returns the index after the oldest entry of a document among all entries, newest first. */
  int end(int number) {
    return entries - (number - 1) * size();
  }

  DocumentPlace place(int number) {
    return new DocumentPlace(
        Optional.of(number),
        Optional.of(number - 1).filter(this::has),
        Optional.of(number + 1).filter(this::has));
  }
}
