package org.offprint.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Html;
import org.offprint.publication.Publication;
import org.offprint.search.Hit;
import org.offprint.search.SearchOrder;
import org.offprint.search.SearchOutcome;
import org.offprint.search.SearchQuery;

/**
 * Writes the pages of searches, in UTF-8. The same query and hits give the same bytes on every machine. Thread-safe.
 */
public final class SearchPages {
  /** How many hits a page has. */
  public static final int HITS = 20;

  /** Enough to see why it was found. */
  private static final int SNIPPET = 240;

  private static final String ELLIPSIS = "…";
  /** Nobody looks for words further down in one item. */
  private static final int MOST_TEXT = 20_000;

  private final Publication publication;
  private final PageFrames frames;
  private final PageLinks links;

  public SearchPages(Publication publication, FeedAssembler feeds) {
    this.publication = publication;
    this.links = new PageLinks(publication.permalinks());
    this.frames = new PageFrames(
        publication, feeds, links, Asset.stylesheet(publication.masthead().accent()), true);
  }

  /**
   * Which page it is.
   *
   * @param query what is searched for; blank if nothing is
   * @param order in which the hits come
   * @param number counted from 1
   * @param last how many pages there can be
   * @param opened the format of the feed whose address was opened in its place
   */
  public record Place(
      SearchQuery query, SearchOrder order, int number, int last, Optional<FeedFormat> opened) {}

  /** A page of what was found. */
  public byte[] found(Place place, SearchOutcome.Found found) {
    SearchQuery query = place.query();
    if (query.isBlank()) {
      return PageRenderer.render(
          "search.jte",
          new SearchPage(
              frame(query),
              action(),
              "",
              List.of(),
              List.of(),
              "",
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty()));
    }
    List<String> notices = notices(query);
    boolean hasMore = place.number() * HITS < found.count();
    if (hasMore && place.number() == place.last()) {
      notices.add("This is the last page that is shown: ask for something more special.");
    }
    SearchPage page = new SearchPage(
        frame(query),
        action(),
        query.text(),
        notices,
        notices.isEmpty() ? List.of() : query.understood(),
        count(found.count()),
        found.hits().stream().map(hit -> line(hit, query)).toList(),
        found.count() > 1 ? Optional.of(otherOrder(place)) : Optional.empty(),
        place.number() > 1
            ? Optional.of(target(query, place.order(), place.number() - 1))
            : Optional.empty(),
        hasMore && place.number() < place.last()
            ? Optional.of(target(query, place.order(), place.number() + 1))
            : Optional.empty(),
        query.isSearchable() ? feeds(query) : List.of(),
        place.opened().map(format -> feed(query, format)));
    return PageRenderer.render("search.jte", page);
  }

  /** The page that asks to come again. */
  public byte[] later(SearchQuery query, SearchOutcome.Later later) {
    String notice = "Nothing can be found at the moment: %s. Try again in %s."
        .formatted(
            later.reason(), later.seconds() == 1 ? "a second" : later.seconds() + " seconds");
    return PageRenderer.render(
        "search.jte",
        new SearchPage(
            frame(query),
            action(),
            query.text(),
            List.of(notice),
            List.of(),
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }

  private Frame frame(SearchQuery query) {
    String name = publication.masthead().title();
    return query.isBlank()
        ? frames.ofSearch("Search: " + name, FeedScope.Search.PATH, Optional.empty())
        : frames.ofSearch(
            title(query),
            scope(query).page(),
            Optional.of(
                new PageLinks.Link(title(query), feed(query, FeedFormat.ATOM).address())));
  }

  private String title(SearchQuery query) {
    return publication.masthead().title() + ": search for " + query.text();
  }

  private static FeedScope.Search scope(SearchQuery query) {
    return new FeedScope.Search(query.text());
  }

  private String action() {
    return links.of(FeedScope.Search.PATH);
  }

  private List<String> notices(SearchQuery query) {
    List<String> notices = new ArrayList<>();
    query.leftOut().forEach(reason -> notices.add("Left out: " + reason + "."));
    query
        .unknownSections(publication)
        .forEach(name -> notices.add("There is no section “%s”%s"
            .formatted(
                name,
                publication
                    .nearestSection(name)
                    .map(near -> "; is “" + near.title() + "” meant?")
                    .orElse("."))));
    return notices;
  }

  private static String count(int hits) {
    return switch (hits) {
      case 0 -> "Nothing was found.";
      case 1 -> "1 hit";
      default -> hits + " hits";
    };
  }

  private SearchPage.Line line(Hit hit, SearchQuery query) {
    String issue = links.of("/issues/" + hit.issue().issue().slug());
    String title = hit.item()
        .map(placed -> placed.item().title())
        .orElseGet(() -> hit.issue().issue().title());
    Html text = hit.item()
        .map(placed -> placed.item().content())
        .orElseGet(() -> hit.issue().issue().lead());
    return new SearchPage.Line(
        query.marked(title),
        issue + hit.item().map(placed -> "#" + placed.item().anchor()).orElse(""),
        query.snippet(beyond(title, text.excerpt(MOST_TEXT)), SNIPPET),
        frames.line(hit.issue()),
        hit.item()
            .map(Hit.Placed::section)
            .map(section -> new PageLinks.Link(section.title(), links.section(section.key()))),
        hit.item().filter(placed -> placed.section().isSponsored()).isPresent());
  }

  /** What a text has that its title does not say already, which is often how it begins. */
  private static String beyond(String title, String text) {
    boolean isCut = title.endsWith(ELLIPSIS);
    String said = isCut ? title.substring(0, title.length() - ELLIPSIS.length()) : title;
    boolean isBeginning = text.startsWith(said)
        && (text.length() == said.length()
            || !Character.isLetterOrDigit(text.charAt(said.length())));
    if (!isBeginning) {
      return text;
    }
    String rest = text.substring(said.length()).strip();
    return isCut ? ELLIPSIS + rest : rest.replaceFirst("^[.!?:]+\\s*", "");
  }

  private PageLinks.Link otherOrder(Place place) {
    return place.order() == SearchOrder.NEWEST
        ? new PageLinks.Link("Best hits first", target(place.query(), SearchOrder.RELEVANCE, 1))
        : new PageLinks.Link("Newest first", target(place.query(), SearchOrder.NEWEST, 1));
  }

  private String target(SearchQuery query, SearchOrder order, int number) {
    return action()
        + scope(query).parameters()
        + (order == SearchOrder.NEWEST ? "&sort=new" : "")
        + (number > 1 ? "&page=" + number : "");
  }

  private List<PageLinks.FeedLink> feeds(SearchQuery query) {
    return Stream.of(FeedFormat.values()).map(format -> feed(query, format)).toList();
  }

  private PageLinks.FeedLink feed(SearchQuery query, FeedFormat format) {
    return links.feed(new FeedAddress(scope(query), Lens.ITEMS, format));
  }
}
