package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.site.FamilySite.found;
import static org.offprint.site.FamilySite.text;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.issue.Author;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Whatever was served before: the same issues give the same feeds. */
final class RenderedFeedsTest {
  private static final Masthead PLAIN =
      TestPublications.masthead("Newsletter", "https://news.example.org/");

  @TempDir
  private Path folder = Path.of("");

  private Site site(Masthead masthead, Optional<Site> previous) {
    Publication publication = TestPublications.read(folder, masthead);
    return TestSites.of(publication, previous);
  }

  private static List<String> feeds(Site site) {
    return site.paths().stream()
        .filter(path -> path.endsWith(".atom") || path.endsWith(".rss") || path.endsWith(".json"))
        .toList();
  }

  /** Everything is asked for, so that the next site has it to go by. */
  private Site assertLikeNew(Masthead masthead, Optional<Site> previous) {
    Site next = site(masthead, previous);
    Site fresh = site(masthead, Optional.empty());
    assertThat(feeds(next)).isEqualTo(feeds(fresh)).hasSizeGreaterThan(10).allSatisfy(path -> {
      assertThat(text(found(next, path))).as(path).isEqualTo(text(found(fresh, path)));
      assertThat(found(next, path).tag())
          .as(path)
          .isEqualTo(found(fresh, path).tag())
          .matches("[\\w-]{16}");
    });
    return next;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areThoseOfANewSiteAfterAnyChange(long seed) {
    RandomNewsletter newsletter = new RandomNewsletter(folder, seed).given(24);
    IssueFiles files = new IssueFiles(folder);
    Site site = assertLikeNew(PLAIN, Optional.empty());
    List<Runnable> changes = List.of(
        newsletter::givenNewer,
        () -> files.givenIssue("issue-999990.md", "Edited", "2010-01-20", "## Tools\n\nNothing."),
        () -> files.given("issue-999985.md", """
            ---
            title: In another language
            date: 2010-02-20
            language: fr
            author: Somebody Else
            ---

            ## Tools

            [Restic](https://restic.example.org/)
            """),
        () -> files.remove("issue-999985.md"),
        () -> files.givenIssue("last.md", "Last", "2025-01-20", "## Sponsor\n\nBuy this."),
        () -> files.remove("last.md"));
    for (Runnable change : changes) {
      change.run();
      site = assertLikeNew(PLAIN, Optional.of(site));
    }
  }

  @Test
  void whatIsTakenAwayGivesLaterDateToItsFeedsAlone() {
    IssueFiles files = new IssueFiles(folder)
        .givenIssue("1.md", "One", "2025-01-05", "## Jobs\n\n[J](https://j.example.org/)")
        .givenIssue("2.md", "Two", "2025-01-12", "## Tools\n\n[T](https://t.example.org/)")
        .givenIssue("3.md", "Three", "2025-01-19", "## Tools\n\n[U](https://u.example.org/)");
    Site before = assertLikeNew(PLAIN, Optional.empty());
    files.remove("3.md");
    Site after = assertLikeNew(PLAIN, Optional.of(before));

    assertThat(List.of("/feed.atom", "/feed.rss", "/feed.json", "/sections/tools/items.atom"))
        .allSatisfy(path -> assertThat(date(after, path)).isAfter(date(before, path)));
    assertThat(date(after, "/sections/jobs.atom")).isEqualTo(date(before, "/sections/jobs.atom"));
  }

  @Test
  void settingThatChangesFeedsGivesThemTheDateOfThatMoment() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2025-01-05", "Text.");
    Instant moment = Instant.parse("2026-03-01T10:00:00.250Z");
    SiteHooks hooks = TestSites.hooks((kind, time) -> {}, () -> moment);
    Site before = assertLikeNew(PLAIN, Optional.empty());
    Site after = new Site(
        TestPublications.read(
            folder, TestPublications.masthead("Another name", PLAIN.baseUri().toString())),
        FeedRules.DEFAULT,
        Site.DEFAULT_MOST_BYTES,
        Optional.of(before),
        hooks);

    assertThat(date(before, "/feed.atom")).isBefore(moment);
    assertThat(date(after, "/feed.atom")).isEqualTo("2026-03-01T10:00:01Z");
  }

  private static Instant date(Site site, String path) {
    return found(site, path).lastModified().orElseThrow();
  }

  @Test
  void anotherPictureOfAnEntryGivesOtherBytesAndAnotherTag() {
    givenPictured("https://pictures.example.org/one.png");
    Site before = assertLikeNew(PLAIN, Optional.empty());
    givenPictured("https://pictures.example.org/two.png");
    Site after = assertLikeNew(PLAIN, Optional.of(before));

    assertThat(text(found(before, "/feed.json"))).contains("one.png");
    assertThat(text(found(after, "/feed.json"))).contains("two.png").doesNotContain("one.png");
    assertThat(found(after, "/feed.json").tag())
        .isNotEqualTo(found(before, "/feed.json").tag());
  }

  private void givenPictured(String picture) {
    new IssueFiles(folder).given("1.md", """
        ---
        title: One
        date: 2025-01-05
        image: %s
        ---

        ## Tools

        [Restic](https://restic.example.org/)
        """.formatted(picture));
  }

  @Test
  void feedOfTheSameBytesIsTheSameWithItsPackedForms() {
    IssueFiles files = new IssueFiles(folder)
        .givenIssue("1.md", "One", "2025-01-05", "## Jobs\n\n[J](https://j.example.org/)")
        .givenIssue("2.md", "Two", "2025-01-12", "## Tools\n\n[T](https://t.example.org/)");
    Site before = assertLikeNew(PLAIN, Optional.empty());
    found(before, "/sections/jobs.atom").body(ContentCoding.GZIP);
    files.givenIssue("2.md", "Two", "2025-01-12", "## Tools\n\n[U](https://u.example.org/)");
    Site after = assertLikeNew(PLAIN, Optional.of(before));

    assertThat(found(after, "/sections/jobs.atom"))
        .isSameAs(found(before, "/sections/jobs.atom"))
        .matches(feed -> feed.has(ContentCoding.GZIP));
    assertThat(found(after, "/feed.atom")).isNotSameAs(found(before, "/feed.atom"));
  }

  @Test
  void itemsAreWrittenAnewWhenOthersPublishThem() {
    new RandomNewsletter(folder, 4).given(6);
    Site site = assertLikeNew(PLAIN, Optional.empty());
    Masthead other = new Masthead(
        "Newsletter",
        "",
        PLAIN.baseUri(),
        PLAIN.tag(),
        "en",
        ZoneOffset.UTC,
        List.of(Author.of("A New Editor")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
    new IssueFiles(folder).givenIssue("last.md", "Last", "2025-01-20", "## Tools\n\nWords.");

    Site next = assertLikeNew(other, Optional.of(site));

    assertThat(Stream.of("/feed.rss", "/sections/tools.rss").map(path -> text(found(next, path))))
        .allSatisfy(feed -> assertThat(feed.split("A New Editor", -1).length - 1)
            .isEqualTo(feed.split("<item>", -1).length - 1));
  }
}
