package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.site.FamilySite.found;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedWindow;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestPublications;

/** The feeds that can be had before all is read are those that are had afterwards. */
final class NewestFeedsTest {
  private static final Masthead MASTHEAD =
      TestPublications.masthead("Newsletter", "https://news.example.org/letters/");

  private static final List<String> FEEDS = List.of("/feed.atom", "/feed.rss", "/feed.json");

  @TempDir
  private Path folder = Path.of("");

  private FeedRules rules = FeedRules.DEFAULT;

  private Site site(Publication publication, Optional<Site> previous) {
    return new Site(publication, rules, Site.DEFAULT_MOST_BYTES, previous);
  }

  private NewestFeeds early() {
    return new NewestFeeds(site(
        TestPublications.readNewest(folder, MASTHEAD, rules.window().issues()).orElseThrow(),
        Optional.empty()));
  }

  private Site whole(Optional<Site> previous) {
    return site(TestPublications.read(folder, MASTHEAD), previous);
  }

  private void assertLikeTheWhole() {
    NewestFeeds early = early();
    Site whole = whole(Optional.empty());
    assertThat(FEEDS).allSatisfy(path -> {
      Representation feed = early.find(path).orElseThrow();
      assertThat(feed.body()).isEqualTo(found(whole, path).body());
      assertThat(feed.tag()).isEqualTo(found(whole, path).tag());
      assertThat(feed.lastModified()).isEqualTo(found(whole, path).lastModified());
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areThoseOfTheWholeSite(long seed) {
    new RandomNewsletter(folder, seed).given(120);

    assertLikeTheWhole();
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "20, 2000", "7, 500000", "1, 500000"})
  void areThoseOfTheWholeSiteWithAnyWindow(int issues, int bytes) {
    new RandomNewsletter(folder, 10).given(120);
    rules = new FeedRules(
        new FeedWindow(issues, 100, bytes), List.of(), FeedRules.ItemLink.PERMALINK, true);

    assertLikeTheWhole();
  }

  @Test
  void areThoseOfTheWholeSiteWhateverElseLiesInTheFolder() {
    new RandomNewsletter(folder, 4).given(130);
    new IssueFiles(folder)
        .given("README.md", "No issue.")
        .given("broken.md", "---\ntitle: \"Broken\ndate: 2025-12-30\n---\n")
        .given("undated.md", "---\ntitle: Undated\n---\n")
        .given("latin.md", new byte[] {'-', '-', '-', '\n', (byte) 0xE9})
        .given("draft.md", "---\ntitle: Draft\ndate: 2025-12-29\ndraft: true\n---\n\nText.\n")
        .given("updated.md", "---\ntitle: U\ndate: 2025-12-28\nupdated: 2026-03-01\n---\n\nText.\n")
        .given(
            "twin.md", "---\ntitle: T\ndate: 2025-12-27\nid: https://example.org/1\n---\n\nText.\n")
        .given(
            "win.md", "---\ntitle: W\ndate: 2025-12-26\nid: https://example.org/1\n---\n\nText.\n")
        .given("a/same.md", "---\ntitle: First\ndate: 2001-01-01\n---\n\nText.\n")
        .given("b/same.md", "---\ntitle: Second\ndate: 2025-12-25\n---\n\nText.\n")
        .given("number.md", "---\ntitle: Number \\#12 *now*\ndate: 2025-12-24\n---\n\n# Tools\n")
        .givenIssue("later.md", "Later", "2026-02-01", "Text.");

    assertLikeTheWhole();
  }

  @Nested
  final class OfManyIssues {
    @Test
    void areLeftToTheSiteThatFollows() {
      new RandomNewsletter(folder, 5).given(100);
      NewestFeeds early = early();
      early.prepare();

      assertThat(found(whole(Optional.of(early.source())), "/feed.atom"))
          .isSameAs(early.find("/feed.atom").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/feeds",
          "/feed/items.atom",
          "/sections/tools.atom",
          "/feed/archive/1.atom",
          "/status"
        })
    void nothingElseIsServed(String path) {
      new RandomNewsletter(folder, 6).given(100);

      assertThat(early().find(path)).isEmpty();
    }

    @Test
    void standWhereTheSiteHasThem() {
      new RandomNewsletter(folder, 7).given(100);
      NewestFeeds early = early();
      ByteBuffer atom = early.find("/feed.atom").orElseThrow().body();

      assertThat(early.find("/letters/feed.atom").orElseThrow().body()).isEqualTo(atom);
      assertThat(early.find("/feed.xml").orElseThrow().body()).isEqualTo(atom);
      assertThat(StandardCharsets.UTF_8.decode(atom).toString()).contains("Issue 99<");
    }

    @Test
    void areReadyWhenTheyArePrepared() {
      new RandomNewsletter(folder, 8).given(100);
      NewestFeeds early = early();
      assertThat(early.findReady("/feed.atom")).isEmpty();

      early.prepare();

      assertThat(FEEDS).allSatisfy(path -> assertThat(early.findReady(path)).isPresent());
      assertThat(early.findReady("/")).isEmpty();
    }
  }
}
