package org.offprint.publication;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.offprint.issue.Issue;

/**
 * The paths of everything that the product serves, and their addresses below one base. Immutable.
 *
 * @param baseUri absolute, ending in {@code /}
 */
public record Addresses(URI baseUri) {
  /** The home page. */
  public static final String HOME = "/";
  /** Begins the page of an issue. */
  public static final String ISSUES = "/issues/";

  /** The feed of everything, without its suffix. */
  public static final String FEED = "/feed";
  /** Begins the feeds of some sections, and their pages. */
  public static final String SECTIONS = "/sections/";
  /** Begins the feeds of all but some sections, and their pages. */
  public static final String EXCEPT = "/except/";
  /** Begins the feeds that the settings define, and their pages. */
  public static final String VIEWS = "/views/";
  /** Begins the feeds of the issues with a tag, and their pages. */
  public static final String TAGS = "/tags/";
  /** Begins the feeds of the issues of an author, and their pages. */
  public static final String AUTHORS = "/authors/";
  /** Begins the feeds of the issues in a language, and their pages. */
  public static final String LANGUAGES = "/languages/";
  /** Stands between a feed and the number of its archive document. */
  public static final String ARCHIVE_DOCUMENT = "/archive/";
  /** Stands between the page of a feed and the number of a later page. */
  public static final String LATER_PAGE = "/page/";
  /** The Atom feed with the generator that many newsletters used before. Its clients may never follow a redirect. */
  public static final String FEED_OF_OLD_GENERATORS = "/feed.xml";

  /** Begins the secret pages of issues that are held back. */
  public static final String PREVIEW = "/preview/";

  /** The list of all feeds. */
  public static final String DIRECTORY = "/feeds";
  /** With a suffix, the list of all feeds for programs. */
  public static final String ALL_FEEDS = DIRECTORY + "/all";
  /** The form that combines sections into a feed. */
  public static final String BUILDER = DIRECTORY + "/build";
  /** The list of all issues; the path of a year begins with it. */
  public static final String ARCHIVE = "/archive";
  /** Searches; with a suffix, their feeds. */
  public static final String SEARCH = "/search";
  /** The state of the newsletter, for its publisher; in general on a port of its own, as are the metrics. */
  public static final String STATUS = "/status";

  /** Begins the stylesheets and scripts of pages. */
  public static final String ASSETS = "/assets/";
  /** The description of the search for browsers. */
  public static final String OPEN_SEARCH = "/opensearch.xml";
  /** The rules for crawlers. */
  public static final String ROBOTS = "/robots.txt";
  /** The list of pages for crawlers. */
  public static final String SITEMAP = "/sitemap.xml";
  /** A short guide in the form of llmstxt.org. */
  public static final String GUIDE = "/llms.txt";

  /** Takes subscriptions to feeds (WebSub). */
  public static final String HUB = "/hub";

  /** Answers while the process lives. */
  public static final String ALIVE = "/healthz";
  /** Answers while the server should get requests. */
  public static final String READY = "/readyz";
  /** The metrics for Prometheus. */
  public static final String METRICS = "/metrics";

  /** The first names of the paths of everything that is no page of the publisher's own. */
  private static final Set<String> OURS = Set.of(
      "issues",
      "feed",
      "feeds",
      "items",
      "sections",
      "except",
      "views",
      "tags",
      "authors",
      "languages",
      "archive",
      "search",
      "hub",
      "preview",
      "status",
      "metrics",
      "healthz",
      "readyz",
      "assets",
      "files",
      "index",
      "rss",
      "atom",
      "sitemap");

  /** Returns a path without the slashes at its end, which do not matter. */
  public static String plain(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /** Returns the address of a path, which begins with {@code /}; letters beyond ASCII are percent-encoded. */
  public URI of(String path) {
    return encoded(baseUri + path.substring(1));
  }

  /** Returns the decoded path of an address below the base; empty for all others. */
  public Optional<String> pathOf(URI address) {
    boolean isBelow = address.toString().startsWith(baseUri.toString());
    return isBelow
        ? Optional.of(address.getPath().substring(baseUri.getPath().length() - 1))
        : Optional.empty();
  }

  /** Returns a URI with its letters beyond ASCII percent-encoded; what is encoded already stays. */
  static URI encoded(String text) {
    return URI.create(URI.create(text).toASCIIString());
  }

  /** Returns true if the product serves something of its own at a path, or below it. */
  public static boolean isOurs(String path) {
    String first = path.substring(1).replaceFirst("/.*", "");
    return first.isEmpty() || OURS.contains(first);
  }

  /** Returns the path of the page of an issue, or of another page of the publisher. */
  public static String path(Issue issue) {
    return issue.isPage() ? issue.slug() : ISSUES + issue.slug();
  }

  /** Returns the address of the page of an issue. */
  public URI issue(Issue issue) {
    return of(path(issue));
  }

  /** Returns the address of a place in the page of an issue. */
  public URI issue(Issue issue, String anchor) {
    return encoded(issue(issue) + "#" + anchor);
  }
}
