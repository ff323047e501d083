package org.offprint.feed;

import java.util.Optional;

/**
 * Where a document stands among those of its feed (RFC 5005 section 4).
 *
 * @param number of an archive document, counted from 1, the oldest; empty for the subscription
 *     document
 * @param older the archive document with the entries before
 * @param newer the archive document with the entries after
 */
public record DocumentPlace(
    Optional<Integer> number, Optional<Integer> older, Optional<Integer> newer) {
  /** A subscription document that holds all entries there are. */
  public static final DocumentPlace COMPLETE =
      new DocumentPlace(Optional.empty(), Optional.empty(), Optional.empty());

  static DocumentPlace before(int older) {
    return new DocumentPlace(Optional.empty(), Optional.of(older), Optional.empty());
  }

  /** Whether it is an archive document. */
  public boolean isArchive() {
    return number.isPresent();
  }
}
