package org.offprint.site;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.format.FeedRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders feeds, with what the last site had of them: what has the same bytes is the same. Thread-safe.
 *
 * @param feeds what they say
 * @param lastGood the last good versions of feeds, by path
 * @param now tells the time
 */
record RenderedFeeds(FeedAssembler feeds, Shelf lastGood, Supplier<Instant> now) {
  private static final Logger LOG = LoggerFactory.getLogger(RenderedFeeds.class);

  /** The feed document at an address, which there is. */
  Representation of(String path, FeedAddress address) {
    FeedDocument document = feeds.find(address).orElseThrow();
    Optional<Representation> last = lastGood.find(path);
    try {
      FeedFormat format = address.format();
      Representation made =
          Representation.ofFeed(document, format, FeedRenderer.render(document, format));
      return last.map(before -> made.following(before, now.get())).orElse(made);
    } catch (RuntimeException e) {
      // The feed would break every reader: what they had is better than that, or than nothing.
      LOG.error("{} cannot be rendered; its last good version stays, if there is one", path, e);
      return last.orElseThrow(() -> e);
    }
  }
}
