package org.offprint.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedFormat;
import org.offprint.publication.Publication;

/**
 * Tells crawlers which URLs to leave alone (RFC 9309): combinations and searches, of which there is no end.
 * Aggregators that respect it may still fetch the feeds among them.
 */
final class RobotsFile {
  static final String PATH = "/robots.txt";

  private static final String EXCEPT = "/except/";
  private static final List<String> COMBINATIONS = List.of(EXCEPT, "/sections/*+");
  private static final List<String> MADE_UP = List.of("/feeds/build", "/search?");
  /** For the publisher alone. */
  private static final String STATUS = "/status";

  private RobotsFile() {}

  /** In UTF-8. */
  static byte[] write(Publication publication) {
    return (publication.isForCrawlers() ? rules(publication) : "User-agent: *\nDisallow: /\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String rules(Publication publication) {
    String base = publication.permalinks().of("/").getRawPath().replaceFirst("/$", "");
    Stream<String> kept = Stream.of(COMBINATIONS, MADE_UP, List.of(STATUS))
        .flatMap(List::stream)
        .map(path -> "Disallow: " + base + path);
    Stream<String> feeds = COMBINATIONS.stream()
        .flatMap(path -> Stream.of(FeedFormat.values())
            .map(format -> "Allow: " + base + path + "*." + format.suffix() + "$"));
    return Stream.concat(kept, feeds)
        .collect(Collectors.joining(
            "\n",
            "User-agent: *\n",
            "\n\nSitemap: " + publication.permalinks().of(Sitemap.PATH) + "\n"));
  }

  /** Returns true if crawlers are kept from a page that the site itself offers. */
  static boolean isKeptFrom(String page) {
    return page.startsWith(EXCEPT);
  }
}
