package org.offprint.site;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.page.Asset;
import org.offprint.page.PageRenderer;

/** What people and older generators call a feed or its page. */
final class GuessedAddresses {
  private static final Map<String, FeedFormat> FEEDS = Map.ofEntries(
      Map.entry("feed", FeedFormat.ATOM),
      Map.entry("feed.xml", FeedFormat.ATOM),
      Map.entry("feed.atom", FeedFormat.ATOM),
      Map.entry("atom", FeedFormat.ATOM),
      Map.entry("atom.xml", FeedFormat.ATOM),
      Map.entry("index.xml", FeedFormat.ATOM),
      Map.entry("index.atom", FeedFormat.ATOM),
      Map.entry("rss", FeedFormat.RSS),
      Map.entry("rss.xml", FeedFormat.RSS),
      Map.entry("feed.rss", FeedFormat.RSS),
      Map.entry("index.rss", FeedFormat.RSS),
      Map.entry("feed.json", FeedFormat.JSON),
      Map.entry("index.json", FeedFormat.JSON));
  private static final Map<String, String> PAGES = Map.of(
      "/issues", PageRenderer.ARCHIVE,
      "/sections", FeedAssembler.DIRECTORY,
      "/views", FeedAssembler.DIRECTORY,
      "/except", FeedAssembler.DIRECTORY,
      "/feeds/atom.opml", "/feeds.opml");

  private final FeedAssembler feeds;

  GuessedAddresses(FeedAssembler feeds) {
    this.feeds = feeds;
  }

  /** What is guessed for the publication as a whole. */
  static Stream<String> ofWhole() {
    return Stream.concat(FEEDS.keySet().stream().map(name -> "/" + name), PAGES.keySet().stream());
  }

  /** The canonical path of what a path means; it may be of a section that does not exist. */
  Optional<String> find(String path) {
    return feeds
        .findAddress(path)
        .map(FeedAddress::path)
        .or(() -> Optional.ofNullable(PAGES.get(path)))
        .or(() -> feed(path))
        .or(() -> laterPage(path))
        .or(() -> page(path))
        .or(() -> Asset.lasting(path))
        .filter(canonical -> !canonical.equals(path));
  }

  private Optional<String> feed(String path) {
    int slash = path.lastIndexOf('/');
    Optional<FeedFormat> format =
        Optional.ofNullable(FEEDS.get(path.substring(slash + 1).toLowerCase(Locale.ROOT)));
    Optional<FeedScope> scope = slash == 0
        ? Optional.of(FeedScope.WHOLE)
        : feeds.findScope(path.substring(0, Math.max(0, slash)));
    return format.flatMap(
        found -> scope.map(own -> new FeedAddress(own, own.ownLens(), found).path()));
  }

  /** A later page of a feed, under another spelling; the first has no number. */
  private Optional<String> laterPage(String path) {
    Matcher parts = PagesAndFiles.LATER_PAGE.matcher(path);
    return parts.matches()
        ? feeds
            .findScope(parts.group("scope"))
            .map(scope -> PageRenderer.path(scope, Integer.parseInt(parts.group("number"))))
        : Optional.empty();
  }

  /** A page shows the items of its issues: it is the same for both lenses. */
  private Optional<String> page(String path) {
    return feeds
        .findScope(path.replaceFirst("(?:/items|/issues)?(?:/archive(?:/[0-9]+)?)?$", ""))
        .map(FeedScope::page);
  }
}
