package org.offprint.site;

import java.time.Instant;
import java.util.function.Supplier;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.format.FeedRenderer;

/**
 * Renders feeds, with what the last site had of them: what has the same bytes is the same. Thread-safe.
 *
 * @param feeds what they say
 * @param lastGood the last good versions of feeds, by path
 * @param now tells the time
 */
record RenderedFeeds(FeedAssembler feeds, Shelf lastGood, Supplier<Instant> now) {
  /** The feed document at an address, which there is. */
  Representation of(String path, FeedAddress address) {
    FeedDocument document = feeds.find(address).orElseThrow();
    FeedFormat format = address.format();
    Representation made =
        Representation.ofFeed(document, format, FeedRenderer.render(document, format));
    return lastGood.find(path).map(before -> made.following(before, now.get())).orElse(made);
  }
}
