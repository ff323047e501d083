package org.offprint.site;

import java.util.Optional;

/**
 * The site that readers see at this moment, and what they see before the first one. One writer replaces it as a whole; any
 * number of threads read it without a lock.
 */
public final class CurrentSite {
  private volatile State state = State.NOTHING;

  /** One of both, or nothing yet. */
  private record State(Optional<Site> site, Optional<EarlyFeeds> early) {
    static final State NOTHING = new State(Optional.empty(), Optional.empty());
  }

  /** The site; empty before the first one. */
  public Optional<Site> find() {
    return state.site();
  }

  /**
   * What can be served before the first site; empty as soon as there is one. Whoever wants either asks for this first: the site
   * takes its place.
   */
  public Optional<EarlyFeeds> findEarly() {
    return state.early();
  }

  /** Serves some feeds, and nothing else, until there is a site. */
  public void serveEarly(EarlyFeeds feeds) {
    state = new State(Optional.empty(), Optional.of(feeds));
  }

  /** Serves nothing yet after all. */
  public void withdrawEarly() {
    state = State.NOTHING;
  }

  /** Replaces the site. */
  public void replace(Site next) {
    state = new State(Optional.of(next), Optional.empty());
  }
}
