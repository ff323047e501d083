package org.offprint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
import org.offprint.feed.Picture;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.issue.PictureSize;
import org.offprint.publication.Masthead;
import org.offprint.publication.SectionKey;

final class FeedRendererTest {
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
  private static final Instant PUBLISHED = Instant.parse("2013-09-01T07:16:48Z");
  private static final Instant UPDATED = Instant.parse("2014-01-02T03:04:05Z");
  private static final URI PAGE = URI.create("https://example.org/issues/1");
  private static final Author WRITER = new Author(
      "Writer & Co",
      Optional.of("w@example.org"),
      Optional.of(URI.create("https://w.example.org/")));

  private static Masthead masthead(List<Author> authors) {
    return new Masthead(
        "Newsletter",
        "",
        URI.create("https://example.org/"),
        "tag:example.org,2005",
        "en",
        ZoneOffset.UTC,
        authors,
        Optional.of(URI.create("https://example.org/icon.png")),
        Optional.of(URI.create("https://example.org/logo.png")),
        Optional.of("© Somebody"),
        Optional.empty(),
        Masthead.Additions.NONE);
  }

  private static Entry entry(String title, String summary, List<Author> authors) {
    return new Entry(
        URI.create("tag:example.org,2005:1"),
        title,
        PAGE,
        Optional.of(URI.create("https://elsewhere.example.org/")),
        PUBLISHED,
        UPDATED,
        summary,
        Html.paragraphWithLink("Words ]]> & <more> ", PAGE, "here"),
        authors,
        List.of(
            new Entry.Category(
                "tools", "Tools", Optional.of(URI.create("https://example.org/sections/"))),
            new Entry.Category("own", "own", Optional.empty())),
        Optional.of("fr"),
        Optional.of(new Picture(
            URI.create("https://example.org/picture.png"),
            Optional.of("image/png"),
            Optional.of(new PictureSize(640, 480)))),
        new Entry.Source("1", Optional.of("1"), List.of(new SectionKey("tools"))));
  }

  private static FeedDocument document(Masthead masthead, Entry... entries) {
    return new FeedDocument(
        FeedScope.whole(),
        Lens.ISSUES,
        masthead,
        URI.create("tag:example.org,2005:/feed"),
        "Newsletter <3",
        "",
        URI.create("https://example.org/"),
        UPDATED,
        UPDATED,
        List.of(entries),
        FeedDocument.DocumentPlace.COMPLETE,
        Optional.empty(),
        FeedRules.Hubs.NONE);
  }

  private static String text(FeedDocument document, FeedFormat format) {
    return new String(FeedRenderer.render(document, format), StandardCharsets.UTF_8);
  }

  private static Element xml(FeedDocument document, FeedFormat format) {
    try {
      return new SAXBuilder().build(new StringReader(text(document, format))).getRootElement();
    } catch (JDOMException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static FeedDocument one(Entry entry) {
    return document(masthead(List.of()), entry);
  }

  @ParameterizedTest
  @EnumSource
  void sameDocumentGivesTheSameBytes(FeedFormat format) {
    FeedDocument document = one(entry("Title", "Summary", List.of(WRITER)));
    assertThat(FeedRenderer.render(document, format))
        .isEqualTo(FeedRenderer.render(document, format));
  }

  @ParameterizedTest
  @EnumSource
  void documentEndsInALineEndAndHasNoCarriageReturn(FeedFormat format) {
    assertThat(text(one(entry("Title", "Summary", List.of())), format))
        .endsWith("\n")
        .doesNotContain("\r");
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "RSS"})
  void whatNoXmlCanHoldIsNeverWritten(FeedFormat format) {
    FeedDocument document = one(entry("A \u0000 title", "Summary", List.of()));
    assertThatThrownBy(() -> FeedRenderer.render(document, format))
        .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "RSS"})
  void htmlAndMarkdownNeedNoReferences(FeedFormat format) {
    String text = text(one(entry("Title", "Summary", List.of())), format);

    // Those of the HTML itself.
    assertThat(text).contains("<![CDATA[<p>Words ]]&gt; &amp; &lt;more&gt; <a href=");
    assertThat(text).doesNotContain("&lt;p&gt;", "&amp;amp;");
  }

  @Nested
  final class Atom {
    @Test
    void entryNamesTheAuthorsOfTheFeedWhereItHasNone() {
      assertThat(entryOf(entry("Title", "Summary", List.of()))
              .getChild("author", ATOM)
              .getChildText("name", ATOM))
          .isEqualTo("Newsletter");
    }

    @Test
    void textHasNoType() {
      assertThat(entryOf(entry("Title", "Summary", List.of()))
              .getChild("title", ATOM)
              .getAttributes())
          .isEmpty();
    }

    @Test
    void newsletterStandsInForAnAuthor() {
      Element feed = xml(one(entry("Title", "Summary", List.of())), FeedFormat.ATOM);
      assertThat(feed.getChild("author", ATOM).getChildText("name", ATOM)).isEqualTo("Newsletter");
    }

    @Test
    void entryNamesItsOwnAuthorWithPageButWithoutMailAddress() {
      Element author = entryOf(entry("Title", "Summary", List.of(WRITER))).getChild("author", ATOM);
      assertThat(author.getChildText("name", ATOM)).isEqualTo("Writer & Co");
      assertThat(author.getChildText("uri", ATOM)).isEqualTo("https://w.example.org/");
      assertThat(author.getChild("email", ATOM)).isNull();
    }

    @Test
    void entryHasItsLanguageAndWhatItIsAbout() {
      Element entry = entryOf(entry("Title", "Summary", List.of()));
      assertThat(entry.getAttributeValue("lang", Namespace.XML_NAMESPACE)).isEqualTo("fr");
      assertThat(entry.getChildren("category", ATOM))
          .extracting(
              category -> category.getAttributeValue("term"),
              category -> category.getAttributeValue("scheme"))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("tools", "https://example.org/sections/"),
              org.assertj.core.groups.Tuple.tuple("own", null));
      assertThat(entry.getChildren("link", ATOM))
          .filteredOn(link -> "related".equals(link.getAttributeValue("rel")))
          .extracting(link -> link.getAttributeValue("href"))
          .containsExactly("https://elsewhere.example.org/");
    }

    @Test
    void feedHasIconLogoRightsAndGenerator() {
      Element feed = xml(one(entry("Title", "Summary", List.of())), FeedFormat.ATOM);
      assertThat(feed.getChildText("icon", ATOM)).isEqualTo("https://example.org/icon.png");
      assertThat(feed.getChildText("logo", ATOM)).isEqualTo("https://example.org/logo.png");
      assertThat(feed.getChildText("rights", ATOM)).isEqualTo("© Somebody");
      assertThat(feed.getChildText("generator", ATOM)).isEqualTo("Offprint");
    }

    @Test
    void publishedAndUpdatedAreTwoThings() {
      Element entry = entryOf(entry("Title", "Summary", List.of()));
      assertThat(entry.getChildText("published", ATOM)).isEqualTo("2013-09-01T07:16:48Z");
      assertThat(entry.getChildText("updated", ATOM)).isEqualTo("2014-01-02T03:04:05Z");
    }

    @Test
    void emptySummaryIsLeftOut() {
      assertThat(entryOf(entry("Title", "", List.of())).getChild("summary", ATOM))
          .isNull();
    }

    private static Element entryOf(Entry entry) {
      return xml(one(entry), FeedFormat.ATOM).getChild("entry", ATOM);
    }
  }

  @Nested
  final class Rss {
    @Test
    void titleHasNoAngleBrackets() {
      Element channel =
          xml(one(entry("I <3 <b>", "Summary", List.of())), FeedFormat.RSS).getChild("channel");
      assertThat(channel.getChildText("title")).isEqualTo("Newsletter ‹3");
      assertThat(channel.getChild("item").getChildText("title")).isEqualTo("I ‹3 ‹b›");
      assertThat(channel.getChild("image").getChildText("title")).isEqualTo("Newsletter ‹3");
    }

    @Test
    void descriptionIsTextForReadersThatTakeItForHtml() {
      assertThat(item(entry("Title", "1 < 2 & <b>", List.of())).getChildText("description"))
          .isEqualTo("1 &lt; 2 &amp; &lt;b&gt;");
    }

    @Test
    void emptySummaryGivesTheTitleForADescription() {
      assertThat(item(entry("Title", "", List.of())).getChildText("description"))
          .isEqualTo("Title");
    }

    @Test
    void emptyDescriptionOfTheNewsletterGivesTheTitle() {
      assertThat(xml(document(masthead(List.of())), FeedFormat.RSS)
              .getChild("channel")
              .getChildText("description"))
          .isNotBlank();
    }

    @Test
    void creatorIsTheEntrysAuthorElseTheFeeds() {
      assertThat(item(entry("Title", "", List.of(WRITER))).getChildText("creator", DC))
          .isEqualTo("Writer & Co");
      Entry anonymous = entry("Title", "", List.of());
      assertThat(xml(document(masthead(List.of(Author.of("Editor"))), anonymous), FeedFormat.RSS)
              .getChild("channel")
              .getChild("item")
              .getChildText("creator", DC))
          .isEqualTo("Editor");
    }

    @Test
    void dateIsTheFirstPublicationWithItsWeekday() {
      assertThat(item(entry("Title", "", List.of())).getChildText("pubDate"))
          .isEqualTo("Sun, 01 Sep 2013 07:16:48 GMT");
    }

    private static Element item(Entry entry) {
      return xml(one(entry), FeedFormat.RSS).getChild("channel").getChild("item");
    }
  }

  @Nested
  final class Json {
    @Test
    void itemHasEverythingThatTheFormatHasAPlaceFor() {
      JsonObject item = item(entry("I <3 \"it\"", "Summary", List.of(WRITER)));
      assertThat(item.get("title").getAsString()).isEqualTo("I <3 \"it\"");
      assertThat(item.get("summary").getAsString()).isEqualTo("Summary");
      assertThat(item.get("external_url").getAsString())
          .isEqualTo("https://elsewhere.example.org/");
      assertThat(item.get("image").getAsString()).isEqualTo("https://example.org/picture.png");
      assertThat(item.get("language").getAsString()).isEqualTo("fr");
      assertThat(item.get("date_published").getAsString()).isEqualTo("2013-09-01T07:16:48Z");
      assertThat(item.get("date_modified").getAsString()).isEqualTo("2014-01-02T03:04:05Z");
      assertThat(item.getAsJsonArray("tags")).hasToString("[\"Tools\",\"own\"]");
      assertThat(item.getAsJsonArray("authors"))
          .hasToString("[{\"name\":\"Writer & Co\",\"url\":\"https://w.example.org/\"}]");
    }

    @Test
    void whatIsNotThereIsLeftOut() {
      JsonObject item = item(entry("Title", "", List.of()));
      assertThat(item.has("summary")).isFalse();
      assertThat(item.has("authors")).isFalse();
    }

    @Test
    void largerPictureIsTheIconAndTheSmallOneTheFavicon() {
      JsonObject feed = feed(document(masthead(List.of())));
      assertThat(feed.get("icon").getAsString()).isEqualTo("https://example.org/logo.png");
      assertThat(feed.get("favicon").getAsString()).isEqualTo("https://example.org/icon.png");
    }

    @Test
    void feedWithoutEntriesHasAnEmptyList() {
      assertThat(feed(document(masthead(List.of()))).getAsJsonArray("items"))
          .isEqualTo(new JsonArray());
    }

    private static JsonObject feed(FeedDocument document) {
      return JsonParser.parseString(text(document, FeedFormat.JSON)).getAsJsonObject();
    }

    private static JsonObject item(Entry entry) {
      return feed(one(entry)).getAsJsonArray("items").get(0).getAsJsonObject();
    }
  }
}
