package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;
import org.offprint.issue.ReadingCache;

/** Links from one issue's file to another's lead to the page of that issue. */
final class IssueLinksTest {
  private static final String PAGES = "https://news.example.org/issues/";

  @TempDir
  private Path root = Path.of("");

  private FollowedFolder folder = new FollowedFolder(root);

  @BeforeEach
  void follow() {
    folder = new FollowedFolder(root);
  }

  private void given(String file, String yaml, String body) {
    folder.given(file, "---\ntitle: %s\n%s\n---\n\n## News\n\n- %s\n".formatted(file, yaml, body));
  }

  private void givenLink(String file, String target) {
    given(file, "date: 2026-01-11", "[Last week](" + target + ")");
  }

  private void givenTarget(String file, String yaml) {
    given(
        file,
        "date: 2026-01-04\n" + yaml,
        "[A](https://a.example.org/) <a id=\"id\"></a> <a id=\"tools\"></a>");
  }

  private static List<String> linksOf(Publication publication, String slug) {
    return Jsoup.parseBodyFragment(
            publication.findIssue(slug).orElseThrow().issue().content().markup())
        .select("a[href]")
        .eachAttr("href");
  }

  private static List<String> warnings(Publication publication) {
    return publication.problems().stream()
        .filter(problem -> problem.kind() == Problem.Kind.LINK)
        .map(Problem::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // The file of the target, the file with the link, the link, and what is behind the page.
        "2026-01-04-12.md, new.md, 2026-01-04-12.md,",
        "2026-01-04-12.md, new.md, ./2026-01-04-12.md, ``",
        "2026-01-04-12.md, new.md, 2026-01-04-12.md#tools, #tools",
        "2026-01-04-12.md, new.md, ./2026-01-04-12.md?y, ?y",
        "2026-01-04-12.md, new.md, 2026-01-04-12, ``",
        "2026-01-04-12.md, new.md, 2026-01-04-12.html, ``",
        "2026-01-04-12.markdown, new.md, 2026-01-04-12.md, ``",
        "2026/b c.md, 2026/new.md, b%20c.md, ``",
        "2026/b c.md, 2026/new.md, <b c.md>, ``",
        "2026/bücher.md, 2026/new.md, b%C3%BCcher.md, ``",
        "2026-01-04-12/index.md, new/index.md, ../2026-01-04-12/index.md#id, #id",
        "2026-01-04-12/index.md, new/index.md, ../2026-01-04-12/, ``",
        "2026-01-04-12/README.md, new/README.md, ../2026-01-04-12, ``",
        "2026-01-04-12/index.md, new/index.md, 2026-01-04-12.md, ``",
        "twelve/index.md, new/index.md, ../twelve/, ``",
        "twelve/index.md, new/index.md, {filename}/twelve/index.md, ``",
        "posts/twelve.md, new.md, {filename}/posts/twelve.md, ``",
        "posts/twelve.md, posts/new.md, {filename}twelve.md, ``",
        "posts/twelve.md, posts/new.md, |filename|twelve.md, ``",
        "posts/twelve.md, new.md, /content/posts/twelve.md, ``",
        "posts/twelve.md, new.md, @/posts/twelve.md#id, #id",
        "2026-01-04-12.md, posts/new.md, {% post_url 2026-01-04-12 %}, ``",
        "2026-01-04-12.md, new.md, {% link _posts/2026-01-04-12.md %}#id, #id",
        "posts/twelve.md, new.md, `{{< relref \"twelve.md#id\" >}}`, #id",
        "posts/twelve.md, new.md, `{{< ref \"/posts/twelve\" >}}`, ``",
      })
  void aLinkToAFileLeadsToThePageOfItsIssue(
      String target, String file, String link, String behind) {
    givenTarget(target, "slug: other");
    given(file, "slug: new\ndate: 2026-01-11", "[Last week](" + link + ")");
    Publication publication = folder.load();

    assertThat(linksOf(publication, "new"))
        .containsExactly(PAGES + "other" + Optional.ofNullable(behind).orElse(""));
    assertThat(warnings(publication)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // The file of the target, its front matter, and the link.
    "posts/2026-01-04-knots.md, a: b, /2026/01/04/knots.html",
    "posts/2026-01-04-knots.md, slug: other, /2026/01/knots/",
    "posts/2026-01-04-knots.md, a: b, /blog/2026/1/4/knots",
    "content/news/knots/index.md, slug: other, /news/knots/#id",
    "content/news/knots/index.md, slug: ropes, /news/2026/ropes/",
    "content/news/first.md, a: b, /2026/the-knots/",
    "src/letters/2026-01-04-knots.md, a: b, ../knots/",
    "news/12.md, a: b, /news/12/",
    "2026/01/04.md, a: b, /2026/01/04/",
    "2026-01-04-knots.md, a: b, https://news.example.org/knots/",
    "first.md, aliases: /old/x.html, /old/x.html",
    "first.md, permalink: /12/, /12/",
  })
  void aLinkToAnAddressOfAnotherGeneratorLeadsToThePageOfItsIssue(
      String target, String yaml, String link) {
    folder.given(
        target, "---\ntitle: The knots\ndate: 2026-01-04\n" + yaml + "\n---\n\n## Id\n\nText.\n");
    given("posts/new.md", "slug: new\ndate: 2026-01-11", "[Last week](" + link + ")");
    Publication publication = folder.load();
    String slug = publication.issues().get(1).issue().slug();

    assertThat(linksOf(publication, "new"))
        .containsExactly(PAGES + slug + link.replaceFirst("^[^#]*", ""));
    assertThat(warnings(publication)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/2026/01/05/knots.html", "/weekly/", "/12/", "/issue/12/", "/about/"})
  void anAddressThatFitsNoneOrSeveralIssuesIsNoLink(String link) {
    givenTarget("2026-01-04-knots.md", "");
    givenTarget("2025/12.md", "");
    givenTarget("a/weekly.md", "slug: one");
    givenTarget("b/weekly.md", "slug: two");
    givenLink("new.md", link);

    assertThat(linksOf(folder.load(), "new")).isEmpty();
  }

  @Test
  void anAddressOfAPageIsLeftAlone() {
    givenTarget("2026-01-04-knots.md", "");
    givenLink("new.md", "/archive/knots");

    assertThat(linksOf(folder.load(), "new"))
        .containsExactly("https://news.example.org/archive/knots");
  }

  @Test
  void anAddressFollowsItsIssue() {
    givenTarget("knots.md", "aliases: /old/");
    givenLink("new.md", "/old/");
    folder.load();
    givenTarget("knots.md", "aliases: /older/");
    Publication without = folder.load();
    givenTarget("ropes.md", "aliases: /old/");
    Publication other = folder.load();

    assertThat(linksOf(without, "new")).isEmpty();
    assertThat(warnings(without)).hasSize(1);
    assertThat(linksOf(other, "new")).containsExactly(PAGES + "ropes");
  }

  @Test
  void itemsHaveTheSameLink() {
    givenTarget("2026-01-04-12.md", "slug: other");
    givenLink("new.md", "2026-01-04-12.md");

    assertThat(folder
            .load()
            .findIssue("new")
            .orElseThrow()
            .sections()
            .get(0)
            .items()
            .get(0)
            .addresses())
        .containsExactly(PAGES + "other");
  }

  @Test
  void aNameInCodeIsNoLink() {
    given("new.md", "date: 2026-01-11", "`[a](gone.md)` <https://a.example.org/a.md>");

    assertThat(warnings(folder.load())).isEmpty();
  }

  @Test
  void twoIssuesMayLinkToEachOther() {
    given("a.md", "slug: one\ndate: 2026-01-11", "[B](b.md)");
    given("b.md", "slug: two\ndate: 2026-01-04", "[A](a.md), [B](b.md#i)");
    Publication publication = folder.load();

    assertThat(linksOf(publication, "one")).containsExactly(PAGES + "two");
    assertThat(linksOf(publication, "two")).containsExactly(PAGES + "one", PAGES + "two#i");
  }

  @Test
  void ofZolaThatLeadNowhereAreWarnings() {
    givenLink("new.md", "@/showcase/knots/index.md");

    assertThat(warnings(folder.load())).singleElement().asString().contains("@/showcase/knots");
  }

  @Nested
  final class Change {
    @Test
    void ofASlugMovesTheLinks() {
      givenTarget("12.md", "slug: one");
      givenLink("new.md", "12.md");
      folder.load();
      givenTarget("12.md", "slug: two");

      assertThat(linksOf(folder.load(), "new")).containsExactly(PAGES + "two");
    }

    @Test
    void ofOneIssueReadsNoOther() {
      givenTarget("12.md", "slug: one");
      givenLink("new.md", "12.md");
      folder.load();
      givenTarget("12.md", "slug: one\ntags: a");

      assertThat(folder.load().filesRead()).isEqualTo(1);
    }

    @Test
    void ofTheLinkFollowsIt() {
      givenTarget("12.md", "slug: one");
      givenTarget("13.md", "slug: two");
      givenLink("new.md", "12.md");
      folder.load();
      givenLink("new.md", "13.md");

      assertThat(linksOf(folder.load(), "new")).containsExactly(PAGES + "two");
    }

    @Test
    void byATargetThatComesLater() {
      givenLink("new.md", "12.md");
      Publication before = folder.load();
      givenTarget("12.md", "slug: one");
      Publication after = folder.load();

      assertThat(linksOf(before, "new")).isEmpty();
      assertThat(warnings(before)).hasSize(1);
      assertThat(linksOf(after, "new")).containsExactly(PAGES + "one");
      assertThat(warnings(after)).isEmpty();
    }

    @Test
    void byATargetThatGoes() {
      givenTarget("12.md", "slug: one");
      givenLink("new.md", "12.md");
      folder.load();
      folder.remove("12.md").afterASecond();

      assertThat(linksOf(folder.load(), "new")).isEmpty();
      assertThat(warnings(folder.load()))
          .containsExactly(
              "new.md:8: warning: \"12.md\" leads nowhere, as it is no issue and no file that readers get, so it is no link; put the file there, or write its whole address");
    }
  }

  @Test
  void theNextRunNeedNotReadAgain() throws IOException {
    Path data = Files.createDirectories(root.resolve(".data"));
    givenTarget("12.md", "slug: one");
    givenLink("new.md", "12.md");
    for (int run = 0; run < 2; run++) {
      ReadingCache cache = ReadingCache.open(data, "1", fault -> {});
      Publication publication = new PublicationLoader(root, Optional.of(cache))
          .load(Folder.scan(root), SampleIssues.rules(), FollowedFolder.NOW);
      cache.tidy();

      assertThat(linksOf(publication, "new")).containsExactly(PAGES + "one");
      assertThat(data.resolve("readings")).isDirectoryContaining("glob:**.reading");
    }
    givenTarget("12.md", "slug: two");
    Publication changed = new PublicationLoader(
            root, Optional.of(ReadingCache.open(data, "1", fault -> {})))
        .load(Folder.scan(root), SampleIssues.rules(), FollowedFolder.NOW);

    assertThat(linksOf(changed, "new")).containsExactly(PAGES + "two");
  }

  @Nested
  final class Warning {
    @ParameterizedTest
    @CsvSource({
      "gone.md",
      "../gone/index.md#id",
      "gone",
      "example.org/a",
      "2025-12-28-gone.html",
      "../../gone/"
    })
    void namesTheLineOfALinkThatLeadsNowhere(String link) {
      givenLink("new.md", link);

      assertThat(warnings(folder.load()))
          .containsExactly(
              "new.md:8: warning: \"" + link
                  + "\" leads nowhere, as it is no issue and no file that readers get, so it is no link; put the file there, or write its whole address");
    }

    @ParameterizedTest
    @CsvSource({
      "old",
      "../sections/news",
      "../archive",
      "?gone",
      "new",
      "other",
      "//example.org/a",
      "www.example.org/a",
      "mailto:a@example.org",
      "{{ unknown }}"
    })
    void isLeftToLinksThatMayLeadSomewhere(String link) {
      givenTarget("12.md", "slug: other\naliases: /issues/old");
      givenLink("new.md", link);

      assertThat(warnings(folder.load())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#news, 0", "#News, 0", "#id, 0", "#, 0", "#gone, 1"})
    void saysThatAPageLacksThePlace(String place, int warnings) {
      givenTarget("12.md", "slug: one");
      givenLink("new.md", "12.md" + place);

      assertThat(warnings(folder.load()))
          .hasSize(warnings)
          .allSatisfy(
              warning -> assertThat(warning)
                  .isEqualTo(
                      "new.md:8: warning: \"12.md#gone\" leads to the top of 12.md, as no heading of it has that name"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/tags/kubernetes",
          "/authors/mara.atom",
          "/languages/de/items.rss",
          "/opensearch.xml",
          "/llms.txt",
          "/robots.txt",
          "/sections/tools",
          "/feeds/all.opml"
        })
    void isNoneForPagesAndFeedsOfTheSite(String path) {
      givenLink("new.md", path);
      Publication publication = folder.load();

      assertThat(warnings(publication)).isEmpty();
      assertThat(linksOf(publication, "new")).containsExactly("https://news.example.org" + path);
    }

    @Test
    void saysThatAPathFromTheRootLeadsNowhere() {
      givenLink("new.md", "/about/");

      assertThat(warnings(folder.load()))
          .containsExactly(
              "new.md:8: warning: \"/about/\" leads nowhere, as the newsletter has no such page, so it is no link; write its whole address, or name its site in \"media\"");
    }

    @Test
    void staysWhenAnotherLinkOfTheFileFindsItsIssue() {
      givenTarget("12.md", "slug: one");
      given("new.md", "date: 2026-01-11", "[A](12.md), [B](gone.md)");

      assertThat(warnings(folder.load())).singleElement().asString().contains("\"gone.md\"");
    }

    @Test
    void saysThatATargetIsHeldBack() {
      givenTarget("12.md", "slug: secret\ndraft: true");
      givenLink("new.md", "12.md");
      Publication publication = folder.load();

      assertThat(linksOf(publication, "new")).isEmpty();
      assertThat(warnings(publication))
          .containsExactly(
              "new.md:8: warning: \"12.md\" leads to an issue that is not published yet, so it is no link until then");
    }

    @Test
    void saysThatATargetIsACopy() {
      givenTarget("12.md", "");
      givenTarget("12 - Copy.md", "");
      givenLink("new.md", "12%20-%20Copy.md");
      Publication publication = folder.load();

      assertThat(linksOf(publication, "new")).isEmpty();
      assertThat(warnings(publication))
          .anyMatch(warning -> warning.contains("\"12%20-%20Copy.md\" leads to an issue"));
    }

    @Test
    void endsWhenTheTargetIsDue() {
      givenTarget("12.md", "publishDate: 2026-03-01");
      givenLink("new.md", "12.md");
      folder.load();

      Publication due = folder.load(Instant.parse("2026-03-02T00:00:00Z"));
      assertThat(warnings(due)).isEmpty();
      assertThat(linksOf(due, "new")).containsExactly(PAGES + "12");
    }
  }
}
