package org.offprint.feed;

import java.util.Optional;

/**
 * The place of a document among those of its feed (RFC 5005 section 4).
 *
 * @param number of an archive document, counted from 1, the oldest; empty for the subscription
 *     document
 * @param older the number of the archive document with older entries
 * @param newer the number of the archive document with newer entries
 */
public record DocumentPlace(
    Optional<Integer> number, Optional<Integer> older, Optional<Integer> newer) {
  /** The place of a subscription document that has all entries. */
  public static final DocumentPlace COMPLETE =
      new DocumentPlace(Optional.empty(), Optional.empty(), Optional.empty());

  static DocumentPlace before(int older) {
    return new DocumentPlace(Optional.empty(), Optional.of(older), Optional.empty());
  }

  /** Returns true for an archive document. */
  public boolean isArchive() {
    return number.isPresent();
  }
}
