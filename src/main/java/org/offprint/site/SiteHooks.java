package org.offprint.site;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.offprint.feed.FeedCosts;
import org.offprint.feed.FeedReaders;
import org.offprint.page.HubState;
import org.offprint.page.PageRenderer;
import org.offprint.publication.PreviewAddresses;
import org.offprint.search.SearchIndex;

/**
 * Hooks of a site: observers and data from the server. Thread-safe, quick, and throws nothing.
 *
 * @param rendered receives the duration of each rendering
 * @param packed receives the duration of each compression
 * @param readers the numbers of readers of the feeds, for the status page
 * @param costliest the programs that cost most bytes without validators, for the publisher's status page
 * @param hub the state of the hub, for the publisher's status page; empty if there is none
 * @param lastRefresh of the folder, for the status page; empty if the folder is not watched
 * @param search the index of the publication; empty if there is no search
 * @param isServer true for a server; false for an export, which has no search
 * @param isStatusPublic true if everybody may open the status page
 * @param previews the secret addresses of issues that are held back; empty if there are none
 * @param now tells the time, for the dates of changes that declare none
 */
public record SiteHooks(
    BiConsumer<Representation.Kind, Duration> rendered,
    BiConsumer<ContentCoding, Duration> packed,
    Supplier<List<FeedReaders>> readers,
    Supplier<List<FeedCosts.Program>> costliest,
    Supplier<Optional<HubState>> hub,
    Supplier<Optional<PageRenderer.LastRefresh>> lastRefresh,
    Optional<SearchIndex> search,
    boolean isServer,
    boolean isStatusPublic,
    Optional<PreviewAddresses> previews,
    Supplier<Instant> now) {
  /** An export for a static host. */
  public static final SiteHooks FILES = new SiteHooks(
      (kind, time) -> {},
      (coding, time) -> {},
      List::of,
      List::of,
      Optional::empty,
      Optional::empty,
      Optional.empty(),
      false,
      false,
      Optional.empty(),
      () -> Instant.MIN);

  /** Returns the bytes of a representation in a coding; they are compressed now, if they have not been before. */
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
