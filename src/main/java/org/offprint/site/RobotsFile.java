package org.offprint.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedFormat;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;

/**
 * Tells crawlers which URLs to leave alone (RFC 9309): combinations and searches, of which there is no end.
 * Aggregators that respect it may still fetch the feeds among them.
 */
final class RobotsFile {
  private static final List<String> COMBINATIONS =
      List.of(Addresses.EXCEPT, Addresses.SECTIONS + "*+");
  private static final List<String> MADE_UP = List.of(Addresses.BUILDER, Addresses.SEARCH + "?");

  private RobotsFile() {}

  /** In UTF-8. */
  static byte[] write(Publication publication) {
    return (publication.isForCrawlers() ? rules(publication) : "User-agent: *\nDisallow: /\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String rules(Publication publication) {
    String base = publication.addresses().of(Addresses.HOME).getRawPath().replaceFirst("/$", "");
    Stream<String> kept = Stream.of(COMBINATIONS, MADE_UP, List.of(Addresses.STATUS))
        .flatMap(List::stream)
        .map(path -> "Disallow: " + base + path);
    Stream<String> feeds = COMBINATIONS.stream()
        .flatMap(path -> Stream.of(FeedFormat.values())
            .map(format -> "Allow: " + base + path + "*." + format.suffix() + "$"));
    return Stream.concat(kept, feeds)
        .collect(Collectors.joining(
            "\n",
            "User-agent: *\n",
            "\n\nSitemap: " + publication.addresses().of(Addresses.SITEMAP) + "\n"));
  }

  /** Returns true if crawlers are kept from a page that the site itself offers. */
  static boolean isKeptFrom(String page) {
    return page.startsWith(Addresses.EXCEPT);
  }
}
