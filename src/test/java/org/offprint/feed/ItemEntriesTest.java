package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Author;

/** One entry per item. */
final class ItemEntriesTest {
  @TempDir
  private Path folder = Path.of("");

  private Newsletter newsletter = new Newsletter(folder);

  @BeforeEach
  void openFolder() {
    newsletter = new Newsletter(folder);
  }

  @Nested
  final class OfAnIssueWithoutSections {
    @BeforeEach
    void givenOneIssue() {
      newsletter.given("140.md", """
          ---
          title: One
          date: 2026-01-04
          ---

          - [Restic](https://restic.example.org/) makes backups.
          - [Htop](https://htop.example.org/) shows processes.
          """);
    }

    @Test
    void areInTheFeedOfItemsWithIdsOfTheirOwn() {
      assertThat(newsletter.whole(Lens.ITEMS).entries())
          .extracting(Entry::title)
          .containsExactly("Restic", "Htop");
      assertThat(newsletter.whole(Lens.ITEMS).entries())
          .allSatisfy(
              entry -> assertThat(entry.id().toString()).matches("tag:.*:140/-/[0-9a-f]{12}"));
    }

    @Test
    void areOfNoSection() {
      assertThat(newsletter.whole(Lens.ITEMS).entries()).allSatisfy(entry -> {
        assertThat(entry.categories()).isEmpty();
        assertThat(entry.source().sections()).isEmpty();
      });
      assertThat(newsletter.section("tools", Lens.ITEMS).entries()).isEmpty();
    }
  }

  @Nested
  final class Selection {
    @BeforeEach
    void givenOneIssue() {
      newsletter.given("139.md", Newsletter.ISSUE_139);
    }

    @Test
    void ofTheWholeLeavesSponsoredOut() {
      assertThat(newsletter.whole(Lens.ITEMS).entries())
          .extracting(Entry::title)
          .containsExactly(
              "A chapter on monitoring", "Restic makes backups", "Htop shows processes");
    }

    @Test
    void ofSponsoredSectionHasThemWhenAskedForByName() {
      assertThat(newsletter.section("sponsor", Lens.ITEMS).entries())
          .extracting(Entry::title)
          .containsExactly("Thornbeck rents machines");
    }

    @Test
    void ofOneSectionIsWithoutTheSponsorsRepetition() {
      assertThat(newsletter.section("tools", Lens.ITEMS).entries())
          .extracting(Entry::title)
          .containsExactly("Restic makes backups", "Htop shows processes");
    }

    @Test
    void ofOneSectionJoinsAllHeadingsThatMeanIt() {
      newsletter.given("139.md", """
              ---
              title: One
              date: 2026-01-04
              ---

              ## Tools

              Restic. [Read](https://restic.example.org/)

              ## News

              Release. [Read](https://release.example.org/)

              ## TOOLING

              Htop. [Read](https://htop.example.org/)
              """);

      assertThat(newsletter.section("tools", Lens.ITEMS).entries())
          .extracting(entry -> entry.related().orElseThrow().getHost())
          .containsExactly("restic.example.org", "htop.example.org");
    }
  }

  @Nested
  final class Identity {
    @BeforeEach
    void givenOneIssue() {
      newsletter.given("139.md", Newsletter.ISSUE_139);
    }

    @Test
    void isTheSameInEveryFeed() {
      List<Entry> ofSection = newsletter.section("tools", Lens.ITEMS).entries();

      assertThat(newsletter.whole(Lens.ITEMS).entries()).containsAll(ofSection);
      assertThat(ofSection)
          .allMatch(entry -> entry.id().toString().startsWith("tag:example.org,2010:139/tools/"))
          .extracting(Entry::id)
          .doesNotHaveDuplicates();
    }

    @Test
    void staysWhenAnItemIsPutBeforeAndTheTextIsEdited() {
      List<URI> before = ids(newsletter.section("tools", Lens.ITEMS));
      newsletter.given(
          "139.md",
          Newsletter.ISSUE_139
              .replace("Tools\n=====\n", "Tools\n=====\n\nJq. [Read](https://jq.example.org/)\n")
              .replace("Restic makes backups", "Restic, once more, makes backups")
              .replace("RUNBOOK WEEKLY", "Runbook Weekly"));

      List<URI> after = ids(newsletter.section("tools", Lens.ITEMS));

      assertThat(after).hasSize(3).endsWith(before.toArray(URI[]::new));
    }

    @Test
    void doesNotComeFromTheBaseUrl() {
      FeedDocument secure = document("https://news.example.org/");
      FeedDocument moved = document("http://localhost:8080/weekly/");

      assertThat(ids(moved)).isEqualTo(ids(secure)).isNotEmpty();
    }

    private FeedDocument document(String base) {
      return new FeedAssembler(newsletter.publication(base), FeedRules.DEFAULT)
          .find(FeedScope.whole(), Lens.ITEMS)
          .orElseThrow();
    }

    private List<URI> ids(FeedDocument document) {
      return document.entries().stream().map(Entry::id).toList();
    }
  }

  @Nested
  final class Dates {
    @Test
    void areTheIssuesMinusThePositionInSeconds() {
      newsletter.given("139.md", Newsletter.ISSUE_139);

      assertThat(newsletter.whole(Lens.ITEMS).entries())
          .extracting(Entry::title, Entry::published)
          .containsExactly(
              tuple("A chapter on monitoring", Instant.parse("2026-01-04T09:59:59Z")),
              tuple("Restic makes backups", Instant.parse("2026-01-04T09:59:58Z")),
              tuple("Htop shows processes", Instant.parse("2026-01-04T09:59:57Z")));
    }

    @Test
    void areTheSameInEveryFeed() {
      newsletter.given("139.md", Newsletter.ISSUE_139);

      assertThat(newsletter.section("tools", Lens.ITEMS).entries())
          .extracting(Entry::published)
          .containsExactly(
              Instant.parse("2026-01-04T09:59:58Z"), Instant.parse("2026-01-04T09:59:57Z"));
    }

    @Test
    void ofChangeFollowTheIssuesInTheSameWay() {
      newsletter.given(
          "139.md", Newsletter.ISSUE_139.replace("date:", "updated: 2026-01-06T00:00:00Z\ndate:"));

      assertThat(newsletter.section("tools", Lens.ITEMS).entries())
          .extracting(Entry::updated)
          .containsExactly(
              Instant.parse("2026-01-05T23:59:58Z"), Instant.parse("2026-01-05T23:59:57Z"));
    }

    @Test
    void neverRiseFromEntryToEntryThoughIssuesOverlap() {
      newsletter
          .givenTools("a", "2026-01-04T10:00:02Z", "a1", "a2", "a3", "a4")
          .givenTools("b", "2026-01-04T10:00:00Z", "b1", "b2", "b3", "b4");

      assertThat(newsletter.whole(Lens.ITEMS).entries())
          .extracting(Entry::published)
          .hasSize(8)
          .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void fallStrictlyWithinEachOfTwoIssuesOfOneMoment() {
      newsletter
          .givenTools("a", "2026-01-04T10:00:00Z", "a1", "a2", "a3")
          .givenTools("b", "2026-01-04T10:00:00Z", "b1", "b2", "b3");

      List<Entry> entries = newsletter.whole(Lens.ITEMS).entries();

      assertThat(entries)
          .extracting(Entry::published)
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(ofIssue(entries, "a")).containsExactly("a1", "a2", "a3");
      assertThat(ofIssue(entries, "b")).containsExactly("b1", "b2", "b3");
      assertThat(datesOf(entries, "a")).doesNotHaveDuplicates();
      assertThat(datesOf(entries, "b")).doesNotHaveDuplicates();
    }

    private List<String> ofIssue(List<Entry> entries, String slug) {
      return entries.stream()
          .filter(entry -> entry.permalink().getPath().endsWith("/" + slug))
          .map(entry -> entry.title().substring(0, 2))
          .toList();
    }

    private List<Instant> datesOf(List<Entry> entries, String slug) {
      return entries.stream()
          .filter(entry -> entry.permalink().getPath().endsWith("/" + slug))
          .map(Entry::published)
          .toList();
    }
  }

  @Nested
  final class Content {
    @Test
    void endsWithLinkToItsPlaceInTheNumberedIssue() {
      newsletter.given("139.md", Newsletter.ISSUE_139);

      Entry entry = newsletter.section("tools", Lens.ITEMS).entries().get(0);

      assertThat(entry.permalink().toString()).startsWith("https://news.example.org/issues/139#i-");
      assertThat(entry.content().markup())
          .contains("Restic makes backups.")
          .endsWith("<p>from <a href=\"" + entry.permalink() + "\">issue 139</a></p>\n");
    }

    @Test
    void endsWithTitleOfIssueThatHasNoNumber() {
      newsletter.given(
          "hello.md",
          "---\ntitle: Q & A\ndate: 2026-01-04\n---\n\n## Tools\n\nJq. [Read](https://jq.example.org/)\n");

      Entry entry = newsletter.section("tools", Lens.ITEMS).entries().get(0);

      assertThat(entry.content().markup())
          .endsWith("<p>from <a href=\"" + entry.permalink() + "\">Q &amp; A</a></p>\n");
    }

    @Test
    void isSummarisedWithoutTheLinkToTheIssue() {
      newsletter.given("139.md", Newsletter.ISSUE_139);

      assertThat(newsletter.section("tools", Lens.ITEMS).entries().get(0).summary())
          .isEqualTo("Restic makes backups.");
    }
  }

  @Nested
  final class Attributes {
    @Test
    void nameTheExternalPage() {
      newsletter.given("139.md", Newsletter.ISSUE_139);

      assertThat(newsletter.section("tools", Lens.ITEMS).entries())
          .extracting(Entry::related)
          .containsExactly(
              Optional.of(URI.create("https://restic.example.org/")),
              Optional.of(URI.create("https://htop.example.org/")));
    }

    @Test
    void nameNoExternalPageWhereThereIsNone() {
      newsletter.given(
          "1.md", "---\ntitle: One\ndate: 2026-01-04\n---\n\n## Tools\n\nOnly words today.\n");

      Entry entry = newsletter.section("tools", Lens.ITEMS).entries().get(0);

      assertThat(entry.title()).isEqualTo("Only words today");
      assertThat(entry.related()).isEmpty();
    }

    @Test
    void comeFromSectionAndFrontMatter() {
      newsletter.given("1.md", """
              ---
              title: One
              date: 2026-01-04
              authors: [Mara, Ida]
              language: de
              tags: ops
              ---

              ## Sponsored

              Thornbeck. [Rent](https://thornbeck.example.com/)
              """);

      Entry entry = newsletter.section("sponsor", Lens.ITEMS).entries().get(0);

      assertThat(entry.authors()).containsExactly(Author.of("Mara"), Author.of("Ida"));
      assertThat(entry.language()).contains("de");
      assertThat(entry.categories())
          .containsExactly(
              new Entry.Category(
                  "sponsor",
                  "Sponsor",
                  Optional.of(URI.create("https://news.example.org/sections/"))),
              new Entry.Category(
                  "sponsored", "Sponsored", Optional.of(URI.create("tag:example.org,2010:/kinds"))),
              new Entry.Category("ops", "ops", Optional.empty()));
    }
  }

  @Test
  void haveTheirFootnotes() {
    newsletter.given("1.md", """
        ---
        title: One
        date: 2026-01-04
        ---

        ## Tools

        Restic.[^a] <https://restic.example.org/>

        Htop. <https://htop.example.org/>

        [^a]: It makes backups.
        """);

    assertThat(newsletter.section("tools", Lens.ITEMS).entries())
        .extracting(entry -> entry.content().text())
        .containsExactly(
            "Restic.1 https://restic.example.org/ It makes backups. ↩ from issue 1",
            "Htop. https://htop.example.org/ from issue 1");
    assertThat(newsletter.section("tools", Lens.ISSUES).entries())
        .extracting(entry -> entry.content().text())
        .singleElement()
        .asString()
        .endsWith("Htop. https://htop.example.org/ It makes backups. ↩");
  }
}
