package org.offprint.site;

import java.util.Optional;

/**
 * Early feeds while only the newest issues have been read: they say nothing of the others but how many there are.
 *
 * @param source of a publication in which older issues have no text; nothing else of it is fit to be served
 */
public record NewestFeeds(Site source) implements EarlyFeeds {
  /** Renders them, so that nobody waits for that while the other issues are being read. */
  public void prepare() {
    PATHS.forEach(source::find);
  }

  @Override
  public Optional<Representation> find(String path) {
    return has(path) && source.find(path) instanceof Answer.Found found
        ? Optional.of(found.representation())
        : Optional.empty();
  }

  @Override
  public Optional<Representation> findReady(String path) {
    return PATHS.contains(path) ? source.findReady(path) : Optional.empty();
  }

  @Override
  public boolean has(String path) {
    String base = source.publication().masthead().baseUri().getPath();
    String own = path.startsWith(base) ? path.substring(base.length() - 1) : path;
    return PATHS.contains(own) || own.equals(Feeds.OLD_GENERATORS);
  }
}
