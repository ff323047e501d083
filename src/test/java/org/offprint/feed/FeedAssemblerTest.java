package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.offprint.publication.SectionKey;

final class FeedAssemblerTest {
  @TempDir
  private Path folder = Path.of("");

  private Newsletter newsletter = new Newsletter(folder);

  @BeforeEach
  void openFolder() {
    newsletter = new Newsletter(folder);
  }

  @Nested
  final class Masthead {
    @BeforeEach
    void givenOneIssue() {
      newsletter.given("139.md", Newsletter.ISSUE_139);
    }

    @Test
    void namesTheSectionInTheTitle() {
      assertThat(newsletter.whole(Lens.ISSUES).title()).isEqualTo("Runbook Weekly");
      assertThat(newsletter.section("tools", Lens.ISSUES).title())
          .isEqualTo("Tools · Runbook Weekly");
    }

    @Test
    void namesTheLensOfItemsInTheTitle() {
      assertThat(newsletter.whole(Lens.ITEMS).title()).isEqualTo("Runbook Weekly (items)");
      assertThat(newsletter.section("tools", Lens.ITEMS).title())
          .isEqualTo("Tools (items) · Runbook Weekly");
    }

    @Test
    void leadsToThePageOfTheFeed() {
      assertThat(newsletter.whole(Lens.ITEMS).page()).hasToString("https://news.example.org/");
      assertThat(newsletter.section("tools", Lens.ITEMS).page())
          .hasToString("https://news.example.org/sections/tools");
    }

    @Test
    void hasPermanentIdForEachFeed() {
      assertThat(newsletter.whole(Lens.ISSUES).id()).hasToString("tag:example.org,2010:/feed");
      assertThat(newsletter.whole(Lens.ITEMS).id()).hasToString("tag:example.org,2010:/feed/items");
      assertThat(newsletter.section("tools", Lens.ISSUES).id())
          .hasToString("tag:example.org,2010:/sections/tools");
      assertThat(newsletter.section("tools", Lens.ITEMS).id())
          .hasToString("tag:example.org,2010:/sections/tools/items");
    }

    @ParameterizedTest
    @CsvSource({
      "https://news.example.org/, https://news.example.org/sections/tools/items.rss",
      "https://example.org/a/b/, https://example.org/a/b/sections/tools/items.rss"
    })
    void knowsItsOwnAddress(String base, String self) {
      FeedDocument document = new FeedAssembler(newsletter.publication(base), FeedRules.DEFAULT)
          .find(FeedScope.of(new SectionKey("tools")), Lens.ITEMS)
          .orElseThrow();

      assertThat(document.self(FeedFormat.RSS)).hasToString(self);
    }

    @Test
    void carriesDescription() {
      assertThat(newsletter.section("tools", Lens.ISSUES).description())
          .isEqualTo("About running systems.");
    }
  }

  @Nested
  final class Updated {
    @ParameterizedTest
    @EnumSource
    void is1970WithoutEntries(Lens lens) {
      FeedDocument document = newsletter.whole(lens);

      assertThat(document.entries()).isEmpty();
      assertThat(document.updated()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void isTheLatestOfTheEntriesThoughAnOlderOneChangedLater() {
      newsletter.given("1.md", """
              ---
              title: Issue 1
              date: 2026-01-04
              updated: 2026-03-01T12:00:00Z
              ---
              """).given("2.md", "---\ntitle: Issue 2\ndate: 2026-01-11\n---\n");

      assertThat(newsletter.whole(Lens.ISSUES).updated())
          .isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void isThatOfItsOwnEntriesOnly() {
      newsletter
          .givenTools("1", "2026-01-04T10:00:00Z", "restic")
          .given("2.md", "---\ntitle: Issue 2\ndate: 2026-01-11\n---\n");

      assertThat(newsletter.section("tools", Lens.ISSUES).updated())
          .isEqualTo(Instant.parse("2026-01-04T10:00:00Z"));
    }
  }

  @Nested
  final class Section {
    @Test
    void thatNobodyKnowsHasNoFeed() {
      newsletter.given("139.md", Newsletter.ISSUE_139);

      assertThat(newsletter.find("gadgets", Lens.ISSUES)).isEqualTo(Optional.empty());
      assertThat(newsletter.find("gadgets", Lens.ITEMS)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void ofTheVocabularyWithoutAnyIssueHasAnEmptyFeed(Lens lens) {
      newsletter.given("139.md", Newsletter.ISSUE_139);

      assertThat(newsletter.section("jobs", lens).entries()).isEmpty();
    }

    @Test
    void withHeadingOfItsOwnHasFeed() {
      newsletter.given(
          "1.md",
          "---\ntitle: One\ndate: 2026-01-04\n---\n\n## Open Source\n\nA [thing](https://a.example.org/).\n");

      FeedDocument document = newsletter.section("open-source", Lens.ISSUES);

      assertThat(document.title()).isEqualTo("Open Source · Runbook Weekly");
      assertThat(document.entries()).extracting(Entry::title).containsExactly("One: Open Source");
    }

    @Test
    void keepsTheWritingOfItsNameInTheTitle() {
      newsletter.given(
          "1.md",
          "---\ntitle: One\ndate: 2026-01-04\n---\n\n## iOS\n\nA [thing](https://a.example.org/).\n");

      assertThat(newsletter.section("ios", Lens.ISSUES).title()).isEqualTo("iOS · Runbook Weekly");
    }

    @Test
    void keepsAHeadingThatHasALink() {
      newsletter.given(
          "1.md",
          "---\ntitle: One\ndate: 2026-01-04\n---\n\n## [Tools](https://t.org/)\n\nA [saw](https://a.org/).\n");

      assertThat(newsletter.section("tools", Lens.ISSUES).entries())
          .extracting(entry -> entry.content().text())
          .containsExactly("Tools A saw.");
    }

    @Test
    void omitsOneHeadingThatSaysItsName() {
      newsletter
          .given(
              "1.md",
              "---\ntitle: One\ndate: 2026-01-04\n---\n\n## Tools\n\nA [saw](https://a.org/).\n")
          .given(
              "2.md",
              "---\ntitle: Two\ndate: 2026-01-11\n---\n\n## Tools\n\nA [file](https://b.org/).\n\n## Tools\n\nAn [axe](https://c.org/).\n");

      assertThat(newsletter.section("tools", Lens.ISSUES).entries())
          .extracting(entry -> entry.content().text())
          .containsExactly("Tools A file. Tools An axe.", "A saw.");
    }

    @Test
    void selectsOnlyIssuesThatHaveIt() {
      newsletter
          .given("1.md", "---\ntitle: One\ndate: 2026-01-04\n---\n\nNo tools today.\n")
          .givenTools("2", "2026-01-11", "restic");

      assertThat(newsletter.section("tools", Lens.ISSUES).entries())
          .extracting(Entry::title)
          .containsExactly("Issue 2: Tools");
    }
  }

  @Test
  void listsTheWholeThenEachSectionThenAllWithoutSponsors() {
    newsletter.given("139.md", Newsletter.ISSUE_139);

    assertThat(new FeedAssembler(newsletter.publication(), FeedRules.DEFAULT).directory())
        .flatExtracting(FeedListing.FeedGroup::feeds)
        .extracting(feed -> feed.path(FeedFormat.ATOM))
        .containsExactly(
            "/feed.atom",
            "/feed/items.atom",
            "/sections/sponsor.atom",
            "/sections/sponsor/items.atom",
            "/sections/news.atom",
            "/sections/news/items.atom",
            "/sections/jobs.atom",
            "/sections/jobs/items.atom",
            "/sections/tools.atom",
            "/sections/tools/items.atom",
            "/except/sponsor.atom");
  }
}
