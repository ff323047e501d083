package org.offprint.site;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.search.SearchQuery;
import org.offprint.search.SearchRequest;

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
record SearchAddress(
    Optional<FeedFormat> format,
    SearchQuery query,
    SearchRequest.Order order,
    int page,
    boolean isRaw) {
  private static final Pattern PATH = Pattern.compile(
      Addresses.SEARCH + "(?:\\.(?<format>atom|xml|rss|json))?/?", Pattern.CASE_INSENSITIVE);
  private static final String RAW = "raw";
  private static final String NEWEST = "new";

  /** Returns true if a path is that of a search, in any spelling. */
  static boolean isSearch(String path) {
    return PATH.matcher(path).matches();
  }

  /** Returns true if a path is that of the feed of a search. */
  static boolean isFeed(String path) {
    return format(path).isPresent();
  }

  private static Optional<FeedFormat> format(String path) {
    Matcher parts = PATH.matcher(path);
    return parts.matches()
        ? Optional.ofNullable(parts.group("format"))
            .flatMap(suffix -> FeedFormat.ofSuffix(suffix.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

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
        format(path),
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
