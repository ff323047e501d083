package org.offprint.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.feed.Picture;
import org.offprint.issue.Html;
import org.offprint.issue.PictureSize;
import org.offprint.publication.Addresses;
import org.offprint.publication.Masthead;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Wording;

/**
 * The head, header and footer of a page. Immutable.
 *
 * @param path of the page; empty where it has no address of its own
 * @param scope of the feeds that the page is about
 * @param ownFeed one more feed to discover
 * @param isSearch true if the page has a search form of its own, or can have none
 */
record PageLayout(
    PageContext context,
    String title,
    Optional<String> path,
    Optional<FeedScope> scope,
    Card card,
    Optional<Html.TextLink> ownFeed,
    boolean isSearch) {
  /** The languages whose usual script is written from right to left; the stylesheet has the same. */
  static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

  private static final int MOST_DISCOVERED = 4;

  /** The layout of a page without an address of its own. */
  static PageLayout of(PageContext context, String title) {
    return new PageLayout(
        context, title, Optional.empty(), Optional.empty(), Card.PLAIN, Optional.empty(), false);
  }

  static PageLayout of(PageContext context, String title, String path, Card card) {
    return new PageLayout(
        context, title, Optional.of(path), Optional.empty(), card, Optional.empty(), false);
  }

  /** The layout of a page about the feeds of a scope. */
  PageLayout about(FeedScope own) {
    return new PageLayout(context, title, path, Optional.of(own), card, ownFeed, isSearch);
  }

  /** Returns a layout that offers a feed before all others. */
  PageLayout offering(FeedListing feed) {
    Html.TextLink first = discovered(feed.scope(), feed.lens(), feed.title());
    return new PageLayout(context, title, path, scope, card, Optional.of(first), isSearch);
  }

  /** Returns a layout without a search, since no form may be sent on to another server. */
  PageLayout withoutSearch() {
    return new PageLayout(context, title, path, scope, card, ownFeed, true);
  }

  /** The layout of a search page. */
  static PageLayout ofSearch(
      PageContext context, String title, String path, Optional<Html.TextLink> feed) {
    return new PageLayout(
        context, title, Optional.of(path), Optional.empty(), Card.PLAIN, feed, true);
  }

  private Masthead masthead() {
    return context.publication().masthead();
  }

  private PageLinks links() {
    return context.links();
  }

  String publication() {
    return masthead().title();
  }

  /** The language of everything that the issues do not declare themselves. */
  String language() {
    return masthead().language();
  }

  /** The language of the page's own words, where it differs from the publisher's. */
  Optional<String> ownLanguage() {
    return links().own(language());
  }

  /** The publisher's language, where the page's own words are in another one. */
  Optional<String> publishersLanguage() {
    return ownLanguage().map(own -> language());
  }

  /** The page's own words. */
  Wording wording() {
    return context.wording();
  }

  /** The direction of the publisher's language, where that is not from left to right. */
  Optional<String> direction() {
    return Optional.of("rtl")
        .filter(way -> RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language()).getLanguage()));
  }

  /** The title of the window and its tab: never without the publication's name. */
  String windowTitle() {
    boolean isNamed =
        title.toLowerCase(Locale.ROOT).contains(publication().toLowerCase(Locale.ROOT));
    return isNamed ? title : title + ": " + publication();
  }

  /** One or two sentences about the page; may be empty. */
  String description() {
    return card.description().isEmpty() ? masthead().description() : card.description();
  }

  /** The absolute URL of a picture for previews. */
  Optional<String> image() {
    return card.picture().map(picture -> picture.address().toString()).or(this::logo);
  }

  /** The size of that picture, if it is one of the page. */
  Optional<PictureSize> imageSize() {
    return card.picture().flatMap(Picture::size);
  }

  Optional<String> canonical() {
    return path.map(links()::absolute);
  }

  /** The path of the same content as Markdown, for software. */
  Optional<String> markdown() {
    return scope
        .map(FeedScope::page)
        .or(() -> path.filter(
            own -> own.startsWith(Addresses.ISSUES) && context.feeds().hasMarkdown()))
        .filter(own -> !own.equals("/"))
        .map(own -> links().of(own + ".md"));
  }

  /**
   * The feeds that software may discover, at most {@value #MOST_DISCOVERED}. The page's own feed is first, since some
   * software takes only one; the whole newsletter's is last.
   */
  List<Html.TextLink> discovery() {
    Stream<Html.TextLink> own = scope.stream()
        .flatMap(about -> context.feeds().listings(about))
        .map(feed -> discovered(feed.scope(), feed.lens(), feed.title()));
    return Stream.of(
            ownFeed.stream(),
            own,
            Stream.of(discovered(FeedScope.whole(), Lens.ISSUES, publication())))
        .flatMap(feeds -> feeds)
        .distinct()
        .limit(MOST_DISCOVERED)
        .toList();
  }

  private Html.TextLink discovered(FeedScope about, Lens lens, String name) {
    return new Html.TextLink(
        name, links().absolute(new FeedAddress(about, lens, FeedFormat.ATOM).path()));
  }

  Optional<String> icon() {
    return masthead().icon().map(URI::toString);
  }

  String favicon() {
    return links().of(Asset.SVG.path());
  }

  String oldFavicon() {
    return links().of(Asset.ICO.path());
  }

  Optional<String> logo() {
    return masthead().logo().map(URI::toString);
  }

  List<String> stylesheets() {
    return context.stylesheets().stream().map(Asset::path).map(links()::of).toList();
  }

  /** The publisher's own links in the head of the page. */
  List<Html.TextLink> ownLinks() {
    return masthead().additions().links().stream()
        .map(link -> link.target().startsWith("/")
            ? new Html.TextLink(link.text(), links().of(link.target()))
            : link)
        .toList();
  }

  /** The publisher's own pages. */
  List<Html.TextLink> pages() {
    return context.publication().pages().stream()
        .map(PublishedIssue::issue)
        .map(page -> new Html.TextLink(page.title(), links().of(Addresses.path(page))))
        .toList();
  }

  /** The publisher's words at the foot of the page; may be empty. */
  Html footer() {
    return context.footer().get();
  }

  String script() {
    return links().of(Asset.SCRIPT.path());
  }

  String home() {
    return links().of("/");
  }

  String archive() {
    return links().of(Addresses.ARCHIVE);
  }

  String directory() {
    return links().of(Addresses.DIRECTORY);
  }

  String opml() {
    return links().of(PageRenderer.opmlPath(FeedFormat.ATOM));
  }

  /** The description of the search for browsers, where there is a search. */
  Optional<String> openSearch() {
    return Optional.of(links().of(Addresses.OPEN_SEARCH))
        .filter(file -> context.feeds().hasSearch());
  }

  /** The target of the header's search form, where the header has one. */
  Optional<String> search() {
    return Optional.of(links().of(Addresses.SEARCH))
        .filter(form -> context.feeds().hasSearch() && !isSearch);
  }

  /** True if the page shows what others do not see. */
  boolean isForAuthors() {
    return context.publication().isForAuthors();
  }

  Optional<String> copyright() {
    return masthead().copyright();
  }

  /**
   * The description of one page for other software.
   *
   * @param type of the Open Graph protocol: {@code website} or {@code article}
   * @param description one or two sentences; if empty, the publication's
   * @param picture for previews; if empty, the publication's logo
   * @param published date of an article, by RFC 3339
   * @param previous the page or issue before this one
   * @param next the page or issue after this one
   * @param data JSON-LD that may stand in a script element
   */
  record Card(
      String type,
      String description,
      Optional<Picture> picture,
      Optional<String> published,
      Optional<String> previous,
      Optional<String> next,
      Optional<String> data) {
    static final Card PLAIN = website("");

    static Card website(String description) {
      return new Card(
          "website",
          description,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    Card between(Optional<String> earlier, Optional<String> later) {
      return new Card(type, description, picture, published, earlier, later, data);
    }

    Card with(String json) {
      return new Card(type, description, picture, published, previous, next, Optional.of(json));
    }
  }
}
