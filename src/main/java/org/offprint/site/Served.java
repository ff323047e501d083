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

  /**
   * What is new in the feed at a path for a client that has an earlier version of it.
   *
   * @param path as in {@link Site#find}
   * @param tag the opaque part of the entity tag of the client's version
   * @return a feed of the new entries alone, with the tag of the whole; empty if nobody can tell what is new
   */
  Optional<Representation> findNewer(String path, String tag);

  /** The bytes of a representation in a coding; they are packed now, if they have not been before. */
  ByteBuffer packed(Representation representation, ContentCoding coding);
}
