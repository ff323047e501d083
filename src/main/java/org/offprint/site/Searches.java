package org.offprint.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.format.FeedRenderer;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.Wording;
import org.offprint.search.SearchIndex;
import org.offprint.search.SearchOutcome;
import org.offprint.search.SearchQuery;
import org.offprint.search.SearchRequest;

/**
 * Answers searches of one publication, as pages and as feeds. Results are cached among the combinations until the
 * index changes. Thread-safe.
 */
final class Searches {
  private static final Pattern PATH = Pattern.compile(
      Addresses.SEARCH + "(?:\\.(?<format>atom|xml|rss|json))?/?", Pattern.CASE_INSENSITIVE);

  private final Publication publication;
  private final FeedAssembler feeds;
  private final SearchIndex index;
  private final RenderedCache cache;
  private final PageRenderer pages;

  /**
   * The address of a search: {@code /search?q=restic}, or {@code /search.atom?q=restic} as a feed. It may have any
   * parameters; unknown ones are ignored, and of two with one name the first counts.
   *
   * @param format of the feed; empty for the page
   * @param query the words to search for; may be blank
   * @param order of the page; a feed has the newest first
   * @param page number of the page, counted from 1
   * @param isRaw true if a person wants the document of the feed, and not its page
   */
  private record SearchAddress(
      Optional<FeedFormat> format,
      SearchQuery query,
      SearchRequest.Order order,
      int page,
      boolean isRaw) {
    private static final String RAW = "raw";
    private static final String NEWEST = "new";

    /**
     * Parses an address.
     *
     * @param path one of a search
     * @param parameters the query of the URL, percent-encoded; text that cannot be decoded is searched for as it was
     *     written
     */
    static SearchAddress parse(String path, String parameters) {
      Parameters given = Parameters.parse(parameters);
      return new SearchAddress(
          formatOf(path),
          SearchQuery.of(given.first("q")),
          given.first("sort").equals(NEWEST)
              ? SearchRequest.Order.NEWEST
              : SearchRequest.Order.RELEVANCE,
          page(given.first("page")),
          given.has(RAW));
    }

    private static int page(String text) {
      int page = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 1;
      return Math.max(1, Math.min(page, PageRenderer.SEARCH_PAGES));
    }

    /** Returns its scope, if the query is not blank. */
    FeedScope.Search scope() {
      return new FeedScope.Search(query.text());
    }

    /** Returns its one spelling, as a path with parameters. */
    String target() {
      String path = Addresses.SEARCH + format.map(own -> "." + own.suffix()).orElse("");
      return path
          + (query.isBlank() ? "" : scope().parameters())
          + (format.isEmpty() && order == SearchRequest.Order.NEWEST ? "&sort=" + NEWEST : "")
          + (format.isEmpty() && page > 1 ? "&page=" + page : "")
          + (format.isPresent() && isRaw ? "&" + RAW : "");
    }

    /** Returns another page of the same search. */
    SearchAddress ofPage(int number) {
      return new SearchAddress(format, query, order, number, isRaw);
    }

    /** The page of a feed, in its order. */
    SearchAddress ofPage() {
      return new SearchAddress(Optional.empty(), query, SearchRequest.Order.NEWEST, 1, false);
    }
  }

  Searches(
      Publication publication,
      FeedAssembler feeds,
      SearchIndex index,
      RenderedCache cache,
      PageRenderer pages) {
    this.publication = publication;
    this.feeds = feeds;
    this.index = index;
    this.cache = cache;
    this.pages = pages;
  }

  /** Returns true if a path is that of a search, in any spelling. */
  static boolean isSearch(String path) {
    return PATH.matcher(path).matches();
  }

  /** Returns true if a path is that of the feed of a search. */
  static boolean isFeed(String path) {
    return formatOf(path).isPresent();
  }

  private static Optional<FeedFormat> formatOf(String path) {
    Matcher parts = PATH.matcher(path);
    return parts.matches()
        ? Optional.ofNullable(parts.group("format"))
            .flatMap(suffix -> FeedFormat.ofSuffix(suffix.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /**
   * Answers a search.
   *
   * @param path one of a search
   * @param parameters the query of the URL, percent-encoded
   */
  Answer find(String path, String parameters) {
    SearchAddress meant = SearchAddress.parse(path, parameters);
    if (meant.format().isPresent() && meant.query().isBlank()) {
      return new Answer.Malformed(
          "a feed of a search needs words to search for, such as " + meant.target() + "?q=restic");
    }
    String target = meant.target();
    boolean isFeed = meant.format().isPresent();
    // Some clients write a tilde as it is, some encode it: sent elsewhere, they would come back for
    // ever.
    String asked = path + "?" + parameters.replace("%7E", "~").replace("%7e", "~");
    if (isFeed ? !target.equals(asked) : !target.startsWith(path)) {
      return new Answer.Moved(publication.addresses().of(target).toString());
    }
    String name = "search " + index.number() + " " + target;
    return cache
        .find(name)
        .<Answer>map(known -> new Answer.Searched(known, target))
        .orElseGet(() -> made(meant, name));
  }

  /** The page of the feed at a target, for people who open it. */
  Optional<Representation> findPageOfFeed(String target) {
    int mark = target.indexOf('?');
    return mark < 0 || !isSearch(target.substring(0, mark))
        ? Optional.empty()
        : Optional.of(SearchAddress.parse(target.substring(0, mark), target.substring(mark + 1)))
            .filter(address -> !address.isRaw())
            .flatMap(address -> address
                .format()
                .flatMap(format -> cache.combination(
                    "notice of search " + index.number() + " " + address.target(),
                    () -> page(address.ofPage(), format))));
  }

  private Answer made(SearchAddress address, String name) {
    SearchRequest request = request(address);
    SearchOutcome outcome = search(request);
    if (outcome instanceof SearchOutcome.Later later) {
      Optional<Representation> page = address.format().isPresent()
          ? Optional.empty()
          : Optional.of(Representation.ofPage(pages.search(request, later, Optional.empty())));
      return new Answer.Later(Wording.ENGLISH.say(later.reason()), later.seconds(), page);
    }
    SearchOutcome.Found found = (SearchOutcome.Found) outcome;
    int last =
        Math.max(1, (found.count() + PageRenderer.SEARCH_HITS - 1) / PageRenderer.SEARCH_HITS);
    if (address.format().isEmpty() && address.page() > last) {
      return new Answer.SeeOther(
          publication.addresses().of(address.ofPage(last).target()).toString());
    }
    Representation representation = address
        .format()
        .map(format -> feed(address, format, found))
        .orElseGet(() -> Representation.ofPage(pages.search(request, found, Optional.empty())));
    cache.keepCombination(name, representation);
    return new Answer.Searched(representation, address.target());
  }

  private SearchRequest request(SearchAddress address) {
    return address.format().isPresent()
        ? new SearchRequest(address.query(), SearchRequest.Order.NEWEST, true, 0, feeds.mostHits())
        : new SearchRequest(
            address.query(),
            address.order(),
            false,
            (address.page() - 1) * PageRenderer.SEARCH_HITS,
            PageRenderer.SEARCH_HITS);
  }

  private SearchOutcome search(SearchRequest request) {
    return request.query().isBlank()
        ? new SearchOutcome.Found(0, List.of())
        : index.search(request, publication);
  }

  private Optional<Representation> page(SearchAddress address, FeedFormat opened) {
    SearchRequest request = request(address);
    return search(request) instanceof SearchOutcome.Found found
        ? Optional.of(Representation.ofPage(pages.search(request, found, Optional.of(opened))))
        : Optional.empty();
  }

  private Representation feed(SearchAddress address, FeedFormat format, SearchOutcome.Found found) {
    List<Supplier<Entry>> entries = found.hits().stream().map(this::entry).toList();
    FeedDocument document = feeds.found(address.scope(), entries);
    return Representation.ofFeed(document, format, FeedRenderer.render(document, format));
  }

  private Supplier<Entry> entry(SearchOutcome.Hit hit) {
    return hit.item()
        .map(placed -> feeds.hit(hit.issue(), placed.section(), placed.item()))
        .orElseGet(() -> feeds.hit(hit.issue()));
  }
}
