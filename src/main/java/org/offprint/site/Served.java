package org.offprint.site;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** Where a representation comes from, which knows what else an answer may need. Thread-safe. */
public interface Served {
  /** When the next issue is to be expected; empty where nobody can tell. */
  Optional<Instant> nextExpected();

  /** Whether the feed at a path, which is as in {@link Site#find}, is one of the directory. */
  boolean offersFeed(String path);

  /**
   * What a person sees who opens the address of a feed.
   *
   * @param path as in {@link Site#find}, or that of a search
   */
  Optional<Representation> findNotice(String path);

  /** The bytes of a representation in a coding; they are packed now, if they have not been before. */
  ByteBuffer packed(Representation representation, ContentCoding coding);
}
