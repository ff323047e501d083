package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.format.FeedRenderer;
import org.offprint.publication.Facet;
import org.offprint.publication.SectionKey;

/** Feeds of the issues with a tag, by an author, in a language. */
final class FacetFeedsTest {
  private final Newsletter newsletter;

  FacetFeedsTest(@TempDir Path folder) {
    newsletter = new Newsletter(folder);
  }

  @BeforeEach
  void givenSixIssues() {
    given("1", "2026-01-01", "tags: [Kubernetes, C++]\nauthor: Mara Lindqvist");
    given("2", "2026-01-02", "tags: [kubernetes]\nlanguage: de");
    given("3", "2026-01-03", "tags: [kubernetes, C]\nauthor: Joß Ølberg");
    given("4", "2026-01-04", "author: [Mara Lindqvist, Joß Ølberg]");
    given("5", "2026-01-05", "tags: [C]\nlanguage: de-AT");
    given("6", "2026-01-06", "draft: true\ntags: [C]\nlanguage: fr");
  }

  private void given(String number, String date, String frontMatter) {
    newsletter.given(number + ".md", """
            ---
            title: Issue %s
            date: %s
            %s
            ---
            A letter.

            ## Tools

            [Tool %1$s](https://%1$s.example.org/) is new.

            ## Sponsor

            [Thornbeck](https://thornbeck.example.com/) rents machines.
            """.formatted(number, date, frontMatter));
  }

  private FeedAssembler feeds(FeedRules.FeedView... views) {
    FeedRules rules = FeedRules.DEFAULT;
    return new FeedAssembler(
        newsletter.publication(),
        new FeedRules(rules.window(), List.of(views), rules.itemLink(), true, true, true, 2));
  }

  private static FeedDocument feed(FeedAssembler feeds, String path) {
    return feeds
        .findAddress(path)
        .flatMap(feeds::find)
        .orElseThrow(() -> new AssertionError("no feed at " + path));
  }

  private static List<String> titles(FeedDocument feed) {
    return feed.entries().stream().map(Entry::title).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/tags/kubernetes.atom, Kubernetes · Runbook Weekly, Issue 3; Issue 2; Issue 1",
    "/tags/c-plus-plus.rss, C++ · Runbook Weekly, Issue 1",
    "/tags/c.json, C · Runbook Weekly, Issue 5; Issue 3",
    "/authors/mara-lindqvist.atom, Mara Lindqvist · Runbook Weekly, Issue 4; Issue 1",
    "/authors/joss-olberg.atom, Joß Ølberg · Runbook Weekly, Issue 4; Issue 3",
    "/languages/de.atom, Deutsch · Runbook Weekly, Issue 2",
    "/languages/de-at.atom, Deutsch (Österreich) · Runbook Weekly, Issue 5",
    "/languages/en.atom, English · Runbook Weekly, Issue 4; Issue 3; Issue 1"
  })
  void haveTheIssuesWithTheValueUnderItsName(String path, String title, String issues) {
    FeedDocument feed = feed(feeds(), path);

    assertThat(feed.title()).isEqualTo(title);
    assertThat(titles(feed)).containsExactly(issues.split("; "));
  }

  @Test
  void haveTheEntriesOfTheWholeFeedWithTheirIds() {
    FeedAssembler feeds = feeds();

    assertThat(feed(feeds, "/tags/kubernetes.atom").entries())
        .isEqualTo(feed(feeds, "/feed.atom").entries().subList(2, 5));
  }

  @Test
  void haveTheItemsOfTheirIssuesInTheOtherLensWithoutSponsors() {
    assertThat(titles(feed(feeds(), "/tags/kubernetes/items.atom")))
        .containsExactly("Tool 3", "Tool 2", "Tool 1");
  }

  @Test
  void haveAPageAndAnIdAndASelfLinkOfTheirOwn() {
    FeedDocument feed = feed(feeds(), "/tags/kubernetes.atom");

    assertThat(feed.page()).hasToString("https://news.example.org/tags/kubernetes");
    assertThat(feed.id()).hasToString("tag:example.org,2010:/tags/kubernetes");
    assertThat(feed.self(FeedFormat.RSS))
        .hasToString("https://news.example.org/tags/kubernetes.rss");
  }

  @Test
  void ofALanguageDeclareIt() {
    assertThat(FeedRenderer.render(feed(feeds(), "/languages/de-at.rss"), FeedFormat.RSS))
        .asString(StandardCharsets.UTF_8)
        .contains("<language>de-AT</language>");
  }

  @ParameterizedTest
  @CsvSource({"/tags/rust.atom", "/authors/nobody.atom", "/languages/fr.atom", "/tags/.atom"})
  void areNotThereForValuesThatNoPublishedIssueHas(String path) {
    FeedAssembler feeds = feeds();

    assertThat(feeds.findAddress(path).flatMap(feeds::find)).isEmpty();
  }

  @Nested
  final class Listings {
    private List<String> group(String title) {
      return feeds().directory().stream()
          .filter(group -> group.title().equals(title))
          .flatMap(group -> group.feeds().stream())
          .filter(listing -> listing.lens() == Lens.ISSUES)
          .map(listing -> listing.name().text())
          .toList();
    }

    @Test
    void haveTheTagsOfThreeIssues() {
      assertThat(group("Tags")).containsExactly("Kubernetes");
    }

    @Test
    void haveAllAuthorsAndLanguagesIfThereAreTwo() {
      assertThat(group("Authors")).containsExactly("Joß Ølberg", "Mara Lindqvist");
      assertThat(group("Languages")).containsExactly("Deutsch", "Deutsch (Österreich)", "English");
    }

    @Test
    void haveNoAuthorAndNoLanguageThatIsTheOnlyOne(@TempDir Path other) {
      Newsletter alone = new Newsletter(other);
      alone.given("1.md", "---\ntitle: A\ndate: 2026-01-01\nauthor: Mara\n---\nText.\n");
      FeedAssembler feeds = new FeedAssembler(alone.publication(), FeedRules.DEFAULT);

      assertThat(feeds.directory())
          .extracting(FeedListing.FeedGroup::title)
          .doesNotContain("Authors", "Languages", "Tags");
    }
  }

  @Nested
  final class Views {
    private static FeedRules.FeedView view(
        FeedRules.Chosen chosen, FeedRules.ItemLink link, FeedRules.Content content) {
      return new FeedRules.FeedView(
          new SectionKey("mine"),
          "Mine",
          "",
          chosen,
          Lens.ISSUES,
          FeedWindow.DEFAULT,
          new FeedRules.EntryStyle(link, content));
    }

    private static FeedRules.FeedView view(FeedRules.Chosen chosen) {
      return view(chosen, FeedRules.ItemLink.PAGE, FeedRules.Content.FULL);
    }

    private static List<SectionKey> keys(String... keys) {
      return List.of(keys).stream().map(SectionKey::new).toList();
    }

    @Test
    void combineSectionsWithTagsAndAuthors() {
      FeedRules.Chosen chosen = new FeedRules.Chosen(
          keys("tools"),
          List.of(),
          Map.of(Facet.TAG, keys("kubernetes", "c"), Facet.AUTHOR, keys("joss-olberg")));

      FeedDocument feed = feed(feeds(view(chosen)), "/views/mine.atom");

      assertThat(titles(feed)).containsExactly("Issue 3: Mine");
      assertThat(feed.entries().get(0).content().markup())
          .contains("Tool 3")
          .doesNotContain("A letter", "Thornbeck");
    }

    @Test
    void haveShortEntriesIfTheyAskForSummaries() {
      FeedRules.FeedView brief = view(
          new FeedRules.Chosen(keys("tools"), List.of(), Map.of()),
          FeedRules.ItemLink.PAGE,
          FeedRules.Content.SUMMARY);

      assertThat(
              feed(feeds(brief), "/views/mine.atom").entries().get(0).content().markup())
          .isEqualTo("<p>Tool 5</p>\n");
      assertThat(feed(feeds(brief), "/views/mine/items.atom")
              .entries()
              .get(0)
              .content()
              .markup())
          .startsWith("<p>Tool 5 is new.</p>\n<p>from <a href=");
    }

    @Test
    void leadToThePagesOfItemsIfTheyAskForThat() {
      FeedRules.FeedView out = view(
          new FeedRules.Chosen(keys("tools"), List.of(), Map.of()),
          FeedRules.ItemLink.EXTERNAL,
          FeedRules.Content.FULL);

      FeedAssembler feeds = feeds(out);
      assertThat(feed(feeds, "/views/mine/items.atom").entries().get(0).permalink())
          .hasToString("https://5.example.org/");
      assertThat(feed(feeds, "/sections/tools/items.atom")
              .entries()
              .get(0)
              .permalink()
              .toString())
          .startsWith("https://news.example.org/issues/5#");
    }
  }
}
