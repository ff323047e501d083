package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Listings show what recurs. */
final class ListedSectionsTest {
  private static final FeedRules FROM_ONE = new FeedRules(
      FeedRules.DEFAULT.window(), List.of(), FeedRules.ItemLink.PAGE, true, true, true, 1);

  @TempDir
  private Path folder = Path.of("");

  private void givenIssue(int number, String... headings) {
    String body = List.of(headings).stream()
        .map(heading -> "## %s\n\nText. <https://a.example/%s>\n\n"
            .formatted(heading, heading.replace(' ', '-')))
        .collect(Collectors.joining());
    new IssueFiles(folder)
        .givenIssue(
            number + ".md", "Issue " + number, "2025-%02d-01".formatted(1 + number % 12), body);
  }

  private Site site(FeedRules rules, SectionVocabulary.Rule... named) {
    return TestSites.of(
        TestPublications.read(
            folder,
            TestPublications.masthead("Newsletter", "https://news.example.org/"),
            new SectionVocabulary(List.of(named))),
        rules);
  }

  private static String text(Site site, String path) {
    return site.find(path) instanceof Answer.Found found
        ? StandardCharsets.UTF_8.decode(found.representation().body()).toString()
        : "";
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/feeds", "/feeds.opml", "/sitemap.xml", "/llms.txt"})
  void leaveOutAHeadingOfOneIssue(String listing) {
    givenIssue(1, "Tools", "Obituary");
    givenIssue(2, "Tools");

    // The newest issue, which the home page shows, is the second.
    assertThat(text(site(FeedRules.DEFAULT), listing))
        .contains("/sections/tools")
        .doesNotContain("obituary");
    assertThat(text(site(FROM_ONE), listing)).contains("/sections/obituary");
  }

  @Test
  void leaveOutNothingOfTheVocabulary() {
    givenIssue(1, "Tools", "Obituary");
    givenIssue(2, "Tools");
    Section obituary = new Section(new SectionKey("obituary"), "Obituary", false);

    assertThat(text(
            site(FeedRules.DEFAULT, new SectionVocabulary.Rule(obituary, List.of("Obituary"))),
            "/feeds"))
        .contains("/sections/obituary.atom");
  }

  @Test
  void leaveFeedAndPageOfTheOthersWhereTheyAre() {
    givenIssue(1, "Tools", "Obituary");
    givenIssue(2, "Tools");
    Site site = site(FeedRules.DEFAULT);

    assertThat(text(site, "/sections/obituary.atom")).contains("Issue 1");
    assertThat(text(site, "/sections/obituary")).contains("/issues/1#");
    assertThat(site.paths())
        .contains("/sections/obituary", "/sections/obituary.json", "/sections/obituary.md");
  }

  @Test
  void ofANewsletterWithOneIssueHaveItsHeadings() {
    givenIssue(1, "Tools", "News");

    assertThat(text(site(FeedRules.DEFAULT), "/feeds"))
        .contains("/sections/tools.atom", "/sections/news.atom");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void staySmallWithHeadingsThatStandOnce(int issues) {
    for (int i = 0; i < issues; i++) {
      int from = i * 1400 / issues;
      givenIssue(
          i,
          IntStream.range(from, (i + 1) * 1400 / issues)
              .mapToObj(number -> "Story number " + number)
              .toArray(String[]::new));
    }
    Site site = site(FeedRules.DEFAULT);

    assertThat(site.publication().sections()).hasSize(1400);
    assertThat(text(site, "/feeds").length()).isLessThan(100_000);
    assertThat(text(site, "/sections/story-number-1399.atom")).contains("<entry>");
  }
}
