package org.offprint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.publication.Masthead;
import org.offprint.publication.SectionKey;

/** Links between the documents of one feed, and the data of entries for software. */
final class DocumentFamilyTest {
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace HISTORY =
      Namespace.getNamespace("http://purl.org/syndication/history/1.0");
  private static final Namespace SY =
      Namespace.getNamespace("http://purl.org/rss/1.0/modules/syndication/");
  private static final Namespace SOURCE = Namespace.getNamespace("http://source.scripting.com/");
  private static final FeedScope TOOLS = FeedScope.of(new SectionKey("tools"));
  private static final String FEED = "https://example.org/sections/tools/items";
  private static final Author WRITER =
      new Author("Mara", Optional.of("mara@example.org"), Optional.empty());
  private static final FeedDocument.DocumentPlace MIDDLE =
      new FeedDocument.DocumentPlace(Optional.of(2), Optional.of(1), Optional.of(3));
  private static final FeedDocument.DocumentPlace OLDEST =
      new FeedDocument.DocumentPlace(Optional.of(1), Optional.empty(), Optional.of(2));
  private static final FeedDocument.DocumentPlace NEWEST =
      new FeedDocument.DocumentPlace(Optional.of(3), Optional.of(2), Optional.empty());
  private static final FeedDocument.DocumentPlace SUBSCRIPTION =
      new FeedDocument.DocumentPlace(Optional.empty(), Optional.of(3), Optional.empty());

  private static FeedDocument document(
      FeedDocument.DocumentPlace place, Optional<Duration> rhythm, Entry... entries) {
    Masthead masthead = new Masthead(
        "Weekly",
        "",
        URI.create("https://example.org/"),
        "tag:example.org,2005",
        "en",
        ZoneOffset.UTC,
        List.of(WRITER),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
    return new FeedDocument(
        TOOLS,
        Lens.ITEMS,
        masthead,
        URI.create("tag:example.org,2005:/sections/tools/items"),
        "Weekly: Tools (items)",
        "",
        URI.create("https://example.org/sections/tools"),
        Instant.parse("2020-01-01T00:00:00Z"),
        Instant.parse("2020-01-01T00:00:00Z"),
        List.of(entries),
        place,
        rhythm,
        FeedRules.Hubs.NONE);
  }

  private static Entry entry(Html content, Optional<String> number, String... tags) {
    return new Entry(
        URI.create("tag:example.org,2005:1/tools/a"),
        "Title",
        URI.create("https://example.org/issues/1#a"),
        Optional.empty(),
        Instant.parse("2020-01-01T00:00:00Z"),
        Instant.parse("2020-01-01T00:00:00Z"),
        "",
        content,
        List.of(),
        Stream.of(tags)
            .map(tag -> new Entry.Category(tag, tag, Optional.empty()))
            .toList(),
        Optional.empty(),
        Optional.empty(),
        new Entry.Source("1", number, List.of(new SectionKey("news"), new SectionKey("tools"))));
  }

  private static String text(FeedDocument document, FeedFormat format) {
    return new String(FeedRenderer.render(document, format), StandardCharsets.UTF_8);
  }

  /** The element that holds the links: the feed, or the channel. */
  private static Element head(FeedDocument document, FeedFormat format) {
    try {
      Element root =
          new SAXBuilder().build(new StringReader(text(document, format))).getRootElement();
      return format == FeedFormat.RSS ? root.getChild("channel") : root;
    } catch (JDOMException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonObject json(FeedDocument document) {
    return JsonParser.parseString(text(document, FeedFormat.JSON)).getAsJsonObject();
  }

  private static List<Tuple> links(FeedDocument.DocumentPlace place, FeedFormat format) {
    return head(document(place, Optional.empty()), format).getChildren("link", ATOM).stream()
        .filter(link -> !"alternate".equals(link.getAttributeValue("rel")))
        .map(link -> {
          assertThat(link.getAttributeValue("type")).isEqualTo(format.mediaType());
          return tuple(link.getAttributeValue("rel"), link.getAttributeValue("href"));
        })
        .toList();
  }

  @Nested
  final class Links {
    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS"})
    void ofAnArchiveDocumentLeadToItsNeighboursAndTheSubscription(FeedFormat format) {
      String end = "." + format.suffix();

      assertThat(links(MIDDLE, format))
          .containsExactlyInAnyOrder(
              tuple("self", FEED + "/archive/2" + end),
              tuple("current", FEED + end),
              tuple("prev-archive", FEED + "/archive/1" + end),
              tuple("next-archive", FEED + "/archive/3" + end));
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS"})
    void atTheEndsOfTheArchiveLeadNoFurther(FeedFormat format) {
      assertThat(links(OLDEST, format))
          .extracting(link -> link.toList().get(0))
          .containsExactlyInAnyOrder("self", "current", "next-archive");
      assertThat(links(NEWEST, format))
          .extracting(link -> link.toList().get(0))
          .containsExactlyInAnyOrder("self", "current", "prev-archive");
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS"})
    void ofTheSubscriptionDocumentLeadToTheArchiveIfThereIsMore(FeedFormat format) {
      String end = "." + format.suffix();

      assertThat(links(SUBSCRIPTION, format))
          .containsExactlyInAnyOrder(
              tuple("self", FEED + end), tuple("prev-archive", FEED + "/archive/3" + end));
      assertThat(links(FeedDocument.DocumentPlace.COMPLETE, format))
          .containsExactly(tuple("self", FEED + end));
    }

    @Test
    void ofJsonLeadToWhatIsOlder() {
      assertThat(json(document(SUBSCRIPTION, Optional.empty())).get("next_url").getAsString())
          .isEqualTo(FEED + "/archive/3.json");
      JsonObject middle = json(document(MIDDLE, Optional.empty()));
      assertThat(middle.get("next_url").getAsString()).isEqualTo(FEED + "/archive/1.json");
      assertThat(middle.get("feed_url").getAsString()).isEqualTo(FEED + "/archive/2.json");
      assertThat(json(document(OLDEST, Optional.empty())).has("next_url")).isFalse();
      assertThat(json(document(FeedDocument.DocumentPlace.COMPLETE, Optional.empty()))
              .has("next_url"))
          .isFalse();
    }
  }

  @Nested
  final class ArchiveDocument {
    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS"})
    void isMarkedAsOneAndNoOtherIs(FeedFormat format) {
      for (FeedDocument.DocumentPlace place : List.of(OLDEST, MIDDLE, NEWEST)) {
        assertThat(head(document(place, Optional.empty()), format).getChildren("archive", HISTORY))
            .hasSize(1);
      }
      for (FeedDocument.DocumentPlace place :
          List.of(SUBSCRIPTION, FeedDocument.DocumentPlace.COMPLETE)) {
        assertThat(text(document(place, Optional.empty()), format))
            .doesNotContain("purl.org/syndication/history", "archive>");
      }
    }

    @Test
    void saysNothingOfHowOftenToAsk() {
      Element archive = head(document(MIDDLE, Optional.empty()), FeedFormat.RSS);

      assertThat(archive.getChild("ttl")).isNull();
      assertThat(archive.getChild("updatePeriod", SY)).isNull();
      assertThat(archive.getChild("updateFrequency", SY)).isNull();
    }
  }

  @Nested
  final class SubscriptionDocument {
    @Test
    void saysHowOftenToAsk() {
      Element channel =
          head(document(SUBSCRIPTION, Optional.of(Duration.ofDays(7))), FeedFormat.RSS);

      assertThat(channel.getChildText("ttl")).isEqualTo("60");
      assertThat(channel.getChildText("updatePeriod", SY)).isEqualTo("weekly");
      assertThat(channel.getChildText("updateFrequency", SY)).isEqualTo("1");
    }

    @Test
    void saysOnlyHowLongToKeepItWhereTheRhythmIsUnknown() {
      Element channel =
          head(document(FeedDocument.DocumentPlace.COMPLETE, Optional.empty()), FeedFormat.RSS);

      assertThat(channel.getChildText("ttl")).isEqualTo("60");
      assertThat(channel.getChild("updatePeriod", SY)).isNull();
    }
  }

  @Nested
  final class Entries {
    @Test
    void haveMarkdownThatStandsOnItsOwn() {
      Html content = Html.paragraphWithLink("Read *this* ", URI.create("https://x.org/"), "here");
      Element item = head(
              document(
                  FeedDocument.DocumentPlace.COMPLETE,
                  Optional.empty(),
                  entry(content, Optional.empty())),
              FeedFormat.RSS)
          .getChild("item");

      assertThat(item.getChildText("markdown", SOURCE))
          .isEqualTo("Read \\*this\\* [here](https://x.org/)");
    }

    @Test
    void haveNoMarkdownWhereThereIsNothingToSay() {
      Element item = head(
              document(
                  FeedDocument.DocumentPlace.COMPLETE,
                  Optional.empty(),
                  entry(Html.EMPTY, Optional.empty())),
              FeedFormat.RSS)
          .getChild("item");

      assertThat(item.getChild("markdown", SOURCE)).isNull();
    }

    @Test
    void sayInJsonWhereTheyComeFrom() {
      assertThat(origin(Optional.of("139")))
          .hasToString("{\"issue\":\"1\",\"number\":\"139\",\"sections\":[\"news\",\"tools\"]}");
      assertThat(origin(Optional.empty()))
          .hasToString("{\"issue\":\"1\",\"sections\":[\"news\",\"tools\"]}");
    }

    private static JsonObject origin(Optional<String> number) {
      return item(entry(Html.EMPTY, number)).getAsJsonObject("_offprint");
    }

    private static JsonObject item(Entry entry) {
      return json(document(FeedDocument.DocumentPlace.COMPLETE, Optional.empty(), entry))
          .getAsJsonArray("items")
          .get(0)
          .getAsJsonObject();
    }

    @Test
    void haveEachTagOnceInJson() {
      JsonObject item = item(entry(Html.EMPTY, Optional.empty(), "linux", "bsd", "linux"));

      assertThat(item.getAsJsonArray("tags")).hasToString("[\"linux\",\"bsd\"]");
    }

    @ParameterizedTest
    @EnumSource
    void tellNoMailAddress(FeedFormat format) {
      FeedDocument document = document(
          FeedDocument.DocumentPlace.COMPLETE,
          Optional.empty(),
          entry(Html.EMPTY, Optional.empty()));

      assertThat(text(document, format)).contains("Mara").doesNotContain("mara@example.org");
    }
  }
}
