package org.offprint.site;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.format.FeedRenderer;
import org.offprint.publication.Addresses;

/**
 * Serves the feeds: those of the directory with their archives, and any other combination of sections.
 *
 * @param feeds makes the documents
 * @param earlier finds the version of the earlier site by path: if the bytes are the same, that very object is
 *     served, with its compressed forms
 * @param now tells the time
 */
record Feeds(
    FeedAssembler feeds, Function<String, Optional<Representation>> earlier, Supplier<Instant> now)
    implements Resource {
  @Override
  public Stream<String> paths() {
    return Stream.concat(
        feeds.scopes().flatMap(scope -> feeds.documents(scope).stream()).map(FeedAddress::path),
        Stream.of(Addresses.FEED_OF_OLD_GENERATORS));
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    return feeds
        .findAddress(path)
        .filter(address -> address.path().equals(path))
        .filter(feeds::has)
        .map(address -> () -> render(path, address));
  }

  private Representation render(String path, FeedAddress address) {
    FeedDocument document = feeds.find(address).orElseThrow();
    FeedFormat format = address.format();
    Representation made =
        Representation.ofFeed(document, format, FeedRenderer.render(document, format));
    return earlier.apply(path).map(before -> made.following(before, now.get())).orElse(made);
  }
}
