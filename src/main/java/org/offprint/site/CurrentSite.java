package org.offprint.site;

import java.util.Optional;

/**
 * The site that readers see at this moment, and the feeds of the last run before there is one. One writer replaces it as a whole;
 * any number of threads read it without a lock.
 */
public final class CurrentSite {
  private volatile State state = new State(Optional.empty(), Optional.empty());

  /** One of both, or nothing yet. */
  private record State(Optional<Site> site, Optional<LastFeeds> last) {}

  /** The site; empty before the first one. */
  public Optional<Site> find() {
    return state.site();
  }

  /**
   * The feeds of the last run; empty as soon as there is a site. A caller that wants either asks for this first, since the site
   * takes its place.
   */
  public Optional<LastFeeds> findLast() {
    return state.last();
  }

  /** Serves the feeds of the last run, and nothing else, until there is a site. */
  public void serveLast(LastFeeds feeds) {
    state = new State(Optional.empty(), Optional.of(feeds));
  }

  /** Replaces the site. */
  public void replace(Site next) {
    state = new State(Optional.of(next), Optional.empty());
  }
}
