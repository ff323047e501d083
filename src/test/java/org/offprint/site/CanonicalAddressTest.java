package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedFormat;

/** Every feed and its page have one address; what means the same leads there, and all else nowhere. */
final class CanonicalAddressTest {
  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeIssues() {
    FamilySite.write(folder);
  }

  private Answer find(String path) {
    return FamilySite.of(folder).find(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections/news+tools",
        "/sections/news+tools.atom",
        "/sections/news+sponsor+tools/items.rss",
        "/except/sponsor",
        "/except/sponsor.json",
        "/except/news+sponsor/items.atom",
        "/views/editorial",
        "/views/editorial.rss",
        "/views/editorial/items.atom",
        "/views/links",
        "/views/links.atom",
        "/views/links/issues.json",
        "/feed/archive/1.atom",
        "/sections/tools/items/archive/1.rss",
        "/views/links/archive/1.json",
        "/views/links/issues/archive/1.atom",
        "/feeds",
        "/feeds.opml",
        "/feeds/rss.opml",
        "/feeds/json.opml"
      })
  void standsThere(String path) {
    assertThat(find(path)).isInstanceOf(Answer.Found.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/sections/tools+news|sections/news+tools",
        "/sections/tools+news.atom|sections/news+tools.atom",
        "/sections/news+tools/|sections/news+tools",
        "/sections/tools+news/|sections/news+tools",
        "/sections/news+tools.atom/|sections/news+tools.atom",
        "/sections/NEWS+Tools.RSS|sections/news+tools.rss",
        "/Sections/news+tools|sections/news+tools",
        "/sections/news tools.atom|sections/news+tools.atom",
        "/sections/news, tools|sections/news+tools",
        "/sections/tools,news/items.json|sections/news+tools/items.json",
        "/sections/news+news|sections/news",
        "/sections/news+tools.xml|sections/news+tools.atom",
        "/sections/tools/issues.atom|sections/tools.atom",
        "/except/Sponsor|except/sponsor",
        "/except/tools+sponsor.rss|except/sponsor+tools.rss",
        "/except/sponsor.xml/|except/sponsor.atom",
        "/EXCEPT/sponsor/items.ATOM|except/sponsor/items.atom",
        "/views/Editorial/|views/editorial",
        "/views/links/items.atom|views/links.atom",
        "/views/editorial/issues.json|views/editorial.json",
        "/views/links/ISSUES.xml|views/links/issues.atom",
        "/feed/issues/archive/1.xml|feed/archive/1.atom",
        "/sections/tools+news/archive/1.json|sections/news+tools/archive/1.json"
      })
  void whatMeansTheSameLeadsToTheOneAddress(String path, String target) {
    assertThat(find(path)).isEqualTo(new Answer.Moved(FamilySite.BASE + target));
  }

  @ParameterizedTest
  @CsvSource({
    "/FEED, feed.atom",
    "/atom, feed.atom",
    "/Atom.xml, feed.atom",
    "/index.atom, feed.atom",
    "/index.rss, feed.rss",
    "/index.json, feed.json",
    "/RSS.XML, feed.rss",
    "/feed/rss, feed.rss",
    "/sections/tools/feed, sections/tools.atom",
    "/sections/tools/feed/, sections/tools.atom",
    "/sections/tools/feed.xml, sections/tools.atom",
    "/sections/tools+news/rss.xml, sections/news+tools.rss",
    "/except/sponsor/index.json, except/sponsor.json",
    "/views/links/rss, views/links.rss",
    "/views/links/atom.xml, views/links.atom",
    "/sections/tools/items, sections/tools",
    "/sections/tools/issues, sections/tools",
    "/views/links/issues/, views/links",
    "/except/sponsor/items, except/sponsor",
    "/feed/items, ''",
    "/feed/issues/, ''",
    "/issues, archive",
    "/issues/, archive",
    "/sections, feeds",
    "/views/, feeds",
    "/except, feeds",
    "/feeds/, feeds",
    "/feeds/atom.opml, feeds.opml"
  })
  void whatPeopleGuessLeadsToWhatTheyMean(String path, String target) {
    assertThat(find(path)).isEqualTo(new Answer.Moved(FamilySite.BASE + target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections/news+gadgets.atom",
        "/sections/+",
        "/except/+",
        "/except/gadgets",
        "/except/gadgets/feed",
        "/views/gadgets",
        "/views/gadgets.atom",
        "/views/editorial+links.atom",
        "/sections/tools/archive/2.atom",
        "/sections/tools/archive/0.atom",
        "/sections/tools/archive/01.atom",
        "/sections/tools/archive/99999999999999999999.atom",
        "/feeds.xml",
        "/feeds/xml.opml",
        "/feed.opml",
        "/sections/tools/feeds.opml",
        "/gadgets/feed.xml",
        "/rss/rss"
      })
  void anythingElseIsMissing(String path) {
    assertThat(find(path)).isInstanceOf(Answer.Missing.class);
  }

  static Stream<String> hostile() {
    return Stream.of(
        "/sections/" + "+".repeat(30_000) + ".atom",
        "/sections/" + "a+".repeat(15_000) + ".atom",
        "/sections/" + "tools+".repeat(5_000) + "x.atom",
        "/sections/" + "tools".repeat(6_000),
        "/sections/tools" + "/items".repeat(5_000),
        "/except/" + ", ".repeat(15_000),
        "/views/" + "-".repeat(30_000) + ".rss",
        "/feed" + "/archive/1".repeat(3_000) + ".atom",
        "/feed/archive/" + "1".repeat(30_000) + ".atom",
        "/feed." + "atom".repeat(8_000),
        "/".repeat(30_000) + "x",
        "/sections/tools\u0000.atom",
        "/sections/tools\r\nX: y",
        "/sections/tools\u2028.atom",
        "/sections/\ud83d\ude00.atom",
        "/sections/tools\ud800",
        "/sections/../feed.atom",
        "/\u202e/feed.atom");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(3)
  void hostileAddressIsMissingAndSoonAnswered(String path) {
    assertThat(find(path)).isInstanceOf(Answer.Missing.class);
  }

  @Test
  @Timeout(3)
  void oneSectionRepeatedThousandsOfTimesIsThatSection() {
    assertThat(find("/sections/" + "tools+".repeat(5_000) + ".atom"))
        .isEqualTo(new Answer.Moved(FamilySite.BASE + "sections/tools.atom"));
  }

  @Test
  void redirectsStandBelowTheBase() {
    Site site = FamilySite.of(folder, "https://example.org/weekly/", Site.DEFAULT_MOST_BYTES);

    assertThat(site.find("/weekly/sections/tools+news.atom"))
        .isEqualTo(new Answer.Moved("https://example.org/weekly/sections/news+tools.atom"));
    assertThat(site.find("/weekly/feed/items"))
        .isEqualTo(new Answer.Moved("https://example.org/weekly/"));
  }

  @Test
  void everyFeedOfTheDirectoryAndItsPageStandAtTheirAddress() {
    Site site = FamilySite.of(folder);

    assertThat(site.feeds().directory().stream().flatMap(group -> group.feeds().stream()))
        .hasSize(13)
        .allSatisfy(feed -> {
          for (FeedFormat format : FeedFormat.values()) {
            assertThat(FamilySite.found(site, feed.path(format)).kind())
                .isEqualTo(Representation.Kind.FEED);
          }
          assertThat(FamilySite.found(site, feed.page().getPath()).kind())
              .isEqualTo(Representation.Kind.PAGE);
        });
  }
}
