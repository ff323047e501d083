package org.offprint.feed;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.publication.Facet;
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
 * @param hubs the hubs that tell subscribers of changes
 */
public record FeedRules(
    FeedWindow window,
    List<FeedView> views,
    ItemLink itemLink,
    boolean hasSearch,
    boolean hasFeedPages,
    boolean hasMarkdown,
    int listedFrom,
    Hubs hubs) {
  /**
   * The default window, no views, items that lead to their place in the issue, searches, pages of feeds, Markdown, sections that recur,
   * and no hubs.
   */
  public static final FeedRules DEFAULT =
      new FeedRules(FeedWindow.DEFAULT, List.of(), ItemLink.PAGE, true, true, true, 2);

  /** The target of the entry of an item. */
  public enum ItemLink {
    /** To its place in the page of the issue; the page it is about is a related link. */
    PAGE,
    /** To the page it is about, if it has a link; its content leads to the issue. */
    EXTERNAL
  }

  /** The length of the content of an entry. */
  public enum Content {
    /** Everything that is selected. */
    FULL,
    /** One or two sentences. */
    SUMMARY
  }

  /**
   * The kind of entries that a feed has.
   *
   * @param itemLink the target of the entry of an item
   * @param content the length of their content
   */
  public record EntryStyle(ItemLink itemLink, Content content) {}

  /**
   * The hubs that tell subscribers of changes (WebSub).
   *
   * @param own the one of this server
   * @param others those that are told of changes
   */
  public record Hubs(Optional<URI> own, List<URI> others) {
    public static final Hubs NONE = new Hubs(Optional.empty(), List.of());

    public Hubs {
      others = others.stream()
          .filter(hub -> !own.equals(Optional.of(hub)))
          .distinct()
          .toList();
    }

    /** Returns all of them, our own first: most subscribers take the first. */
    public List<URI> all() {
      return Stream.concat(own.stream(), others.stream()).toList();
    }
  }

  /** Makes rules without hubs. */
  public FeedRules(
      FeedWindow window,
      List<FeedView> views,
      ItemLink itemLink,
      boolean hasSearch,
      boolean hasFeedPages,
      boolean hasMarkdown,
      int listedFrom) {
    this(window, views, itemLink, hasSearch, hasFeedPages, hasMarkdown, listedFrom, Hubs.NONE);
  }

  public FeedRules {
    views = List.copyOf(views);
  }

  /** Returns the same rules for files, which have neither searches nor hubs. */
  public FeedRules forFiles() {
    return new FeedRules(window, views, itemLink, false, hasFeedPages, hasMarkdown, listedFrom);
  }

  /** Returns the same rules with hubs. */
  public FeedRules with(Hubs some) {
    return new FeedRules(
        window, views, itemLink, hasSearch, hasFeedPages, hasMarkdown, listedFrom, some);
  }

  EntryStyle style() {
    return new EntryStyle(itemLink, Content.FULL);
  }

  Optional<FeedView> findView(SectionKey key) {
    return views.stream().filter(view -> view.key().equals(key)).findFirst();
  }

  /**
   * The issues and sections of a view.
   *
   * @param kept its sections; empty means all but those left out
   * @param leftOut the sections it leaves out; empty if it names those it has
   * @param values the tags, authors or languages of its issues, of which each issue has one of each property; may be empty
   */
  public record Chosen(
      List<SectionKey> kept, List<SectionKey> leftOut, Map<Facet, List<SectionKey>> values) {
    public Chosen {
      if (!kept.isEmpty() && !leftOut.isEmpty()) {
        throw new IllegalArgumentException("a view must either keep sections or leave some out");
      }
      kept = List.copyOf(kept);
      leftOut = List.copyOf(leftOut);
      values = Map.copyOf(values);
    }
  }

  /**
   * A feed that the publisher's settings define.
   *
   * @param key its name in URLs and ids
   * @param title its name for readers
   * @param description one sentence; empty means the publication's
   * @param chosen its issues and sections
   * @param lens its lens if the URL names none
   * @param window the limits of its subscription document
   * @param style the target and the length of its entries
   */
  public record FeedView(
      SectionKey key,
      String title,
      String description,
      Chosen chosen,
      Lens lens,
      FeedWindow window,
      EntryStyle style) {

    /** Returns the scope of its sections. */
    public FeedScope scope() {
      return new FeedScope.View(key, lens);
    }
  }
}
