package org.offprint.site;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.page.PageRenderer;
import org.offprint.search.SearchQuery;
import org.offprint.search.SearchRequest;

/**
 * Where a search stands: {@code /search?q=restic}, or {@code /search.atom?q=restic} as a feed. Any number of
 * parameters may stand behind it; those that mean nothing do not count, and of two with one name the first does.
 *
 * @param format of the feed; empty for the page
 * @param query what is searched for; blank if nothing is
 * @param order of the page; a feed has the newest first
 * @param page which page, counted from 1
 * @param isRaw whether a person wants the document of the feed, and not its page
 */
record SearchAddress(
    Optional<FeedFormat> format,
    SearchQuery query,
    SearchRequest.Order order,
    int page,
    boolean isRaw) {
  private static final Pattern PATH = Pattern.compile(
      FeedScope.Search.PATH + "(?:\\.(?<format>atom|xml|rss|json))?/?", Pattern.CASE_INSENSITIVE);
  private static final String RAW = "raw";
  private static final String NEWEST = "new";

  /** Whether a path is that of a search, of whatever spelling. */
  static boolean isSearch(String path) {
    return PATH.matcher(path).matches();
  }

  /** Whether a path is that of the feed of a search. */
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
   * The address that is meant.
   *
   * @param path one of a search
   * @param parameters what stands behind the question mark, percent-encoded; what cannot be decoded is searched for as it
   *     was written
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

  /** What it selects, if anything is searched for. */
  FeedScope.Search scope() {
    return new FeedScope.Search(query.text());
  }

  /** The one spelling of it, as a path with parameters. */
  String target() {
    String path = FeedScope.Search.PATH + format.map(own -> "." + own.suffix()).orElse("");
    return path
        + (query.isBlank() ? "" : scope().parameters())
        + (format.isEmpty() && order == SearchRequest.Order.NEWEST ? "&sort=" + NEWEST : "")
        + (format.isEmpty() && page > 1 ? "&page=" + page : "")
        + (format.isPresent() && isRaw ? "&" + RAW : "");
  }

  /** Another page of the same. */
  SearchAddress ofPage(int number) {
    return new SearchAddress(format, query, order, number, isRaw);
  }

  /** The page of a feed, in its order. */
  SearchAddress ofPage() {
    return new SearchAddress(Optional.empty(), query, SearchRequest.Order.NEWEST, 1, false);
  }
}
