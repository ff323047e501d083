package org.offprint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.offprint.issue.Problem;
import org.offprint.publication.FolderListing;
import org.offprint.publication.FolderPrint;
import org.offprint.publication.PublicationRules;
import org.offprint.site.KeptFeeds;
import org.offprint.site.Site;
import org.offprint.site.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the feeds of one start on to the next, which can serve them before it has read a single issue, if nothing has changed. For one
 * thread at a time.
 */
final class FeedKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(FeedKeeper.class);

  private final Path folder;
  private final Optional<FeedStore> store;
  private final Clock clock;
  private boolean areThere;

  /**
   * Looks at nothing yet.
   *
   * @param folder the issues
   * @param store empty where nothing is kept
   */
  FeedKeeper(Path folder, Optional<FeedStore> store, Clock clock) {
    this.folder = folder;
    this.store = store;
    this.clock = clock;
  }

  /** What the last start kept of the same newsletter. */
  Optional<KeptFeeds> find(
      FolderListing listing, PublicationRules rules, Surroundings surroundings) {
    Optional<KeptFeeds> feeds = store
        .filter(FeedStore::hasAny)
        .flatMap(kept -> name(listing, rules).flatMap(kept::find))
        .flatMap(bytes -> KeptFeeds.decode(bytes, surroundings))
        .filter(early -> early.isValid(clock.instant()));
    areThere = feeds.isPresent();
    return feeds;
  }

  /**
   * Keeps the feeds of the first site for the next start, unless that would find them already, or nobody can tell what they depend on: if the
   * folder has changed since, or some of it could not be read.
   *
   * @param site what came of reading the folder, by the rules
   * @param made for which moment it was read
   * @param listing the folder before it was read
   */
  void keep(Site site, Instant made, FolderListing listing, PublicationRules rules) {
    if (store.isPresent() && !areThere && isWhole(site)) {
      Optional<String> name = name(listing, rules);
      if (name.isPresent() && FolderListing.scan(folder).equals(listing)) {
        keep(store.get(), name.get(), KeptFeeds.of(site, made));
      }
    }
  }

  private static void keep(FeedStore store, String name, KeptFeeds feeds) {
    if (feeds.length() > FeedStore.MOST_BYTES) {
      return;
    }
    try {
      store.keep(name, feeds.encode());
    } catch (IOException e) {
      LOG.warn("the feeds cannot be kept for the next start: {}", DataFolder.reason(e));
    }
  }

  /** A file that could not be read may be readable a moment later. */
  private static boolean isWhole(Site site) {
    return site.publication().problems().stream().noneMatch(Problem::isOfReading);
  }

  /** What the feeds depend on, but for the program and the time. */
  private Optional<String> name(FolderListing listing, PublicationRules rules) {
    return FolderPrint.of(folder, listing, rules)
        .map(print ->
            Long.toHexString(print.checksums()) + " " + rules.masthead().baseUri());
  }
}
