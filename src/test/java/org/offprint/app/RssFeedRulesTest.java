package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What RSS 2.0, its modules and the readers ask, over every feed of the golden cases. */
final class RssFeedRulesTest {
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace CONTENT =
      Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
  private static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
  private static final String RFC_822 =
      "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} (GMT|[+-]\\d{4})";

  private static final List<Rss> FEEDS = GoldenFeed.rss().stream().map(Rss::of).toList();

  private record Rss(GoldenFeed golden, Element channel, List<Element> items) {
    static Rss of(GoldenFeed golden) {
      Element channel = golden.xml().getRootElement().getChild("channel");
      return new Rss(golden, channel, channel.getChildren("item"));
    }

    Stream<Element> channelAndItems() {
      return Stream.concat(Stream.of(channel), items.stream());
    }

    @Override
    public String toString() {
      return golden.name();
    }
  }

  @Test
  void versionIsTwo() {
    assertThat(FEEDS).allSatisfy(rss -> {
      Element root = rss.golden().xml().getRootElement();
      assertThat(root.getName()).isEqualTo("rss");
      assertThat(root.getAttributeValue("version")).isEqualTo("2.0");
    });
  }

  @Test
  void channelAndItemsHaveExactlyOneTitleLinkAndDescription() {
    assertThat(FEEDS).allSatisfy(rss -> {
      for (String name : List.of("title", "link", "description")) {
        assertThat(rss.channelAndItems())
            .allSatisfy(element -> assertThat(element.getChildren(name))
                .as(name)
                .singleElement()
                .satisfies(child -> assertThat(child.getText()).isNotBlank()));
      }
    });
  }

  @Test
  void linksLeadToPagesOfTheBase() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.channelAndItems().map(element -> element.getChildText("link")))
          .allMatch(link -> link.startsWith("https://news.example.org/"));
    });
  }

  @Test
  void guidsAreUniqueAndNoPermalinks() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.items())
          .allSatisfy(item -> assertThat(item.getChild("guid").getAttributeValue("isPermaLink"))
              .isEqualTo("false"));
      assertThat(rss.items().stream().map(item -> item.getChildText("guid")))
          .doesNotHaveDuplicates();
    });
  }

  @Test
  void selfLinkIsTheAddressItWasFetchedFrom() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.channel().getChildren("link", ATOM)).first().satisfies(link -> {
        assertThat(link.getAttributeValue("rel")).isEqualTo("self");
        assertThat(link.getAttributeValue("type")).isEqualTo("application/rss+xml");
        assertThat(link.getAttributeValue("href"))
            .isEqualTo(rss.golden().address().toString());
      });
    });
  }

  @Test
  void datesAreRfc822WithTheRightWeekday() {
    assertThat(FEEDS).allSatisfy(rss -> {
      List<String> dates = Stream.concat(
              Stream.of(rss.channel().getChildText("lastBuildDate")),
              rss.items().stream().map(item -> item.getChildText("pubDate")))
          .toList();
      assertThat(dates).allMatch(date -> date.matches(RFC_822));
      assertThat(dates)
          .allSatisfy(date -> assertThatCode(() -> moment(date)).doesNotThrowAnyException());
    });
  }

  @Test
  void channelHasNoPubDate() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.channel().getChild("pubDate")).isNull();
    });
  }

  @Test
  void lastBuildDateIsThatOfTheNewestUpdate() {
    assertThat(FEEDS).allSatisfy(rss -> {
      Instant newest = rss.golden().document().entries().stream()
          .map(entry -> entry.updated())
          .max(Comparator.naturalOrder())
          .orElse(Instant.EPOCH);
      assertThat(moment(rss.channel().getChildText("lastBuildDate"))).isEqualTo(newest);
    });
  }

  /** Fails on a weekday that is not that of the date. */
  private static Instant moment(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  @Test
  void itemsStandNewestFirst() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.items().stream().map(item -> moment(item.getChildText("pubDate"))))
          .isSortedAccordingTo(Comparator.reverseOrder());
    });
  }

  @Test
  void descriptionStandsBeforeTheFullContent() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.items()).allSatisfy(item -> {
        List<Element> children = item.getChildren();
        assertThat(children.indexOf(item.getChild("description")))
            .isLessThan(children.indexOf(item.getChild("encoded", CONTENT)));
      });
    });
  }

  @Test
  void descriptionIsTextWithoutMarkup() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.items())
          .allSatisfy(item -> assertThat(Jsoup.parseBodyFragment(item.getChildText("description"))
                  .body()
                  .children())
              .isEmpty());
    });
  }

  @Test
  void titlesHaveNoAngleBracket() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.channelAndItems().map(element -> element.getChildText("title")))
          .allSatisfy(title -> assertThat(title).doesNotContain("<", ">"));
    });
  }

  @Test
  void channelSaysItsLanguage() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.channel().getChildText("language"))
          .isEqualTo(rss.golden().document().masthead().language());
    });
  }

  @Test
  void channelSaysHowLongItMayBeKept() {
    assertThat(FEEDS).allSatisfy(rss -> {
      if (!rss.golden().document().place().isArchive()) {
        assertThat(rss.channel().getChildText("ttl")).matches("[1-9]\\d*");
      }
    });
  }

  @Test
  void itemsNameTheirCreator() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.items())
          .allSatisfy(item -> assertThat(item.getChildren("creator", DC))
              .isNotEmpty()
              .allMatch(creator -> !creator.getText().isBlank()));
    });
  }

  @Test
  void noAuthorIsGivenWithoutAnEmailAddress() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.items())
          .allSatisfy(item -> assertThat(item.getChild("author")).isNull());
    });
  }

  @Test
  void contentHasNoRelativeAddress() {
    assertThat(FEEDS).allSatisfy(rss -> {
      assertThat(rss.items().stream()
              .map(item -> Jsoup.parseBodyFragment(item.getChildText("encoded", CONTENT)))
              .flatMap(content -> Stream.concat(
                  content.select("[href]").eachAttr("href").stream(),
                  content.select("[src]").eachAttr("src").stream())))
          .allMatch(address -> URI.create(address).isAbsolute());
    });
  }
}
