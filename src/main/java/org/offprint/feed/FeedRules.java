package org.offprint.feed;

import java.util.List;
import java.util.Optional;
import org.offprint.publication.SectionKey;

/**
 * What the publisher settles about feeds.
 *
 * @param window how much a subscription document holds
 * @param views the feeds that have a name of their own, each key once
 * @param itemLink where the entry of an item leads
 * @param hasSearch whether readers can search, and subscribe to what they search for
 */
public record FeedRules(
    FeedWindow window, List<FeedView> views, ItemLink itemLink, boolean hasSearch) {
  /** The default window, no views, items that lead to their place in the issue, and searches. */
  public static final FeedRules DEFAULT = of(FeedWindow.DEFAULT);

  /** Where the entry of an item leads. */
  public enum ItemLink {
    /** To its place in the page of the issue; the page it is about is a related link. */
    PERMALINK,
    /** To the page it is about, if it has a link; its content leads to the issue. */
    EXTERNAL
  }

  public FeedRules {
    views = List.copyOf(views);
  }

  /** Rules with searches. */
  public FeedRules(FeedWindow window, List<FeedView> views, ItemLink itemLink) {
    this(window, views, itemLink, true);
  }

  /** The default but for the window. */
  public static FeedRules of(FeedWindow window) {
    return new FeedRules(window, List.of(), ItemLink.PERMALINK);
  }

  /** The same without searches. */
  public FeedRules withoutSearch() {
    return new FeedRules(window, views, itemLink, false);
  }

  Optional<FeedView> findView(SectionKey key) {
    return views.stream().filter(view -> view.key().equals(key)).findFirst();
  }
}
