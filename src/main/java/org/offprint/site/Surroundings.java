package org.offprint.site;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.offprint.feed.FeedReaders;
import org.offprint.page.PageRenderer;
import org.offprint.search.SearchIndex;

/**
 * What a site has to do with what is around it. Thread-safe, quick, and throws nothing.
 *
 * @param rendered is told how long each rendering took
 * @param packed is told how long each packing took
 * @param readers how many read the feeds, for the status page
 * @param lastRefresh of the folder, for the status page; empty where nobody follows it
 * @param search what searches the publication; empty where nobody can
 * @param isServer whether a server answers: files have no state to tell, and search nothing
 * @param now tells the time, for the dates of what has changed without saying when
 */
public record Surroundings(
    BiConsumer<Representation.Kind, Duration> rendered,
    BiConsumer<ContentCoding, Duration> packed,
    Supplier<List<FeedReaders>> readers,
    Supplier<Optional<PageRenderer.LastRefresh>> lastRefresh,
    Optional<SearchIndex> search,
    boolean isServer,
    Supplier<Instant> now) {
  /** A server that is told nothing, and tells nothing; nobody searches. */
  public static final Surroundings NONE = silent(true);

  /** The files of a static host. */
  public static final Surroundings FILES = silent(false);

  /** Those of a server without a clock. */
  public Surroundings(
      BiConsumer<Representation.Kind, Duration> rendered,
      BiConsumer<ContentCoding, Duration> packed,
      Supplier<List<FeedReaders>> readers,
      Supplier<Optional<PageRenderer.LastRefresh>> lastRefresh,
      Optional<SearchIndex> search) {
    this(rendered, packed, readers, lastRefresh, search, true, () -> Instant.MIN);
  }

  private static Surroundings silent(boolean isServer) {
    return new Surroundings(
        (kind, time) -> {},
        (coding, time) -> {},
        List::of,
        Optional::empty,
        Optional.empty(),
        isServer,
        () -> Instant.MIN);
  }

  /** The bytes of a representation in a coding; they are packed now, if they have not been before. */
  ByteBuffer packed(Representation representation, ContentCoding coding) {
    if (representation.has(coding)) {
      return representation.body(coding);
    }
    long begun = System.nanoTime();
    ByteBuffer bytes = representation.body(coding);
    packed.accept(coding, Duration.ofNanos(System.nanoTime() - begun));
    return bytes;
  }
}
