package org.offprint.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Html;
import org.offprint.publication.Addresses;
import org.offprint.publication.Section;
import org.offprint.publication.Wording;
import org.offprint.search.SearchOutcome;
import org.offprint.search.SearchQuery;
import org.offprint.search.SearchRequest;
import org.offprint.search.Snippet;

/**
 * A page of a search.
 *
 * @param leftOut the reasons why parts of the query do not count
 * @param understood the criteria of the query, where a notice says that a part of it does not count
 * @param opened the feed whose URL a browser opened
 */
record SearchPage(
    PageLayout layout,
    String action,
    String query,
    List<String> notices,
    List<String> leftOut,
    List<String> understood,
    String count,
    List<HitLine> hits,
    Optional<Html.TextLink> otherOrder,
    Optional<String> before,
    Optional<String> after,
    List<PageLinks.FeedLink> feeds,
    Optional<PageLinks.FeedLink> opened) {
  static SearchPage of(
      SearchRequest request,
      SearchOutcome outcome,
      Optional<FeedFormat> opened,
      PageContext context) {
    SearchQuery query = request.query();
    if (outcome instanceof SearchOutcome.Later later) {
      return withoutHits(query, List.of(notice(later, context.wording())), context);
    }
    if (query.isBlank()) {
      return withoutHits(query, List.of(), context);
    }
    SearchOutcome.Found found = (SearchOutcome.Found) outcome;
    int number = request.from() / PageRenderer.SEARCH_HITS + 1;
    boolean hasMore = number * PageRenderer.SEARCH_HITS < found.count();
    boolean isLast = number == PageRenderer.SEARCH_PAGES;
    List<String> notices = notices(query, context);
    if (hasMore && isLast) {
      notices.add(context.wording().say("search.last"));
    }
    return new SearchPage(
        layout(query, context),
        action(context),
        query.text(),
        notices,
        said(query.leftOut(), context),
        notices.isEmpty() && query.leftOut().isEmpty()
            ? List.of()
            : said(query.understood(), context),
        count(found.count(), context.wording()),
        found.hits().stream().map(hit -> HitLine.of(hit, query, context)).toList(),
        Optional.of(otherOrder(request, context)).filter(link -> found.count() > 1),
        Optional.of(target(query, request.order(), number - 1, context)).filter(link -> number > 1),
        Optional.of(target(query, request.order(), number + 1, context))
            .filter(link -> hasMore && !isLast),
        query.isSearchable()
            ? Stream.of(FeedFormat.values())
                .map(format -> feed(query, format, context))
                .toList()
            : List.of(),
        opened.map(format -> feed(query, format, context)));
  }

  private static SearchPage withoutHits(
      SearchQuery query, List<String> notices, PageContext context) {
    return new SearchPage(
        layout(query, context),
        action(context),
        query.text(),
        notices,
        List.of(),
        List.of(),
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static PageLayout layout(SearchQuery query, PageContext context) {
    String name = context.publication().masthead().title();
    Wording words = context.wording();
    if (query.isBlank()) {
      return PageLayout.ofSearch(
          context, words.say("search.window", name), Addresses.SEARCH, Optional.empty());
    }
    String title = words.say("search.windowFor", query.text(), name);
    return PageLayout.ofSearch(
        context,
        title,
        scope(query).page(),
        Optional.of(
            new Html.TextLink(title, feed(query, FeedFormat.ATOM, context).address())));
  }

  private static FeedScope.Search scope(SearchQuery query) {
    return new FeedScope.Search(query.text());
  }

  private static String action(PageContext context) {
    return context.links().of(Addresses.SEARCH);
  }

  private static String notice(SearchOutcome.Later later, Wording words) {
    return words.count("search.later", later.seconds(), words.say(later.reason()));
  }

  private static List<String> said(List<SearchQuery.Remark> remarks, PageContext context) {
    return remarks.stream().map(remark -> remark.in(context.wording())).toList();
  }

  private static List<String> notices(SearchQuery query, PageContext context) {
    Wording words = context.wording();
    List<String> notices = new ArrayList<>();
    query
        .unknownSections(context.publication())
        .forEach(name -> notices.add(context
            .publication()
            .nearestSection(name)
            .map(near -> words.say("search.noSectionButNear", name, near.title()))
            .orElseGet(() -> words.say("search.noSection", name))));
    return notices;
  }

  private static String count(int hits, Wording words) {
    return hits == 0 ? words.say("search.none") : words.count("search.hits", hits);
  }

  private static Html.TextLink otherOrder(SearchRequest request, PageContext context) {
    Wording words = context.wording();
    return request.order() == SearchRequest.Order.NEWEST
        ? new Html.TextLink(
            words.say("search.best"),
            target(request.query(), SearchRequest.Order.RELEVANCE, 1, context))
        : new Html.TextLink(
            words.say("search.newest"),
            target(request.query(), SearchRequest.Order.NEWEST, 1, context));
  }

  private static String target(
      SearchQuery query, SearchRequest.Order order, int number, PageContext context) {
    return action(context)
        + scope(query).parameters()
        + (order == SearchRequest.Order.NEWEST ? "&sort=new" : "")
        + (number > 1 ? "&page=" + number : "");
  }

  private static PageLinks.FeedLink feed(
      SearchQuery query, FeedFormat format, PageContext context) {
    return context.links().feed(new FeedAddress(scope(query), Lens.ITEMS, format));
  }

  /** A hit: its target, and title and text with the words of the query marked. */
  record HitLine(
      List<Snippet.Piece> title,
      String target,
      List<Snippet.Piece> snippet,
      PageLinks.IssueLink issue,
      Optional<Html.TextLink> section,
      Optional<String> group,
      boolean isSponsored) {
    /** Enough to see why it was found. */
    private static final int SNIPPET = 240;

    private static final String ELLIPSIS = "…";
    /** A limit on the text of one item that is searched for marks. */
    private static final int MOST_TEXT = 20_000;

    private static HitLine of(SearchOutcome.Hit hit, SearchQuery query, PageContext context) {
      PageLinks links = context.links();
      String title = hit.item()
          .map(placed -> placed.item().title())
          .orElseGet(() -> hit.issue().issue().title());
      Html text = hit.item()
          .map(placed -> placed.item().content())
          .orElseGet(() -> hit.issue().issue().lead());
      return new HitLine(
          query.marked(title),
          links.of(Addresses.path(hit.issue().issue()))
              + hit.item().map(placed -> "#" + placed.item().anchor()).orElse(""),
          query.snippet(beyond(title, text.excerpt(MOST_TEXT)), SNIPPET),
          links.line(hit.issue()),
          hit.item().flatMap(SearchOutcome.PlacedItem::section).map(links::section),
          hit.item().flatMap(placed -> placed.item().group()),
          hit.item()
              .flatMap(SearchOutcome.PlacedItem::section)
              .filter(Section::isSponsored)
              .isPresent());
    }

    /** Returns a text without the title with which it begins. */
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
  }
}
