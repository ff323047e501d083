package org.offprint.feed;

import java.util.List;
import java.util.Optional;
import org.offprint.publication.SectionKey;

/**
 * The publisher's settings for feeds.
 *
 * @param window the limits of a subscription document
 * @param views the feeds that have a name of their own, each key once
 * @param itemLink the target of the entry of an item
 * @param hasSearch true if readers can search and subscribe to searches
 * @param hasFeedPages true if a browser that opens the URL of a feed gets a page about it
 * @param hasMarkdown true if each issue is there as Markdown, too
 * @param listedFrom the number of issues from which on a section is listed that the vocabulary lacks
 */
public record FeedRules(
    FeedWindow window,
    List<FeedView> views,
    ItemLink itemLink,
    boolean hasSearch,
    boolean hasFeedPages,
    boolean hasMarkdown,
    int listedFrom) {
  /** The default window, no views, items that lead to their place in the issue, searches, pages of feeds, Markdown, and sections that recur. */
  public static final FeedRules DEFAULT =
      new FeedRules(FeedWindow.DEFAULT, List.of(), ItemLink.PERMALINK, true, true, true, 2);

  /** The target of the entry of an item. */
  public enum ItemLink {
    /** To its place in the page of the issue; the page it is about is a related link. */
    PERMALINK,
    /** To the page it is about, if it has a link; its content leads to the issue. */
    EXTERNAL
  }

  public FeedRules {
    views = List.copyOf(views);
  }

  /** Returns the same rules without searches. */
  public FeedRules withoutSearch() {
    return new FeedRules(window, views, itemLink, false, hasFeedPages, hasMarkdown, listedFrom);
  }

  Optional<FeedView> findView(SectionKey key) {
    return views.stream().filter(view -> view.key().equals(key)).findFirst();
  }

  /**
   * A feed that the publisher's settings define.
   *
   * @param key its name in URLs and ids
   * @param title its name for readers
   * @param description one sentence; empty means the publication's
   * @param kept its sections; empty means all but those left out
   * @param leftOut the sections it leaves out; empty if it names those it has
   * @param lens its lens if the URL names none
   * @param window the limits of its subscription document
   */
  public record FeedView(
      SectionKey key,
      String title,
      String description,
      List<SectionKey> kept,
      List<SectionKey> leftOut,
      Lens lens,
      FeedWindow window) {
    public FeedView {
      if (!kept.isEmpty() && !leftOut.isEmpty()) {
        throw new IllegalArgumentException(
            "view " + key + " must either keep sections or leave some out");
      }
      kept = List.copyOf(kept);
      leftOut = List.copyOf(leftOut);
    }

    /** Returns the scope of its sections. */
    public FeedScope scope() {
      return new FeedScope.View(key, lens);
    }
  }
}
