package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.SectionKey;

/** Several sections together, and everything but some. */
final class SeveralSectionsTest {
  @TempDir
  private Path folder = Path.of("");

  private Newsletter newsletter = new Newsletter(folder);

  @BeforeEach
  void givenOneIssue() {
    newsletter = new Newsletter(folder).given("139.md", Newsletter.ISSUE_139);
  }

  private Optional<FeedDocument> find(String path) {
    FeedAssembler feeds = new FeedAssembler(newsletter.publication(), FeedRules.DEFAULT);
    return feeds.findAddress(path).flatMap(feeds::find);
  }

  private FeedDocument feed(String path) {
    return find(path).orElseThrow(() -> new AssertionError("no feed at " + path));
  }

  private Entry entry(String path) {
    return Newsletter.only(feed(path));
  }

  @Nested
  final class Together {
    @Test
    void haveTheContentInTheOrderOfTheIssueUnderTheHeadingsOfTheAuthor() {
      newsletter.given("139.md", """
          ---
          title: Issue 139
          date: 2026-01-04
          ---

          ## Toolbox

          [Restic](https://restic.example.org/)

          ## News

          [Book](https://sre.example.org/book)

          ## Tools for later

          [Htop](https://htop.example.org/)
          """);

      assertThat(entry("/sections/news+tools.atom").content().text())
          .isEqualTo("Toolbox Restic News Book Tools for later Htop");
    }

    @Test
    void leaveOutTheLeadAndAllOtherSections() {
      assertThat(entry("/sections/news+tools.atom").content().markup())
          .contains("A chapter on monitoring", "Restic makes backups", "Htop shows processes")
          .doesNotContain("Welcome back", "Thornbeck");
    }

    @Test
    void areNamedInTheTitleOfTheFeedInTheOrderOfTheVocabulary() {
      assertThat(feed("/sections/news+tools.atom").title())
          .isEqualTo("News, Tools · Runbook Weekly");
      assertThat(feed("/sections/jobs+sponsor/items.atom").title())
          .isEqualTo("Sponsor, Jobs (items) · Runbook Weekly");
    }

    @Test
    void areNamedInTheTitleOfTheEntryAsFarAsTheIssueHasThem() {
      assertThat(entry("/sections/jobs+news+tools.atom").title())
          .isEqualTo("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: News, Tools");
      assertThat(entry("/sections/jobs+tools.atom").title())
          .isEqualTo("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: Tools");
    }

    @Test
    void haveIdsAndPagesOfTheirOwn() {
      FeedDocument feed = feed("/sections/news+tools.atom");

      assertThat(feed.id()).hasToString("tag:example.org,2010:/sections/news+tools");
      assertThat(feed.page()).hasToString("https://news.example.org/sections/news+tools");
      assertThat(feed.self(FeedFormat.JSON))
          .hasToString("https://news.example.org/sections/news+tools.json");
      assertThat(Newsletter.only(feed).id()).hasToString("tag:example.org,2010:139/news+tools");
    }

    @Test
    void leadToTheFirstOfTheirHeadingsInTheIssue() {
      assertThat(entry("/sections/news+tools.atom").permalink())
          .isEqualTo(entry("/sections/news.atom").permalink())
          .isNotEqualTo(entry("/sections/tools.atom").permalink());
      assertThat(entry("/sections/news+tools.atom").permalink().toString())
          .startsWith("https://news.example.org/issues/139#");
    }

    @Test
    void areSummedUpByTheTitlesOfTheirItems() {
      assertThat(entry("/sections/news+tools.atom").summary())
          .isEqualTo("A chapter on monitoring · Restic makes backups · Htop shows processes");
    }

    @Test
    void haveTheItemsOfAll() {
      assertThat(feed("/sections/news+tools/items.atom").entries())
          .extracting(entry -> entry.source().sections().get(0).value())
          .containsExactly("news", "tools", "tools");
    }

    @Test
    void selectTheIssuesThatHaveAnyOfThem() {
      newsletter
          .given("140.md", "---\ntitle: None\ndate: 2026-01-11\n---\n\nOnly words.\n")
          .givenTools("141", "2026-01-18", "jq");

      assertThat(feed("/sections/jobs+news+tools.atom").entries())
          .extracting(Entry::title)
          .containsExactly(
              "Issue 141: Tools", "RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: News, Tools");
    }
  }

  @Nested
  final class Except {
    @Test
    void keepsTheLeadAndLeavesOutWhatIsNamedAndWhatRepeatsIt() {
      assertThat(entry("/except/sponsor.atom").content().markup())
          .contains("Welcome back", "A chapter on monitoring", "Htop shows processes")
          .doesNotContain("Thornbeck", "Sponsor");
    }

    @Test
    void leavesOutEverySectionThatIsNamed() {
      assertThat(entry("/except/sponsor+tools.atom").content().markup())
          .contains("Welcome back", "A chapter on monitoring")
          .doesNotContain("Thornbeck", "Htop", "Restic");
    }

    @Test
    void saysInTitlesWhatIsLeftOut() {
      assertThat(feed("/except/sponsor.atom").title())
          .isEqualTo("All but Sponsor · Runbook Weekly");
      assertThat(entry("/except/jobs+sponsor.atom").title())
          .isEqualTo("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: all but Sponsor, Jobs");
    }

    @Test
    void hasIdsAndPagesOfItsOwn() {
      FeedDocument feed = feed("/except/sponsor.atom");

      assertThat(feed.id()).hasToString("tag:example.org,2010:/except/sponsor");
      assertThat(feed.page()).hasToString("https://news.example.org/except/sponsor");
      assertThat(Newsletter.only(feed).id()).hasToString("tag:example.org,2010:139/except/sponsor");
    }

    @Test
    void leadsToTheWholeIssueAndIsSummedUpByTheLead() {
      assertThat(entry("/except/sponsor.atom").permalink())
          .hasToString("https://news.example.org/issues/139");
      assertThat(entry("/except/sponsor.atom").summary()).isEqualTo("Welcome back, all of you.");
    }

    @Test
    void isSummedUpByTitlesWhereThereIsNoLead() {
      newsletter = new Newsletter(folder).given("139.md", "---\ntitle: None\ndraft: true\n---\n");
      newsletter.givenTools("140", "2026-01-11", "jq");

      assertThat(entry("/except/sponsor.atom").summary()).isEqualTo("jq is a tool");
    }

    @Test
    void hasNoEntryForAnIssueOfWhichNothingIsLeft() {
      newsletter.givenTools("140", "2026-01-11", "jq");

      assertThat(feed("/except/tools.atom").entries())
          .extracting(Entry::title)
          .containsExactly("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: all but Tools");
    }

    @Test
    void keepsAnIssueThatIsOnlyItsLead() {
      newsletter.given("140.md", "---\ntitle: Words\ndate: 2026-01-11\n---\n\nOnly words.\n");

      Entry words = feed("/except/tools.atom").entries().get(0);

      assertThat(words.title()).isEqualTo("Words: all but Tools");
      assertThat(words.content().text()).isEqualTo("Only words.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections/gadgets.atom",
        "/sections/gadgets+tools.atom",
        "/except/gadgets.atom",
        "/except/gadgets+sponsor.atom",
        "/except/gadgets/items.atom",
        "/sections/gadgets+tools/archive/1.atom",
        "/views/gadgets.atom"
      })
  void unknownNameHasNoFeed(String path) {
    assertThat(find(path)).isEmpty();
  }

  @Nested
  final class OfMany {
    private static final int HEADINGS = 26;

    /** The vocabulary has four sections, so that 20 of these headings are among the first 24. */
    private String own(int number) {
      return "heading-" + (char) ('a' + number);
    }

    @BeforeEach
    void givenOneIssueWithManyHeadings() {
      StringBuilder body = new StringBuilder("---\ntitle: Many\ndate: 2026-01-04\n---\n");
      for (int i = 0; i < HEADINGS; i++) {
        body.append("\n## Heading %c\n\n[One](https://example.org/%d)\n".formatted('a' + i, i));
      }
      newsletter.given("139.md", body.toString());
    }

    @Test
    void fiveCanBeNamedTogetherAndSixCannot() {
      assertThat(find("/sections/news+heading-a+heading-b+heading-c+heading-d.atom"))
          .isPresent();
      assertThat(find("/sections/news+heading-a+heading-b+heading-c+heading-d+heading-e.atom"))
          .isEmpty();
      assertThat(find("/except/news+heading-a+heading-b+heading-c+heading-d+heading-e.atom"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "19, true", "20, false", "25, false"})
    void onlyTheFirst24CanBeCombined(int heading, boolean canBe) {
      assertThat(find("/sections/tools+" + own(heading) + ".atom").isPresent()).isEqualTo(canBe);
      assertThat(find("/except/tools+" + own(heading) + "/items.rss").isPresent())
          .isEqualTo(canBe);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 20, 25})
    void anyCanStandAlone(int heading) {
      assertThat(find("/sections/" + own(heading) + ".atom")).isPresent();
      assertThat(find("/sections/" + own(heading) + "/items.json")).isPresent();
      assertThat(find("/except/" + own(heading) + ".atom")).isPresent();
    }

    @Test
    void newerHeadingTakesNoOtherOutOfTheFirst24() {
      newsletter.given(
          "140.md",
          "---\ntitle: B\ndate: 2026-01-11\n---\n\n## Aaa\n\n[x](https://example.org/x)\n");

      assertThat(find("/sections/heading-s+heading-t.atom")).isPresent();
      assertThat(find("/sections/aaa+heading-a.atom")).isEmpty();
    }
  }

  @Test
  void orderAndRepetitionOfSectionsMakeNoOtherScope() {
    SectionKey news = new SectionKey("news");
    SectionKey tools = new SectionKey("tools");

    assertThat(FeedScope.of(List.of(tools, news, tools)))
        .isEqualTo(FeedScope.of(List.of(news, tools)));
    assertThat(FeedScope.except(List.of(tools, news)).path()).isEqualTo("/except/news+tools");
  }
}
