package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedChoice;
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
 * A newsletter in Czech, which has no file of messages. Every line of the publisher has a letter of its own, and no word of the pages has one:
 * so each text shows whether it says the language that it is in.
 */
final class PageLanguageTest {
  private static final SectionKey TOOLS = new SectionKey("naradi");

  private static final Set<String> READ_ALOUD =
      Set.of("aria-label", "alt", "content", "placeholder", "title");

  private static final Set<String> SAME_IN_SEVERAL = Set.of(
      "Atom",
      "Format",
      "Feeds",
      "JSON Feed",
      "OPML",
      "Permalink",
      "RSS",
      "article",
      "website",
      "width=device-width, initial-scale=1");

  @TempDir
  private Path folder = Path.of("");

  private Publication publication;
  private FeedAssembler feeds;

  @BeforeEach
  void writeANewsletterInCzech() {
    IssueFiles files = new IssueFiles(folder);
    for (int number = 1; number <= 25; number++) {
      files.givenIssue(
          "brief-" + number + ".md",
          "'Dopis přátelům \\#" + number + "'",
          "2025-03-%02dT10:00:00+01:00".formatted(number),
          """
              Nejdřív pěkný pozdrav.

              ## Nářadí

              Něco pro tebe. [Páječka](https://tool.example.org/same)

              ## Sponzoři

              Zaplaceno příznivcem. [Výrobce](https://ad.example.org/)
              """);
    }
    publish("cs-CZ");
  }

  private void publish(String language) {
    publication = TestPublications.read(
        folder,
        TestPublications.masthead(
            "Dopis z Plzně",
            "https://news.example.org/",
            language,
            "Týdně pro kutily",
            Optional.of("© Jiří Říha")),
        new SectionVocabulary(List.of(
            new SectionVocabulary.Rule(new Section(TOOLS, "Nářadí", false), List.of("Nářadí")),
            new SectionVocabulary.Rule(
                new Section(new SectionKey("sponzori"), "Sponzoři", true), List.of("Sponz*")))));
    FeedWindow window = FeedRules.DEFAULT.window();
    FeedRules.FeedView view = new FeedRules.FeedView(
        new SectionKey("kutilum"),
        "Týdně pro kutily",
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
    SearchQuery query = SearchQuery.of("páječka");
    return Stream.of(
        pages.home(),
        pages.issue(newest),
        pages.issue(publication.issues().get(24)),
        pages.preview(newest),
        pages.directory(),
        pages.directory(new FeedChoice(true, List.of("neznama"), Lens.ISSUES, FeedFormat.ATOM)),
        pages.archive(),
        pages.archive(2025),
        pages.notFound("/sections/narad"),
        pages.notFound("/sections/a+b"),
        pages.feed(listing(FeedScope.of(TOOLS)), 1),
        pages.feed(listing(FeedScope.of(TOOLS)), 2),
        pages.feed(listing(view), 1),
        pages.notice(listing(view), new FeedAddress(view, view.ownLens(), FeedFormat.ATOM)),
        pages.search(
            new SearchRequest(
                query, SearchRequest.Order.NEWEST, false, 0, PageRenderer.SEARCH_HITS),
            new SearchOutcome.Found(300, List.of(hit(newest))),
            Optional.of(FeedFormat.ATOM)),
        pages.search(request(""), new SearchOutcome.Found(0, List.of()), Optional.empty()),
        pages.search(
            request("section:nope"), new SearchOutcome.Found(0, List.of()), Optional.empty()),
        pages.search(
            request(
                "x-ray -kube bee* a* *y ** host: host:-- after:no host:a.b tag:a author:b language:c"
                    + " issue:1 after:2024 before:2024 \"open"),
            new SearchOutcome.Found(0, List.of()),
            Optional.empty()),
        pages.search(request("-kube"), new SearchOutcome.Found(0, List.of()), Optional.empty()));
  }

  private static SearchRequest request(String query) {
    return new SearchRequest(
        SearchQuery.of(query), SearchRequest.Order.RELEVANCE, false, 0, PageRenderer.SEARCH_HITS);
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
            .filter(text -> isPublishers(text) != language(element).startsWith("cs"))
            .map(text -> page.title() + ": " + language(element) + ": " + text));
  }

  private static boolean isPublishers(String text) {
    return text.codePoints().anyMatch(letter -> "áčďéěíňóřšťúůýžŘÚ".indexOf(letter) >= 0);
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
    PageRenderer renderer = new PageRenderer(publication, feeds);
    assertThat(Stream.concat(pages(), Stream.of(renderer.status(List.of(), Optional.empty())))
            .flatMap(PageLanguageTest::mistaken)
            .distinct())
        .isEmpty();
  }

  /** Returns the program's words on all pages, in texts and in attributes that readers see or hear. */
  private Set<String> programsWords() {
    return pages()
        .map(html -> Jsoup.parse(new String(html, StandardCharsets.UTF_8)))
        .flatMap(page -> page.getAllElements().stream())
        .filter(element -> !element.normalName().equals("code"))
        .flatMap(element -> Stream.concat(
            element.textNodes().stream().map(TextNode::text),
            element.attributes().asList().stream()
                .filter(has -> READ_ALOUD.contains(has.getKey())
                    || (has.getKey().startsWith("data-") && has.getValue().contains(" ")))
                .map(Attribute::getValue)))
        .map(text -> text.strip())
        .filter(text -> text.codePoints().anyMatch(Character::isLetter) && !isPublishers(text))
        .filter(text -> !text.startsWith("https:") && !text.startsWith("2025-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-CH", "fr", "es-MX"})
  void newsletterInALanguageWithMessagesHasNoEnglishWord(String language) {
    publish("en");
    Set<String> english = programsWords();
    publish(language);
    Set<String> own = programsWords();

    assertThat(english)
        .contains("Subscribe", "All feeds", "Skip to content")
        .hasSizeGreaterThan(90);
    own.retainAll(english);
    own.removeAll(SAME_IN_SEVERAL);
    assertThat(own).isEmpty();
    assertThat(pages().map(html -> Jsoup.parse(new String(html, StandardCharsets.UTF_8))))
        .allSatisfy(page -> assertThat(page.select("[lang^=en], [lang=cs]")).isEmpty());
  }
}
