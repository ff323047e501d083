package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.feed.FeedWindow;
import org.offprint.feed.Lens;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.search.SearchOutcome;
import org.offprint.search.SearchQuery;
import org.offprint.search.SearchRequest;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/**
 * A newsletter in German, in which every line of the publisher has an umlaut, and no word of the pages has one: so each
 * text shows whether it says the language that it is in.
 */
final class PageLanguageTest {
  private static final SectionKey TOOLS = new SectionKey("geraete");

  @TempDir
  private Path folder = Path.of("");

  private Publication publication;
  private FeedAssembler feeds;

  @BeforeEach
  void writeANewsletterInGerman() {
    IssueFiles files = new IssueFiles(folder);
    for (int number = 1; number <= 25; number++) {
      files.givenIssue(
          "brief-" + number + ".md",
          "'Grüße \\#" + number + "'",
          "2025-03-%02dT10:00:00+01:00".formatted(number),
          """
              Schöne Grüße zuvor.

              ## Geräte

              Ein Gerät für dich. [Lötkolben](https://tool.example.org/same)

              ## Geschäftliches

              Bezahlt für dich. [Händler](https://ad.example.org/)
              """);
    }
    publication = TestPublications.read(
        folder,
        TestPublications.masthead(
            "Grüße aus Wörth",
            "https://news.example.org/",
            "de-AT",
            "Wöchentlich für Bastler",
            Optional.of("© Jörg Übel")),
        new SectionVocabulary(List.of(
            new SectionVocabulary.Rule(new Section(TOOLS, "Geräte", false), List.of("Geräte")),
            new SectionVocabulary.Rule(
                new Section(new SectionKey("werbung"), "Geschäft", true), List.of("Gesch*")))));
    FeedWindow window = FeedRules.DEFAULT.window();
    FeedRules.FeedView view = new FeedRules.FeedView(
        new SectionKey("auswahl"),
        "Für Bastler",
        "",
        new FeedRules.Chosen(List.of(TOOLS), List.of(), Map.of()),
        Lens.ITEMS,
        window,
        new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL));
    feeds = new FeedAssembler(
        publication,
        new FeedRules(window, List.of(view), FeedRules.ItemLink.PAGE, true, true, true, 2));
  }

  private Stream<byte[]> pages() {
    PageRenderer pages = new PageRenderer(publication, feeds);
    FeedScope view = feeds.views().get(0).scope();
    PublishedIssue newest = publication.issues().get(0);
    SearchQuery query = SearchQuery.of("lötkolben");
    return Stream.of(
        pages.home(),
        pages.issue(newest),
        pages.issue(publication.issues().get(24)),
        pages.directory(),
        pages.archive(),
        pages.archive(2025),
        pages.notFound("/sections/gerate"),
        pages.status(List.of(), Optional.empty()),
        pages.feed(listing(FeedScope.of(TOOLS)), 1),
        pages.feed(listing(FeedScope.of(TOOLS)), 2),
        pages.feed(listing(view), 1),
        pages.notice(listing(view), new FeedAddress(view, view.ownLens(), FeedFormat.ATOM)),
        pages.search(
            new SearchRequest(
                query, SearchRequest.Order.NEWEST, false, 0, PageRenderer.SEARCH_HITS),
            new SearchOutcome.Found(1, List.of(hit(newest))),
            Optional.empty()));
  }

  private static SearchOutcome.Hit hit(PublishedIssue published) {
    PublishedIssue.IssueSection section = published.sections().get(0);
    return new SearchOutcome.Hit(
        published,
        Optional.of(new SearchOutcome.PlacedItem(
            Optional.of(section.section()), section.items().get(0))));
  }

  private FeedListing listing(FeedScope scope) {
    return feeds.findListing(scope, scope.ownLens()).orElseThrow();
  }

  private static Stream<String> mistaken(byte[] html) {
    Document page = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    return page.select("body, body *").stream()
        .flatMap(element -> element.textNodes().stream()
            .map(TextNode::text)
            .filter(text -> text.codePoints().anyMatch(Character::isLetter))
            .filter(text -> isPublishers(text) != language(element).startsWith("de"))
            .map(text -> page.title() + ": " + language(element) + ": " + text));
  }

  private static boolean isPublishers(String text) {
    return text.codePoints().anyMatch(letter -> "äöüÄÖÜß".indexOf(letter) >= 0);
  }

  private static String language(Element element) {
    return Stream.concat(Stream.of(element), element.parents().stream())
        .map(around -> around.attr("lang"))
        .filter(tag -> !tag.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyTextIsInTheLanguageThatItSays() {
    assertThat(pages().flatMap(PageLanguageTest::mistaken).distinct()).isEmpty();
  }
}
