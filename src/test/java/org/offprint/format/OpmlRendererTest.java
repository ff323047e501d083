package org.offprint.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Author;
import org.offprint.publication.Addresses;
import org.offprint.publication.Masthead;
import org.offprint.publication.SectionKey;

/** The list of feeds as OPML 2.0. */
final class OpmlRendererTest {
  private static final URI BASE = URI.create("https://example.org/weekly/");
  private static final FeedListing WHOLE = new FeedListing(
      FeedScope.whole(),
      Lens.ISSUES,
      "A <b> & \"C\"",
      new FeedListing.BilingualTitle("", ""),
      "All 'of' it\u2026",
      new Addresses(BASE));
  private static final FeedListing TOOLS = new FeedListing(
      FeedScope.of(List.of(new SectionKey("tools"), new SectionKey("news"))),
      Lens.ITEMS,
      "Weekly: News, Tools (items)",
      new FeedListing.BilingualTitle("", "News, Tools"),
      "",
      new Addresses(BASE));
  private static final List<FeedListing.FeedGroup> GROUPS = List.of(
      new FeedListing.FeedGroup("Everything", List.of(WHOLE)),
      new FeedListing.FeedGroup("Sections", List.of(TOOLS)));

  private static Masthead masthead(Author... authors) {
    return new Masthead(
        "Weekly & <more>",
        "",
        BASE,
        "tag:example.org,2005",
        "en-GB",
        ZoneOffset.UTC,
        List.of(authors),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
  }

  private static Element opml(FeedFormat format, Author... authors) {
    try {
      String text = new String(
          OpmlRenderer.render(masthead(authors), GROUPS, format), StandardCharsets.UTF_8);
      return new SAXBuilder().build(new StringReader(text)).getRootElement();
    } catch (JDOMException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> attributes(Element outline) {
    return outline.getAttributes().stream().map(Attribute::getName).toList();
  }

  @Test
  void hasVersionAndHead() {
    Element opml = opml(FeedFormat.ATOM, Author.of("Ida"), Author.of("Mara"));

    assertThat(opml.getName()).isEqualTo("opml");
    assertThat(opml.getAttributeValue("version")).isEqualTo("2.0");
    assertThat(opml.getChild("head").getChildText("title")).isEqualTo("Weekly & <more>");
    assertThat(opml.getChild("head").getChildText("ownerName")).isEqualTo("Ida");
    assertThat(opml(FeedFormat.ATOM).getChild("head").getChild("ownerName")).isNull();
  }

  @Test
  void hasAnOutlineForEachGroupWithNothingButItsText() {
    assertThat(opml(FeedFormat.ATOM).getChild("body").getChildren())
        .hasSize(2)
        .allSatisfy(group -> assertThat(attributes(group)).containsExactly("text"))
        .extracting(group -> group.getAttributeValue("text"))
        .containsExactly("Weekly & <more>: Everything", "Weekly & <more>: Sections");
  }

  @Test
  void hasEverythingThatReadersAskOfAFeed() {
    Element feed = opml(FeedFormat.ATOM).getChild("body").getChildren().get(0).getChild("outline");

    assertThat(feed.getAttributeValue("text")).isEqualTo("A <b> & \"C\"");
    assertThat(feed.getAttributeValue("title")).isEqualTo("A <b> & \"C\"");
    assertThat(feed.getAttributeValue("type")).isEqualTo("rss");
    assertThat(feed.getAttributeValue("xmlUrl")).isEqualTo("https://example.org/weekly/feed.atom");
    assertThat(feed.getAttributeValue("htmlUrl")).isEqualTo("https://example.org/weekly/");
    assertThat(feed.getAttributeValue("language")).isEqualTo("en-GB");
    assertThat(feed.getAttributeValue("description")).isEqualTo("All 'of' it\u2026");
  }

  @ParameterizedTest
  @CsvSource({"ATOM, atom,", "RSS, rss, RSS2", "JSON, json,"})
  void namesFeedsInOneFormat(FeedFormat format, String suffix, String version) {
    Element feed = opml(format).getChild("body").getChildren().get(1).getChild("outline");

    assertThat(feed.getAttributeValue("xmlUrl"))
        .isEqualTo("https://example.org/weekly/sections/news+tools/items." + suffix);
    assertThat(feed.getAttributeValue("version")).isEqualTo(version);
    assertThat(feed.getAttributeValue("type")).isEqualTo("rss");
    assertThat(attributes(feed)).doesNotContain("description");
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameBytesEachTime(FeedFormat format) {
    byte[] first = OpmlRenderer.render(masthead(), GROUPS, format);

    assertThat(OpmlRenderer.render(masthead(), GROUPS, format)).isEqualTo(first);
    assertThat(new String(first, StandardCharsets.UTF_8)).doesNotContain("dateCreated", "\r");
  }

  @Test
  void ofNothingHasAnEmptyBody() {
    assertThat(new String(
            OpmlRenderer.render(masthead(), List.of(), FeedFormat.ATOM), StandardCharsets.UTF_8))
        .contains("<body />");
  }
}
