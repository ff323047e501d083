package org.offprint.site;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.offprint.feed.EntryTrail;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.format.FeedRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes feeds of new entries alone (RFC 3229). Thread-safe.
 */
record NewEntries(FeedAssembler feeds, Shelves shelves, Surroundings surroundings) {
  private static final Logger LOG = LoggerFactory.getLogger(NewEntries.class);

  /**
   * What a client does not have that had these entries; empty if nobody can tell.
   *
   * @param wholes what stands at a path
   */
  Optional<Representation> find(
      FeedAddress address, EntryTrail had, Function<String, Optional<Representation>> wholes) {
    String name = address.path() + " since " + had;
    return shelves.find(name).or(() -> {
      long begun = System.nanoTime();
      Optional<Representation> newer =
          feeds.findNewer(address, had).flatMap(document -> part(address, document, wholes));
      newer.ifPresent(part -> {
        surroundings.parted().accept(Duration.ofNanos(System.nanoTime() - begun));
        shelves.keepRare(name, part);
      });
      return newer;
    });
  }

  private Optional<Representation> part(
      FeedAddress address, FeedDocument some, Function<String, Optional<Representation>> wholes) {
    return wholes.apply(address.path()).flatMap(whole -> {
      try {
        return Optional.of(whole.part(FeedRenderer.render(some, address.format())));
      } catch (RuntimeException e) {
        LOG.error("the news of {} cannot be rendered; it is sent whole", address.path(), e);
        return Optional.empty();
      }
    });
  }
}
