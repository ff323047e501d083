package org.offprint.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.offprint.feed.FeedRules;
import org.offprint.publication.Publication;
import org.offprint.search.SearchIndex;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.site.SiteHooks;

/** Sites of a server that nobody observes. */
public final class TestSites {
  /** Hooks without observers, search and clock. */
  public static final SiteHooks HOOKS = hooks((kind, time) -> {}, () -> Instant.MIN);

  private TestSites() {}

  /** Hooks that report each rendering. */
  public static SiteHooks hooks(
      BiConsumer<Representation.Kind, Duration> rendered, Supplier<Instant> now) {
    return new SiteHooks(
        rendered,
        (coding, time) -> {},
        List::of,
        List::of,
        Optional::empty,
        Optional::empty,
        Optional.empty(),
        true,
        true,
        Optional.empty(),
        now);
  }

  /** Hooks with a search. */
  public static SiteHooks searching(SearchIndex index) {
    return new SiteHooks(
        HOOKS.rendered(),
        HOOKS.packed(),
        List::of,
        List::of,
        Optional::empty,
        Optional::empty,
        Optional.of(index),
        true,
        true,
        Optional.empty(),
        HOOKS.now());
  }

  /** A site whose status page is for its operator alone, at a moment. */
  public static Site ofPrivate(Publication publication, Instant now) {
    SiteHooks hooks = new SiteHooks(
        HOOKS.rendered(),
        HOOKS.packed(),
        List::of,
        List::of,
        Optional::empty,
        Optional::empty,
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        () -> now);
    return new Site(
        publication, FeedRules.DEFAULT, Site.DEFAULT_MOST_BYTES, Optional.empty(), hooks);
  }

  /** A site without rules of its own. */
  public static Site of(Publication publication) {
    return of(publication, Optional.empty());
  }

  /** A site that follows another. */
  public static Site of(Publication publication, Optional<Site> previous) {
    return new Site(publication, FeedRules.DEFAULT, Site.DEFAULT_MOST_BYTES, previous, HOOKS);
  }

  /** A site by rules of the publisher. */
  public static Site of(Publication publication, FeedRules rules) {
    return new Site(publication, rules, Site.DEFAULT_MOST_BYTES, Optional.empty(), HOOKS);
  }
}
