package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** Sponsored content is marked for people and for software. */
final class SponsoredTest {
  private static final String PAID = "Thornbeck";
  private static final List<FeedRules.FeedView> VIEWS = List.of(
      view("paid", List.of("sponsor", "news"), List.of()),
      view("unpaid", List.of(), List.of("jobs")),
      view("everything", List.of(), List.of()));

  @TempDir
  private Path folder = Path.of("");

  private Newsletter newsletter = new Newsletter(folder);

  @BeforeEach
  void givenOneIssue() {
    newsletter = new Newsletter(folder).given("139.md", Newsletter.ISSUE_139);
  }

  private static FeedRules.FeedView view(String key, List<String> kept, List<String> leftOut) {
    return new FeedRules.FeedView(
        new SectionKey(key),
        key,
        "",
        new FeedRules.Chosen(
            kept.stream().map(SectionKey::new).toList(),
            leftOut.stream().map(SectionKey::new).toList(),
            Map.of()),
        Lens.ITEMS,
        FeedWindow.DEFAULT,
        new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL));
  }

  private List<Entry> entries(String path) {
    return entries(path, FeedRules.ItemLink.PAGE);
  }

  private List<Entry> entries(String path, FeedRules.ItemLink link) {
    return entries(newsletter.publication(), path, link);
  }

  private static List<Entry> entries(
      Publication publication, String path, FeedRules.ItemLink link) {
    FeedAssembler feeds = new FeedAssembler(
        publication, new FeedRules(FeedWindow.DEFAULT, VIEWS, link, true, true, true, 2));
    return feeds.findAddress(path).flatMap(feeds::find).orElseThrow().entries();
  }

  private static Document html(Entry entry) {
    return Jsoup.parseBodyFragment(entry.content().markup());
  }

  private static Optional<Entry> paid(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.content().text().contains(PAID))
        .findFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "/feed/items.atom, false",
    "/except/jobs/items.atom, false",
    "/except/tools/items.atom, false",
    "/views/unpaid.atom, false",
    "/views/everything.atom, false",
    "/sections/tools/items.atom, false",
    "/sections/sponsor/items.atom, true",
    "/sections/news+sponsor/items.atom, true",
    "/views/paid.atom, true"
  })
  void itemsOfSponsorsAreThereOnlyWhereTheyAreAskedForByName(String path, boolean isThere) {
    assertThat(paid(entries(path)).isPresent()).isEqualTo(isThere);
  }

  @Nested
  final class Html {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/feed.atom",
          "/sections/sponsor.atom",
          "/sections/sponsor+tools.atom",
          "/except/tools.atom",
          "/views/paid/issues.atom",
          "/views/unpaid/issues.atom",
          "/sections/sponsor/items.atom"
        })
    void hasTheClassAroundWhatIsPaidForAndNothingElse(String path) {
      Document html = html(paid(entries(path)).orElseThrow());

      assertThat(html.select("div.sponsored")).singleElement().satisfies(box -> {
        assertThat(box.text()).contains(PAID + " rents machines.");
        assertThat(box.text()).doesNotContain("Welcome", "monitoring", "Restic", "from issue");
      });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/except/tools.atom"})
    void doesNotSayTheWordTwiceUnderAHeadingThatHasIt(String path) {
      assertThat(html(paid(entries(path)).orElseThrow()).select(".sponsored").text())
          .isEqualTo("Sponsor " + PAID + " rents machines. https://thornbeck.example.com/");
    }

    @Test
    void saysTheWordWhereTheTitleOfTheEntryTakesThePlaceOfTheHeading() {
      assertThat(html(paid(entries("/sections/sponsor.atom")).orElseThrow())
              .select(".sponsored")
              .text())
          .isEqualTo("Sponsored " + PAID + " rents machines. https://thornbeck.example.com/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/sections/sponsor.atom", "/except/tools.atom"})
    void saysTheWordBelowAHeadingThatHasNot(String path) {
      new IssueFiles(folder)
          .givenIssue("139.md", "One", "2025-01-04", "## Friends\n\n[Thornbeck](https://t.org/)");

      assertThat(html(entries(withFriends(), path, FeedRules.ItemLink.PAGE).get(0))
              .select(".sponsored")
              .text())
          .isEqualTo("Friends Sponsored Thornbeck");
    }

    /** Friends are the sponsored section. */
    private Publication withFriends() {
      Section friends = new Section(new SectionKey("sponsor"), "Sponsor", true);
      Section tools = new Section(new SectionKey("tools"), "Tools", false);
      return TestPublications.read(
          folder,
          TestPublications.masthead("Runbook Weekly", "https://news.example.org/"),
          new SectionVocabulary(List.of(
              new SectionVocabulary.Rule(friends, List.of("*Friends*")),
              new SectionVocabulary.Rule(tools, List.of("Tools")))));
    }

    @Test
    void ofAnItemSaysTheWord() {
      Entry item = paid(entries("/sections/sponsor/items.atom")).orElseThrow();

      assertThat(html(item).select(".sponsored").text()).startsWith("Sponsored " + PAID);
    }

    @Test
    void ofTheWholeIssueIsOtherwiseTheAuthors() {
      String plain = newsletter.publication().issues().get(0).issue().content().markup();

      Document marked = html(entries("/feed.atom").get(0));
      marked.select("div.sponsored").forEach(box -> box.unwrap());

      assertThat(marked.text()).isEqualTo(Jsoup.parseBodyFragment(plain).text());
      assertThat(plain).doesNotContain("class=\"sponsored\"");
    }

    @Test
    void ofTheWholeIssueMarksEachOfSeveralSponsors() {
      newsletter.given("139.md", """
          ---
          title: Two
          date: 2026-01-04
          ---

          ## Sponsored

          [One](https://one.example.com/)

          ## News

          [Free](https://free.example.org/)

          ## Sponsor of the week

          [Two](https://two.example.com/)
          """);

      assertThat(html(entries("/feed.atom").get(0)).select("div.sponsored").eachText())
          .containsExactly("Sponsored One", "Sponsor of the week Two");
    }
  }

  @Nested
  final class Categories {
    @Test
    void nameSectionsWithTheirSchemeAndTagsWithout() {
      newsletter.given("139.md", """
          ---
          title: Tagged
          date: 2026-01-04
          tags: [linux, tools]
          ---

          ## Tools

          [One](https://one.example.org/)

          ## Sponsor

          [Paid](https://paid.example.com/)
          """);

      assertThat(entries("/feed.atom").get(0).categories())
          .containsExactly(
              new Entry.Category("tools", "Tools", scheme("https://news.example.org/sections/")),
              new Entry.Category(
                  "sponsor", "Sponsor", scheme("https://news.example.org/sections/")),
              new Entry.Category("sponsored", "Sponsored", scheme("tag:example.org,2010:/kinds")),
              new Entry.Category("linux", "linux", Optional.empty()),
              new Entry.Category("tools", "tools", Optional.empty()));
    }

    @Test
    void nameOnlyWhatTheEntryHas() {
      assertThat(terms("/except/sponsor.atom")).containsExactly("news", "tools");
      assertThat(terms("/sections/jobs+tools.atom")).containsExactly("tools");
      assertThat(terms("/sections/sponsor/items.atom")).containsExactly("sponsor", "sponsored");
    }

    private Stream<String> terms(String path) {
      return entries(path).get(0).categories().stream().map(Entry.Category::term);
    }

    private static Optional<URI> scheme(String uri) {
      return Optional.of(URI.create(uri));
    }
  }

  @Nested
  final class Origins {
    @Test
    void nameIssueNumberAndSectionsOfTheEntry() {
      assertThat(entries("/feed.atom").get(0).source())
          .isEqualTo(origin("sponsor", "news", "tools"));
      assertThat(entries("/sections/jobs+news.atom").get(0).source()).isEqualTo(origin("news"));
      assertThat(entries("/except/news+sponsor.atom").get(0).source()).isEqualTo(origin("tools"));
      assertThat(entries("/feed/items.atom").get(0).source()).isEqualTo(origin("news"));
    }

    private static Entry.Source origin(String... sections) {
      return new Entry.Source(
          "139", Optional.of("139"), Stream.of(sections).map(SectionKey::new).toList());
    }
  }

  @Nested
  final class ExternalItemLink {
    @Test
    void leadsToThePageThatTheItemIsAbout() {
      Entry item = entries("/feed/items.atom", FeedRules.ItemLink.EXTERNAL).get(0);

      assertThat(item.permalink()).hasToString("https://sre.example.org/book");
      assertThat(item.related()).isEmpty();
      assertThat(html(item).select("p:last-of-type a").attr("href"))
          .startsWith("https://news.example.org/issues/139#");
    }

    @Test
    void isOurPlaceWhereTheItemHasNoLink() {
      newsletter.given("139.md", "---\ntitle: A\ndate: 2026-01-04\n---\n\n## Tools\n\nNo link.\n");

      assertThat(entries("/feed/items.atom", FeedRules.ItemLink.EXTERNAL).get(0).permalink())
          .asString()
          .startsWith("https://news.example.org/issues/139#");
    }

    @Test
    void changesNoIdAndNoIssue() {
      assertThat(entries("/feed/items.atom", FeedRules.ItemLink.EXTERNAL))
          .extracting(Entry::id)
          .isEqualTo(entries("/feed/items.atom").stream().map(Entry::id).toList());
      assertThat(entries("/feed.atom", FeedRules.ItemLink.EXTERNAL))
          .isEqualTo(entries("/feed.atom"));
    }

    @Test
    void isNotTheDefault() {
      Entry item = entries("/feed/items.atom").get(0);

      assertThat(item.permalink().getHost()).isEqualTo("news.example.org");
      assertThat(item.related()).contains(URI.create("https://sre.example.org/book"));
    }
  }
}
