package org.offprint.site;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.page.Asset;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;

/**
 * Finds the redirect for a path that does not exist: the redirects of the publisher, former addresses of issues,
 * other spellings, and names that people and older generators give to a feed or its page. Immutable.
 *
 * @param publication has the redirects of the publisher
 * @param feeds has the addresses of the feeds
 * @param stands returns true if the site serves something at a path
 */
record Redirects(Publication publication, FeedAssembler feeds, Predicate<String> stands) {
  private static final int MOST_HOPS = 5;

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
      Addresses.plain(Addresses.ISSUES),
      Addresses.ARCHIVE,
      Addresses.plain(Addresses.SECTIONS),
      Addresses.DIRECTORY,
      Addresses.plain(Addresses.VIEWS),
      Addresses.DIRECTORY,
      Addresses.plain(Addresses.EXCEPT),
      Addresses.DIRECTORY,
      Addresses.plain(Addresses.TAGS),
      Addresses.DIRECTORY,
      Addresses.plain(Addresses.AUTHORS),
      Addresses.DIRECTORY,
      Addresses.plain(Addresses.LANGUAGES),
      Addresses.DIRECTORY,
      Addresses.ALL_FEEDS,
      Addresses.DIRECTORY,
      Addresses.DIRECTORY + "/atom.opml",
      PageRenderer.opmlPath(FeedFormat.ATOM),
      Addresses.ALL_FEEDS + "/atom.opml",
      PageRenderer.opmlPath(Addresses.ALL_FEEDS, FeedFormat.ATOM));

  /**
   * Returns the absolute address to which a path leads.
   *
   * @return empty if the path exists, or has no redirect
   */
  Optional<String> target(String path) {
    return ofPublisher(path)
        .or(() -> stands.test(path) ? Optional.empty() : ofIssue(path).or(() -> guess(path)))
        .map(this::last)
        .map(this::absolute);
  }

  /** Follows further redirects, so that none leads to another. */
  private String last(String target) {
    String place = target;
    for (int hop = 0; hop < MOST_HOPS; hop++) {
      Optional<String> next =
          Optional.of(pathOf(place)).filter(path -> !path.isEmpty()).flatMap(this::next);
      if (next.isEmpty()) {
        return place;
      }
      place = next.get();
    }
    return place;
  }

  /** Lists the redirects that are known in advance: the publisher's own, and names that people guess for the whole. */
  SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>();
    Stream.of(
            publication.formerPaths(),
            FEEDS.keySet().stream().map(name -> "/" + name),
            PAGES.keySet().stream(),
            Stream.of(Asset.ICO.path()))
        .flatMap(paths -> paths)
        .forEach(path -> target(path).ifPresent(target -> all.put(path, target)));
    return all;
  }

  /** Returns the target that the publisher gives to a path, unless it leads back to the path. */
  Optional<String> ofPublisher(String path) {
    return setByPublisher(path).filter(target -> !leadsBack(path, target));
  }

  private Optional<String> ofIssue(String path) {
    return publication.findMovedIssue(path).filter(target -> !leadsBack(path, target));
  }

  /** Browsers look for the icon at a path of their own. */
  private Optional<String> setByPublisher(String path) {
    return publication
        .findMoved(path)
        .or(() -> path.equals(Asset.ICO.path())
            ? publication.masthead().icon().map(URI::toString)
            : Optional.empty());
  }

  /** Redirects of the settings may form a circle with our own, as {@code /feed.atom: /feed} does. */
  private boolean leadsBack(String path, String target) {
    String start = Addresses.plain(path);
    String place = Addresses.plain(pathOf(target));
    for (int hop = 0; hop < MOST_HOPS && !place.equals(start); hop++) {
      Optional<String> next = next(place);
      if (next.isEmpty()) {
        return false;
      }
      place = Addresses.plain(pathOf(next.get()));
    }
    return true;
  }

  private Optional<String> next(String path) {
    return setByPublisher(path)
        .or(() -> stands.test(path)
            ? Optional.empty()
            : publication.findMovedIssue(path).or(() -> guess(path)));
  }

  /** Returns the path of an address below the base URL, without query and fragment; empty for any other. */
  private String pathOf(String target) {
    String base = publication.masthead().baseUri().toString();
    String own = target.startsWith(base) ? target.substring(base.length() - 1) : target;
    return own.startsWith("/") ? own.replaceFirst("[?#].*$", "") : "";
  }

  private String absolute(String target) {
    return target.startsWith("/") ? publication.addresses().of(target).toString() : target;
  }

  /** Returns the existing path that another spelling means. */
  private Optional<String> guess(String path) {
    String plain = Addresses.plain(path);
    String lower = plain.toLowerCase(Locale.ROOT);
    // One guess after the other, since most paths need no more than the first.
    return Stream.<Supplier<Optional<String>>>of(
            () -> Optional.of(plain),
            () -> meant(plain),
            () -> lower.equals(plain) ? Optional.empty() : meant(lower),
            () -> Optional.of(lower))
        .flatMap(guess -> guess.get().stream())
        .filter(target -> !target.equals(path) && stands.test(target))
        .findFirst();
  }

  /** Returns the canonical path for a name; it may be of a section that does not exist. */
  private Optional<String> meant(String path) {
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
        ? Optional.of(FeedScope.whole())
        : feeds.findScope(path.substring(0, Math.max(0, slash)));
    return format.flatMap(
        found -> scope.map(own -> new FeedAddress(own, own.ownLens(), found).path()));
  }

  /** Returns the path of a later page of a feed for another spelling of it; the first page has no number. */
  private Optional<String> laterPage(String path) {
    Matcher parts = Pages.LATER_PAGE.matcher(path);
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
