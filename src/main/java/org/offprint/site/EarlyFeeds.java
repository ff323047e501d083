package org.offprint.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;

/**
 * The feeds of the whole newsletter, served before all issues have been read: they are, byte for byte, what the site has
 * then. Thread-safe.
 */
public sealed interface EarlyFeeds permits NewestFeeds, KeptFeeds {
  /** Where they stand below the base URL. */
  List<String> PATHS = Stream.of(FeedFormat.values())
      .map(format ->
          new FeedAddress(FeedScope.whole(), Lens.ISSUES, format, Optional.empty()).path())
      .toList();

  /** The feed at a path, which is as in {@link Site#find}. */
  Optional<Representation> find(String path);

  /** The same, if it has been rendered already; the path of the base URL must not stand before the path. */
  Optional<Representation> findReady(String path);

  /** Whether a path, which is as in {@link Site#find}, is one of theirs. */
  boolean has(String path);

  /** Where they come from. */
  Served source();
}
