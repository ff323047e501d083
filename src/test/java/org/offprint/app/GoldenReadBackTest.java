package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Parsers that nobody here wrote find in a feed what was put into it. */
final class GoldenReadBackTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

  /** The facts of an entry that a reader shows. */
  private record Told(String id, String title, String link, Instant published, String content) {}

  private static List<Told> put(GoldenFeed golden) {
    return golden.document().entries().stream()
        .map(entry -> new Told(
            entry.id().toString(),
            entry.title(),
            entry.permalink().toString(),
            entry.published(),
            entry.content().markup()))
        .toList();
  }

  /** RSS titles have no angle brackets: some readers would take them for HTML. */
  private static List<Told> putForRss(GoldenFeed golden) {
    return put(golden).stream()
        .map(told -> new Told(
            told.id(),
            withoutBrackets(told.title()),
            told.link(),
            told.published(),
            told.content()))
        .toList();
  }

  private static String withoutBrackets(String title) {
    return title.replace('<', '‹').replace('>', '›');
  }

  private static List<Instant> updates(GoldenFeed golden) {
    return golden.document().entries().stream().map(entry -> entry.updated()).toList();
  }

  @Test
  void romesWireModelReadsAtom() {
    assertThat(GoldenFeed.atom()).allSatisfy(golden -> {
      Feed feed = (Feed) wire(golden);
      assertThat(feed.getTitle()).isEqualTo(golden.document().title());
      assertThat(feed.getId()).isEqualTo(golden.document().id().toString());
      assertThat(feed.getUpdated().toInstant()).isEqualTo(golden.document().updated());
      assertThat(feed.getEntries().stream()
              .map(entry -> new Told(
                  entry.getId(),
                  entry.getTitle(),
                  entry.getAlternateLinks().get(0).getHref(),
                  entry.getPublished().toInstant(),
                  entry.getContents().get(0).getValue())))
          .containsExactlyElementsOf(put(golden));
      assertThat(feed.getEntries().stream().map(entry -> entry.getUpdated().toInstant()))
          .containsExactlyElementsOf(updates(golden));
    });
  }

  @Test
  void romesWireModelReadsRss() {
    assertThat(GoldenFeed.rss()).allSatisfy(golden -> {
      Channel channel = (Channel) wire(golden);
      assertThat(channel.getTitle()).isEqualTo(withoutBrackets(golden.document().title()));
      assertThat(channel.getLink()).isEqualTo(golden.document().page().toString());
      assertThat(channel.getLastBuildDate().toInstant())
          .isEqualTo(golden.document().updated());
      assertThat(channel.getItems().stream()
              .map(item -> new Told(
                  item.getGuid().getValue(),
                  item.getTitle(),
                  item.getLink(),
                  item.getPubDate().toInstant(),
                  item.getContent().getValue())))
          .containsExactlyElementsOf(putForRss(golden));
    });
  }

  @Test
  void romesSyndicationModelReadsAtom() {
    assertThat(GoldenFeed.atom()).allSatisfy(golden -> {
      assertThat(syndicated(golden)).containsExactlyElementsOf(put(golden));
      assertThat(synd(golden).getEntries().stream()
              .map(entry -> entry.getUpdatedDate().toInstant()))
          .containsExactlyElementsOf(updates(golden));
    });
  }

  @Test
  void romesSyndicationModelReadsRss() {
    assertThat(GoldenFeed.rss())
        .allSatisfy(
            golden -> assertThat(syndicated(golden)).containsExactlyElementsOf(putForRss(golden)));
  }

  @Test
  void parserOfTheJdkReadsAtom() {
    assertThat(GoldenFeed.atom())
        .allSatisfy(golden -> assertThat(elements(golden, ATOM, "entry")
                .map(entry -> new Told(
                    text(entry, ATOM, "id"),
                    text(entry, ATOM, "title"),
                    alternate(entry),
                    Instant.parse(text(entry, ATOM, "published")),
                    text(entry, ATOM, "content"))))
            .containsExactlyElementsOf(put(golden)));
  }

  @Test
  void parserOfTheJdkReadsRss() {
    assertThat(GoldenFeed.rss())
        .allSatisfy(golden -> assertThat(elements(golden, "*", "item")
                .map(item -> new Told(
                    text(item, "*", "guid"),
                    text(item, "*", "title"),
                    text(item, "*", "link"),
                    ZonedDateTime.parse(
                            text(item, "*", "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant(),
                    text(item, CONTENT, "encoded"))))
            .containsExactlyElementsOf(putForRss(golden)));
  }

  @Test
  void gsonReadsJsonFeed() {
    assertThat(GoldenFeed.json())
        .allSatisfy(golden -> assertThat(jsonItems(golden)
                .map(item -> new Told(
                    item.get("id").getAsString(),
                    item.get("title").getAsString(),
                    item.get("url").getAsString(),
                    Instant.parse(item.get("date_published").getAsString()),
                    item.get("content_html").getAsString())))
            .containsExactlyElementsOf(put(golden)));
  }

  @Test
  void allFormatsListTheSameIdsAndDatesInTheSameOrder() {
    List<List<String>> atom = GoldenFeed.atom().stream()
        .map(golden -> idsAndDates(syndicated(golden)))
        .toList();
    List<List<String>> rss =
        GoldenFeed.rss().stream().map(golden -> idsAndDates(syndicated(golden))).toList();
    List<List<String>> json = GoldenFeed.json().stream()
        .map(golden -> jsonItems(golden)
            .map(item ->
                item.get("id").getAsString() + " " + item.get("date_published").getAsString())
            .toList())
        .toList();
    assertThat(atom).anySatisfy(feed -> assertThat(feed).hasSizeGreaterThan(2));
    assertThat(rss).isEqualTo(atom);
    assertThat(json).isEqualTo(atom);
  }

  private static List<String> idsAndDates(List<Told> entries) {
    return entries.stream().map(told -> told.id() + " " + told.published()).toList();
  }

  private static Object wire(GoldenFeed golden) {
    try {
      WireFeedInput input = new WireFeedInput();
      // It would write the HTML in CDATA with other references.
      input.setXmlHealerOn(false);
      return input.build(new StringReader(golden.text()));
    } catch (FeedException e) {
      throw new AssertionError(golden.name(), e);
    }
  }

  private static SyndFeed synd(GoldenFeed golden) {
    try {
      SyndFeedInput input = new SyndFeedInput();
      input.setXmlHealerOn(false);
      return input.build(new StringReader(golden.text()));
    } catch (FeedException e) {
      throw new AssertionError(golden.name(), e);
    }
  }

  private static List<Told> syndicated(GoldenFeed golden) {
    return synd(golden).getEntries().stream()
        .map(entry -> new Told(
            entry.getUri(),
            entry.getTitle(),
            entry.getLink(),
            entry.getPublishedDate().toInstant(),
            entry.getContents().get(0).getValue()))
        .toList();
  }

  private static Stream<JsonObject> jsonItems(GoldenFeed golden) {
    return golden.jsonObject().getAsJsonArray("items").asList().stream()
        .map(JsonElement::getAsJsonObject);
  }

  private static Stream<Element> elements(GoldenFeed golden, String namespace, String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      byte[] bytes = golden.text().getBytes(StandardCharsets.UTF_8);
      return stream(factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes))
          .getElementsByTagNameNS(namespace, name));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(golden.name(), e);
    }
  }

  private static Stream<Element> stream(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }

  private static String text(Element parent, String namespace, String name) {
    return parent.getElementsByTagNameNS(namespace, name).item(0).getTextContent();
  }

  private static String alternate(Element entry) {
    return stream(entry.getElementsByTagNameNS(ATOM, "link"))
        .filter(link -> link.getAttribute("rel").equals("alternate"))
        .map(link -> link.getAttribute("href"))
        .findFirst()
        .orElseThrow();
  }
}
