package org.offprint.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Puts around pages what they have in common. Immutable.
 *
 * @param stylesheet of all pages
 * @param hasStatus whether there is a status page to lead to
 */
record PageFrames(
    Publication publication,
    FeedAssembler feeds,
    PageLinks links,
    Asset stylesheet,
    boolean hasStatus) {
  static final String ARCHIVE = "/archive";
  private static final String ISSUES = "/issues/";
  private static final String OPEN_SEARCH = "/opensearch.xml";
  private static final String STATUS = "/status";

  /**
   * The frame of a page that has a form of its own to search with.
   *
   * @param feed what the search can be subscribed to as
   */
  Frame ofSearch(String title, String path, Optional<PageLinks.Link> feed) {
    return of(title, path, Frame.Card.PLAIN).ofSearch(feed);
  }

  /** The frame of a page that stands nowhere, or only for one who asks. */
  Frame of(String title) {
    return of(title, Optional.empty(), Optional.empty(), Frame.Card.PLAIN);
  }

  Frame of(String title, String path, Frame.Card card) {
    return of(title, Optional.of(path), Optional.empty(), card);
  }

  Frame ofFeed(String title, String path, FeedScope scope, Frame.Card card) {
    return of(title, Optional.of(path), Optional.of(scope), card);
  }

  private Frame of(
      String title, Optional<String> path, Optional<FeedScope> scope, Frame.Card card) {
    Masthead masthead = publication.masthead();
    return new Frame(
        title,
        masthead.title(),
        masthead.language(),
        path.map(links::absolute),
        markdown(path, scope),
        masthead.icon().map(URI::toString),
        links.of(Favicon.SVG.path()),
        links.of(Favicon.ICO.path()),
        links.of("/"),
        masthead.logo().map(URI::toString),
        links.of(stylesheet.path()),
        links.of(Asset.SCRIPT.path()),
        links.of(ARCHIVE),
        links.of(FeedAssembler.DIRECTORY),
        hasStatus ? Optional.of(links.of(STATUS)) : Optional.empty(),
        links.of(PageRenderer.directoryPath(FeedFormat.ATOM)),
        masthead.copyright(),
        withImage(card),
        discovery(scope),
        feeds.hasSearch()
            ? Optional.of(
                new Frame.SearchForm(links.of(FeedScope.Search.PATH), links.of(OPEN_SEARCH), true))
            : Optional.empty());
  }

  /** Where the same stands as Markdown, for software. */
  private Optional<String> markdown(Optional<String> path, Optional<FeedScope> scope) {
    return scope
        .map(FeedScope::page)
        .or(() -> path.filter(own -> own.startsWith(ISSUES)))
        .filter(own -> !own.equals("/"))
        .map(own -> links.of(own + ".md"));
  }

  private Frame.Card withImage(Frame.Card card) {
    return new Frame.Card(
        card.type(),
        card.description().isEmpty() ? publication.masthead().description() : card.description(),
        card.image().or(() -> publication.masthead().logo().map(URI::toString)),
        card.published(),
        card.previous(),
        card.next(),
        card.data());
  }

  /** The whole first: it is what software takes that looks at one only. */
  private List<PageLinks.Link> discovery(Optional<FeedScope> scope) {
    return Stream.concat(
            Stream.of(
                discovered(FeedScope.WHOLE, Lens.ISSUES, publication.masthead().title())),
            scope.stream()
                .flatMap(own -> Stream.of(Lens.values())
                    .flatMap(lens -> feeds.findListing(own, lens).stream())
                    .map(feed -> discovered(own, feed.lens(), feed.title()))))
        .distinct()
        .toList();
  }

  private PageLinks.Link discovered(FeedScope scope, Lens lens, String title) {
    return new PageLinks.Link(
        title, links.absolute(new FeedAddress(scope, lens, FeedFormat.ATOM).path()));
  }

  String language() {
    return publication.masthead().language();
  }

  IssueLine line(PublishedIssue published) {
    return IssueLine.of(published, links, language());
  }
}
