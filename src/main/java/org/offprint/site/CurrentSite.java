package org.offprint.site;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The site that readers see at this moment, and what they see before the first one. One writer replaces it as a whole; any
 * number of threads read it without a lock.
 */
public final class CurrentSite {
  private final AtomicReference<@Nullable Site> site = new AtomicReference<>();
  private final AtomicReference<@Nullable EarlyFeeds> early = new AtomicReference<>();

  /** The site; empty before the first one. */
  public Optional<Site> find() {
    return Optional.ofNullable(site.get());
  }

  /** What can be served before the first site; empty as soon as there is one. */
  public Optional<EarlyFeeds> findEarly() {
    return Optional.ofNullable(early.get());
  }

  /** Serves some feeds until there is a site. */
  public void begin(EarlyFeeds feeds) {
    early.set(feeds);
  }

  /** Replaces the site. */
  public void replace(Site next) {
    site.set(next);
    early.set(null);
  }
}
