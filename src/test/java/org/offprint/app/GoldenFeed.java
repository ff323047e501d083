package org.offprint.app;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.site.Site;

/**
 * One feed document of a golden case.
 *
 * @param name case and path
 * @param address where it was fetched
 * @param format how it is written
 * @param document what it must say
 * @param text what it says in that format
 */
record GoldenFeed(String name, URI address, FeedFormat format, FeedDocument document, String text) {
  private static final List<GoldenFeed> ALL =
      GoldenCase.all().flatMap(GoldenFeed::of).toList();

  static List<GoldenFeed> atom() {
    return in(FeedFormat.ATOM);
  }

  static List<GoldenFeed> rss() {
    return in(FeedFormat.RSS);
  }

  static List<GoldenFeed> json() {
    return in(FeedFormat.JSON);
  }

  /** The order of feeds is the same in every format. */
  private static List<GoldenFeed> in(FeedFormat format) {
    return ALL.stream().filter(golden -> golden.format() == format).toList();
  }

  private static Stream<GoldenFeed> of(GoldenCase golden) {
    Site site = golden.site();
    return GoldenCase.addresses(site)
        .map(address -> new GoldenFeed(
            golden + " " + address.path(),
            GoldenCase.BASE.resolve(address.path()),
            address.format(),
            site.feeds().find(address).orElseThrow(),
            GoldenCase.text(site, address.path())));
  }

  Document xml() {
    try {
      return new SAXBuilder().build(new StringReader(text));
    } catch (JDOMException | IOException e) {
      throw new AssertionError(name + " cannot be read", e);
    }
  }

  JsonObject jsonObject() {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Override
  public String toString() {
    return name;
  }
}
