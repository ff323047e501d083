package org.offprint.site;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** The source of representations, with everything else that a reply may need. Thread-safe. */
public interface Served {
  /** The time when the next issue is to be expected; empty if it is unknown. */
  default Optional<Instant> nextExpected() {
    return Optional.empty();
  }

  /**
   * The page for a person who opens the address of a feed.
   *
   * @param path as in {@link Site#find}, or that of a search
   */
  default Optional<Representation> findNotice(String path) {
    return Optional.empty();
  }

  /** The bytes of a representation in a coding; they are compressed now, if they have not been before. */
  default ByteBuffer packed(Representation representation, ContentCoding coding) {
    return representation.body(coding);
  }
}
