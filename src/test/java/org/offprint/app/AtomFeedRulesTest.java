package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What RFC 4287 and the readers ask of Atom, over every feed of the golden cases. */
final class AtomFeedRulesTest {
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  private static final List<Atom> FEEDS =
      GoldenFeed.atom().stream().map(Atom::of).toList();

  private record Atom(GoldenFeed golden, Element feed, List<Element> entries) {
    static Atom of(GoldenFeed golden) {
      Element feed = golden.xml().getRootElement();
      return new Atom(golden, feed, feed.getChildren("entry", ATOM));
    }

    Stream<Element> feedAndEntries() {
      return Stream.concat(Stream.of(feed), entries.stream());
    }

    @Override
    public String toString() {
      return golden.name();
    }
  }

  private static List<String> texts(Element parent, String name) {
    return parent.getChildren(name, ATOM).stream().map(Element::getText).toList();
  }

  private static String text(Element parent, String name) {
    return parent.getChildText(name, ATOM);
  }

  private static List<String> links(Element parent, String relation) {
    return parent.getChildren("link", ATOM).stream()
        .filter(link -> relation.equals(link.getAttributeValue("rel")))
        .map(link -> link.getAttributeValue("href"))
        .toList();
  }

  @Test
  void feedAndEntriesHaveExactlyOneIdTitleAndUpdated() {
    assertThat(FEEDS).allSatisfy(atom -> {
      for (String name : List.of("id", "title", "updated")) {
        assertThat(atom.feedAndEntries())
            .allSatisfy(element -> assertThat(texts(element, name))
                .as(name)
                .hasSize(1)
                .allMatch(text -> !text.isBlank()));
      }
    });
  }

  @Test
  void feedHasAnAuthorWithANameForEntriesThatHaveNone() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.feed().getChildren("author", ATOM)).isNotEmpty();
      assertThat(atom.feedAndEntries()
              .flatMap(element -> element.getChildren("author", ATOM).stream()))
          .allSatisfy(author -> assertThat(text(author, "name")).isNotBlank());
    });
  }

  @Test
  void idsAreUniqueAbsoluteUris() {
    assertThat(FEEDS).allSatisfy(atom -> {
      List<String> ids =
          atom.feedAndEntries().map(element -> text(element, "id")).toList();
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> URI.create(id).isAbsolute());
    });
  }

  @Test
  void noTwoEntriesShareIdAndUpdated() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.entries().stream()
              .map(entry -> text(entry, "id") + " " + text(entry, "updated")))
          .doesNotHaveDuplicates();
    });
  }

  @Test
  void selfLinkIsTheAddressItWasFetchedFrom() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(links(atom.feed(), "self"))
          .containsExactly(atom.golden().address().toString());
    });
  }

  @Test
  void feedAndEntriesNameTheirPageAsAlternate() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.feedAndEntries())
          .allSatisfy(element -> assertThat(links(element, "alternate"))
              .singleElement()
              .asString()
              .startsWith("https://news.example.org/"));
    });
  }

  @Test
  void everyLinkSaysItsRelation() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(
              atom.feedAndEntries().flatMap(element -> element.getChildren("link", ATOM).stream()))
          .allSatisfy(link -> assertThat(link.getAttributeValue("rel")).isNotBlank());
    });
  }

  @Test
  void feedIsAsNewAsItsNewestEntry() {
    assertThat(FEEDS).allSatisfy(atom -> {
      Instant newest = atom.entries().stream()
          .map(entry -> Instant.parse(text(entry, "updated")))
          .max(Comparator.naturalOrder())
          .orElse(Instant.EPOCH);
      assertThat(text(atom.feed(), "updated")).isEqualTo(newest.toString());
    });
  }

  @Test
  void datesAreUtcWithoutFraction() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.feedAndEntries()
              .flatMap(element ->
                  Stream.of("updated", "published").flatMap(name -> texts(element, name).stream())))
          .isNotEmpty()
          .allMatch(date -> date.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z"));
    });
  }

  @Test
  void entriesSayWhenTheyWerePublished() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.entries())
          .allSatisfy(entry -> assertThat(texts(entry, "published")).hasSize(1));
    });
  }

  @Test
  void entriesStandNewestFirst() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.entries().stream().map(entry -> Instant.parse(text(entry, "published"))))
          .isSortedAccordingTo(Comparator.reverseOrder());
    });
  }

  @Test
  void titlesAndSummariesAreOfTypeText() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.feedAndEntries()
              .flatMap(element -> Stream.of("title", "summary", "subtitle")
                  .flatMap(name -> element.getChildren(name, ATOM).stream())))
          .isNotEmpty()
          .allSatisfy(text -> assertThat(text.getAttributeValue("type")).isEqualTo("text"));
    });
  }

  @Test
  void contentIsEscapedHtml() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.entries()).allSatisfy(entry -> {
        Element content = entry.getChild("content", ATOM);
        assertThat(content.getAttributeValue("type")).isEqualTo("html");
        assertThat(content.getChildren()).isEmpty();
      });
    });
  }

  @Test
  void feedSaysItsLanguage() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.feed().getAttributeValue("lang", Namespace.XML_NAMESPACE))
          .isEqualTo(atom.golden().document().masthead().language());
    });
  }

  @Test
  void contentHasNoRelativeAddress() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.entries().stream()
              .map(entry -> Jsoup.parseBodyFragment(text(entry, "content")))
              .flatMap(content -> Stream.concat(
                  content.select("[href]").eachAttr("href").stream(),
                  content.select("[src]").eachAttr("src").stream())))
          .allMatch(address -> URI.create(address).isAbsolute());
    });
  }

  @Test
  void contentHasNoScript() {
    assertThat(FEEDS).allSatisfy(atom -> {
      assertThat(atom.entries().stream()
              .flatMap(entry ->
                  Jsoup.parseBodyFragment(text(entry, "content")).getAllElements().stream()))
          .noneMatch(element -> element.normalName().matches("script|style|iframe|form"))
          .allSatisfy(element -> assertThat(element.attributes().asList())
              .noneMatch(attribute -> attribute.getKey().matches("on.*|style")));
    });
  }
}
