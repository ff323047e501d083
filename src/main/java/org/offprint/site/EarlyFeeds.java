package org.offprint.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;

/**
 * The feeds of the whole newsletter, served while only its newest issues have been read: they say nothing of the others but
 * how many there are, so they are, byte for byte, what the site has when all is read. Thread-safe.
 *
 * @param site of a publication in which older issues have no text; nothing else of it is fit to be served
 */
public record EarlyFeeds(Site site) {
  private static final List<String> PATHS = Stream.of(FeedFormat.values())
      .map(format -> new FeedAddress(FeedScope.WHOLE, Lens.ISSUES, format, Optional.empty()).path())
      .toList();

  /** Renders them, so that nobody waits for that while the other issues are being read. */
  public void prepare() {
    PATHS.forEach(site::find);
  }

  /** The feed at a path, which is as in {@link Site#find}. */
  public Optional<Representation> find(String path) {
    return has(path) && site.find(path) instanceof Answer.Found found
        ? Optional.of(found.representation())
        : Optional.empty();
  }

  /** The same, if it has been rendered already; the path of the base URL must not stand before the path. */
  public Optional<Representation> findReady(String path) {
    return PATHS.contains(path) ? site.findReady(path) : Optional.empty();
  }

  /** Whether a path, which is as in {@link Site#find}, is one of theirs. */
  public boolean has(String path) {
    String base = site.publication().masthead().baseUri().getPath();
    String own = path.startsWith(base) ? path.substring(base.length() - 1) : path;
    return PATHS.contains(own) || own.equals(Site.OLD_GENERATORS_FEED);
  }
}
