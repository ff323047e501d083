package org.offprint.feed;

import java.util.Optional;

/**
 * How the entries of a feed are divided among archive documents. They are counted from the oldest
 * entry, so that a full document keeps its entries for ever. The newest document is not full, and may be
 * empty: so a full one can name its successor from the first.
 *
 * @param entries how many there are
 * @param lens what an entry is
 */
record Archive(int entries, Lens lens) {
  private static final int ISSUES = 50;
  private static final int ITEMS = 250;

  private int size() {
    return lens == Lens.ISSUES ? ISSUES : ITEMS;
  }

  /** How many documents there are, at least one. */
  int count() {
    return entries / size() + 1;
  }

  boolean has(int number) {
    return number >= 1 && number <= count();
  }

  /** The newest document that has an entry. */
  int newest() {
    return (entries - 1) / size() + 1;
  }

  /** Where its newest entry stands among all, newest first. */
  int start(int number) {
    return Math.max(0, entries - number * size());
  }

  /** Where the entry after its oldest stands among all, newest first. */
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
