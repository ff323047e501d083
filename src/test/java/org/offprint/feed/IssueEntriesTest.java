package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.offprint.feed.Newsletter.only;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Author;

/** One entry per issue. */
final class IssueEntriesTest {
  private static final URI SECTIONS = URI.create("https://news.example.org/sections/");
  private static final URI KINDS = URI.create("tag:example.org,2010:/kinds");

  @TempDir
  private Path folder = Path.of("");

  private Newsletter newsletter = new Newsletter(folder);

  @BeforeEach
  void givenOneIssue() {
    newsletter = new Newsletter(folder).given("139.md", Newsletter.ISSUE_139);
  }

  @Nested
  final class OfTheWhole {
    @Test
    void haveTheTitleOfTheIssue() {
      assertThat(only(newsletter.whole(Lens.ISSUES)).title())
          .isEqualTo("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026");
    }

    @Test
    void leadToThePageOfTheIssue() {
      Entry entry = only(newsletter.whole(Lens.ISSUES));

      assertThat(entry.id()).hasToString("tag:example.org,2010:139");
      assertThat(entry.permalink()).hasToString("https://news.example.org/issues/139");
      assertThat(entry.related()).isEmpty();
    }

    @Test
    void haveTheDateOfTheIssue() {
      Entry entry = only(newsletter.whole(Lens.ISSUES));

      assertThat(entry.published()).isEqualTo(Instant.parse("2026-01-04T10:00:00Z"));
      assertThat(entry.updated()).isEqualTo(entry.published());
    }

    @Test
    void haveAllItsWordsTheSponsorsToo() {
      assertThat(only(newsletter.whole(Lens.ISSUES)).content().text())
          .contains(
              "Welcome back",
              "Sponsor Thornbeck rents machines.",
              "Htop shows processes.",
              "Thornbeck rents machines, still.");
    }

    @Test
    void haveItsLeadAsSummary() {
      assertThat(only(newsletter.whole(Lens.ISSUES)).summary())
          .isEqualTo("Welcome back, all of you.");
    }

    @Test
    void haveItsDescriptionAsSummaryWhereThereIsOne() {
      newsletter.given(
          "139.md",
          "---\ntitle: One\ndate: 2026-01-04\ndescription: In short.\n---\n\nAt length.\n");

      assertThat(only(newsletter.whole(Lens.ISSUES)).summary()).isEqualTo("In short.");
    }

    @Test
    void haveTheBeginningAsSummaryWhereThereIsNoLead() {
      newsletter.given(
          "139.md",
          "---\ntitle: One\ndate: 2026-01-04\n---\n\n## News\n\n" + "word ".repeat(100) + "\n");

      String summary = only(newsletter.whole(Lens.ISSUES)).summary();

      assertThat(summary).startsWith("word word").endsWith("…").hasSizeBetween(250, 300);
    }

    @Test
    void haveEachSectionAsCategoryAndMarkTheSponsored() {
      assertThat(only(newsletter.whole(Lens.ISSUES)).categories())
          .extracting(Entry.Category::term, Entry.Category::label, Entry.Category::scheme)
          .containsExactly(
              tuple("sponsor", "Sponsor", Optional.of(SECTIONS)),
              tuple("news", "News", Optional.of(SECTIONS)),
              tuple("tools", "Tools", Optional.of(SECTIONS)),
              tuple("sponsored", "Sponsored", Optional.of(KINDS)));
    }

    @Test
    void haveWhatTheFrontMatterSays() {
      newsletter.given("139.md", """
              ---
              title: One
              date: 2026-01-04T10:00:00Z
              updated: 2026-01-05T09:30:00+01:00
              id: https://old.example.org/?p=7
              author: Mara
              language: de
              image: https://pictures.example.org/cover.png
              tags: [ops, on call]
              ---
              """);

      Entry entry = only(newsletter.whole(Lens.ISSUES));

      assertThat(entry.id()).hasToString("https://old.example.org/?p=7");
      assertThat(entry.updated()).isEqualTo(Instant.parse("2026-01-05T08:30:00Z"));
      assertThat(entry.authors()).containsExactly(Author.of("Mara"));
      assertThat(entry.language()).contains("de");
      assertThat(entry.picture().map(Picture::address))
          .contains(URI.create("https://pictures.example.org/cover.png"));
      assertThat(entry.categories())
          .containsExactly(
              new Entry.Category("ops", "ops", Optional.empty()),
              new Entry.Category("on call", "on call", Optional.empty()));
    }

    @Test
    void leaveAuthorsAndLanguageToTheFeedOtherwise() {
      Entry entry = only(newsletter.whole(Lens.ISSUES));

      assertThat(entry.authors()).isEmpty();
      assertThat(entry.language()).isEmpty();
      assertThat(entry.picture()).isEmpty();
    }
  }

  @Nested
  final class OfOneSection {
    @Test
    void nameTheSectionBehindTheTitleOfTheIssue() {
      assertThat(only(newsletter.section("tools", Lens.ISSUES)).title())
          .isEqualTo("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: Tools");
    }

    @Test
    void haveAnIdOfTheirOwn() {
      assertThat(only(newsletter.section("tools", Lens.ISSUES)).id())
          .hasToString("tag:example.org,2010:139/tools");
    }

    @Test
    void leadToTheSectionInThePageOfTheIssue() {
      assertThat(only(newsletter.section("tools", Lens.ISSUES)).permalink())
          .hasToString("https://news.example.org/issues/139#tools");
    }

    @Test
    void haveOnlyItsContentWithoutTheSponsorsRepetition() {
      String text = only(newsletter.section("tools", Lens.ISSUES)).content().text();

      assertThat(text)
          .contains("Restic makes backups.", "Htop shows processes.")
          .doesNotContain("Thornbeck", "monitoring", "Welcome");
    }

    @Test
    void haveTheTitlesOfItsItemsAsSummary() {
      assertThat(only(newsletter.section("tools", Lens.ISSUES)).summary())
          .isEqualTo("Restic makes backups · Htop shows processes");
    }

    @Test
    void haveOnlyItsCategory() {
      assertThat(only(newsletter.section("tools", Lens.ISSUES)).categories())
          .containsExactly(new Entry.Category("tools", "Tools", Optional.of(SECTIONS)));
    }

    @Test
    void areMarkedWhenTheSectionIsSponsored() {
      assertThat(only(newsletter.section("sponsor", Lens.ISSUES)).categories())
          .extracting(Entry.Category::term)
          .containsExactly("sponsor", "sponsored");
    }

    @Test
    void haveTheDatesOfTheIssue() {
      Entry entry = only(newsletter.section("tools", Lens.ISSUES));

      assertThat(entry.published()).isEqualTo(Instant.parse("2026-01-04T10:00:00Z"));
      assertThat(entry.updated()).isEqualTo(entry.published());
    }

    @Test
    void joinAllHeadingsThatMeanIt() {
      newsletter.given("139.md", severalHeadings("Tools", "Tooling"));

      Entry entry = only(newsletter.section("tools", Lens.ISSUES));

      assertThat(entry.content().text())
          .containsSubsequence("Tools", "Restic", "Tooling", "Htop")
          .doesNotContain("Conference");
    }

    @Test
    void joinHeadingsOfTheirOwnThatDifferOnlyInCase() {
      newsletter.given("139.md", severalHeadings("Gadgets", "GADGETS"));

      assertThat(only(newsletter.section("gadgets", Lens.ISSUES)).content().text())
          .containsSubsequence("Restic", "Htop");
    }

    @Test
    void areNoneWhereOnlyRepetitionsAreLeft() {
      newsletter.given("139.md", """
              ---
              title: One
              date: 2026-01-04
              ---

              ## Sponsor

              Thornbeck. [Rent](https://thornbeck.example.com/)

              ## Tools

              Thornbeck. [Rent](https://thornbeck.example.com/)
              """);

      assertThat(newsletter.section("tools", Lens.ISSUES).entries()).isEmpty();
    }
  }

  private static String severalHeadings(String first, String second) {
    return """
        ---
        title: One
        date: 2026-01-04
        ---

        ## %s

        Restic. [Read](https://restic.example.org/)

        ## Events

        Conference. [Read](https://conference.example.org/)

        ## %s

        Htop. [Read](https://htop.example.org/)
        """.formatted(first, second);
  }
}
