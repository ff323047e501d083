package org.offprint.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedRules;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** A feed is about as large as its window says in every format, whatever its issues consist of. */
final class FeedSizeTest {
  private static final int WINDOW = FeedRules.DEFAULT.window().bytes();
  private static final int HEAD = 5000;
  private static final int MOST_OF_ARCHIVE = 10_000_000;
  private static final int ISSUES = 22;
  private static final int LEVELS = 1200;

  @TempDir
  private Path folder = Path.of("");

  private Site site() {
    return TestSites.of(TestPublications.read(folder));
  }

  private static String body(Site site, String path) {
    Answer answer = site.find(path);
    assertThat(answer).as(path).isInstanceOf(Answer.Found.class);
    return UTF_8.decode(((Answer.Found) answer).representation().body()).toString();
  }

  private static void assertNoneIsLargerThanTheWindow(Site site) {
    for (FeedFormat format : FeedFormat.values()) {
      for (String feed : List.of("/feed.", "/feed/items.")) {
        String path = feed + format.suffix();
        assertThat(body(site, path).getBytes(UTF_8).length).as(path).isLessThan(WINDOW + HEAD);
      }
    }
  }

  private void givenIssues(String body) {
    IssueFiles files = new IssueFiles(folder);
    for (int i = 0; i < ISSUES; i++) {
      files.givenIssue(i + ".md", "Issue " + i, LocalDate.EPOCH.plusDays(i).toString(), body);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Words and words, one after the other. ",
        "<b>x</b><i>y</i>",
        "\"quoted\" \\\\ & * _ [ ",
        "- a\n  - b\n    - c\n      - d\n",
        "> > > > > > > > > quoted\n\n",
        "日本語😀",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
      })
  void feedsOfLongIssuesAreNoLargerThanTheWindow(String piece) {
    givenIssues("## Tools\n\n" + piece.repeat(30_000 / piece.length()));
    assertNoneIsLargerThanTheWindow(site());
  }

  @Test
  void feedsOfManySmallThingsAreNoLargerThanTheWindow() {
    givenIssues("## Tools\n\n"
        + "[x](https://%s.example.org/)\n\n".formatted("long.".repeat(300)).repeat(20));
    assertNoneIsLargerThanTheWindow(site());
  }

  private static void assertArchiveDocumentIsNotTooLarge(Site site, String path) {
    assertThat(body(site, path).getBytes(UTF_8).length)
        .isBetween(MOST_OF_ARCHIVE / 4, MOST_OF_ARCHIVE);
  }

  @Test
  void archiveOfLongIssuesIsDividedByTheirSize() {
    givenIssues("## Tools\n\n" + ("Words and words, ".repeat(200) + "\n\n").repeat(120));
    Site site = site();

    assertArchiveDocumentIsNotTooLarge(site, "/feed/archive/1.rss");
    assertArchiveDocumentIsNotTooLarge(site, "/sections/tools/archive/1.rss");
  }

  @Test
  void archiveOfItemsWithLongTagsIsDividedByTheirSize() {
    new IssueFiles(folder)
        .given(
            "1.md",
            "---\ntitle: T\ndate: 2020-01-01\ntags: %s\n---\n\n## Tools\n\n%s"
                .formatted(
                    "x".repeat(60_000),
                    IntStream.range(0, 300)
                        .mapToObj("- [x](https://x.example/%d)\n"::formatted)
                        .collect(Collectors.joining())));

    assertArchiveDocumentIsNotTooLarge(site(), "/feed/items/archive/1.rss");
  }

  @Test
  void listsInListsByTheHundredHaveNoCopyAsMarkdown() {
    new IssueFiles(folder)
        .givenIssue("1.md", "Deep", "2020-01-01", "## Tools\n\n" + "<ul><li>a".repeat(LEVELS))
        .givenIssue("2.md", "Plain", "2020-01-02", "## Tools\n\nSome *words*.\n");
    Site site = site();

    String feed = body(site, "/feed.rss");

    assertThat(feed.length()).isLessThan(LEVELS * 200);
    assertThat(feed).containsOnlyOnce("<source:markdown>").contains("Some *words*.");
  }

  @Test
  void listsInListsByTheHundredStayHtmlInMarkdown() {
    new IssueFiles(folder)
        .givenIssue("1.md", "Deep", "2020-01-01", "## Tools\n\n" + "<ul><li>a".repeat(LEVELS));

    String markdown = body(site(), "/sections/tools.md");

    assertThat(markdown).contains("<ul><li>a<ul><li>a");
    assertThat(markdown.length()).isLessThan(LEVELS * 100);
  }
}
