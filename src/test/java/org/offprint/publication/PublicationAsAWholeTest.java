package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.issue;
import static org.offprint.publication.SampleIssues.item;
import static org.offprint.publication.SampleIssues.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;

/** The rhythm and the sections of all issues together. */
final class PublicationAsAWholeTest {
  private static final Instant FIRST = Instant.parse("2020-01-05T10:00:00Z");

  private static Publication publish(SectionVocabulary vocabulary, List<Issue> issues) {
    PublicationRules rules =
        SampleIssues.rules(vocabulary.rules().toArray(new SectionVocabulary.Rule[0]));
    return Publication.of(
        rules,
        issues.stream().map(issue -> PublishedIssue.of(issue, vocabulary)).toList(),
        List.of(),
        issues.size(),
        Instant.parse("2026-02-01T00:00:00Z"));
  }

  /** One issue, and one more after each gap, in days. */
  private static Publication withGaps(int... days) {
    List<Issue> issues = new ArrayList<>(List.of(issue("first", FIRST.toString())));
    Instant date = FIRST;
    for (int gap : days) {
      date = date.plus(Duration.ofDays(gap));
      issues.add(issue("n-" + issues.size(), date.toString()));
    }
    return publish(SectionVocabulary.EMPTY, issues);
  }

  @Nested
  final class Rhythm {
    @Test
    void isUnknownWithFewerThanThreeIssues() {
      assertThat(publish(SectionVocabulary.EMPTY, List.of()).rhythm()).isEmpty();
      assertThat(withGaps().rhythm()).isEmpty();
      assertThat(withGaps(7).rhythm()).isEmpty();
      assertThat(withGaps(7, 7).rhythm()).contains(Duration.ofDays(7));
    }

    @Test
    void isTheMedianSoThatAHolidayDoesNotCount() {
      assertThat(withGaps(7, 7, 90, 7, 7).rhythm()).contains(Duration.ofDays(7));
    }

    @Test
    void isThatOfTheLastTwelveGaps() {
      int[] gaps = new int[40];
      for (int i = 0; i < gaps.length; i++) {
        gaps[i] = i < gaps.length - 12 ? 30 : 1;
      }

      assertThat(withGaps(gaps).rhythm()).contains(Duration.ofDays(1));
    }

    @Test
    void isNothingBetweenIssuesOfOneInstant() {
      assertThat(withGaps(0, 0, 0).rhythm()).isEmpty();
    }
  }

  @Nested
  final class Sections {
    private final SectionVocabulary vocabulary =
        SampleIssues.vocabulary(rule("tools", "Tools", "Tool*"), rule("jobs", "Jobs", "Jobs"));

    private Issue with(String slug, String date, String... headings) {
      return issue(
          slug,
          date,
          Stream.of(headings)
              .map(heading -> part(heading, slug + "-" + heading.hashCode()))
              .toArray(Issue.SectionText[]::new));
    }

    private static Issue.SectionText part(String heading, String key) {
      Html words = Html.EMPTY;
      return new Issue.SectionText(heading, "h-" + heading, words, words, List.of(item(key, 0)));
    }

    private List<String> keys(Issue... issues) {
      return publish(vocabulary, List.of(issues)).sections().stream()
          .map(section -> section.key().value())
          .toList();
    }

    @Test
    void areTheVocabularysThenTheOthersByTheirFirstIssue() {
      assertThat(keys(
              with("b", "2020-02-01T00:00:00Z", "Zebra", "Tools", "Ant"),
              with("a", "2020-01-01T00:00:00Z", "Music", "Ant")))
          .containsExactly("tools", "jobs", "music", "ant", "zebra");
    }

    @Test
    void areMovedByNoNewerIssue() {
      Issue first = with("a", "2020-01-01T00:00:00Z", "Music", "Ant");
      List<String> before = keys(first);

      assertThat(keys(first, with("b", "2020-02-01T00:00:00Z", "Ant", "Aaa", "Music")))
          .startsWith(before.toArray(new String[0]))
          .endsWith("aaa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"musik", "Musi", "MUSICS"})
    void areFoundByANearName(String name) {
      assertThat(publish(vocabulary, List.of(with("a", "2020-01-01T00:00:00Z", "Music")))
              .nearestSection(name)
              .map(section -> section.key().value()))
          .contains("music");
    }

    @Test
    void areFoundByTheirTitleToo() {
      SectionVocabulary named = SampleIssues.vocabulary(rule("ads", "Our friends", "Ads"));

      assertThat(publish(named, List.of()).nearestSection("our-friend")).isPresent();
      assertThat(publish(named, List.of()).nearestSection("tools")).isEmpty();
    }
  }
}
