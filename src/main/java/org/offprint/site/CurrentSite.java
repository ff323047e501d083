package org.offprint.site;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The site that readers see at this moment. One writer replaces it as a whole; any number of threads
 * read it without a lock.
 */
public final class CurrentSite {
  private final AtomicReference<@Nullable Site> site = new AtomicReference<>();

  /** The site; empty before the first one. */
  public Optional<Site> find() {
    return Optional.ofNullable(site.get());
  }

  /** Replaces the site. */
  public void replace(Site next) {
    site.set(next);
  }
}
