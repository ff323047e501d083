package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.issue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Issue;

/** Texts with places for what tells one issue from another. */
final class IssuePatternTest {
  /** Late on New Year's Eve where its author is, already the next year in UTC. */
  private static final Issue ISSUE = issue("first-words", "2013-12-31T23:30:00-05:00");

  private static IssuePattern pattern(String text) {
    return IssuePattern.find(text).orElseThrow(() -> new AssertionError("no pattern: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "/{slug}/, /first-words/",
    "/{year}/{month}/{day}/{slug}.html, /2013/12/31/first-words.html",
    "/{year}-{year}, /2013-2013",
    "https://old.example.org/?p={slug}#x, https://old.example.org/?p=first-words#x",
    "/about, /about",
    "'', ''"
  })
  void hasTheIssueInItsPlaces(String text, String expected) {
    assertThat(pattern(text).of(ISSUE)).isEqualTo(expected);
  }

  @Test
  void writesMonthsAndDaysWithTwoDigits() {
    assertThat(pattern("{year}{month}{day}").of(issue("a", "0999-02-03T00:00:00Z")))
        .isEqualTo("09990203");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/{title}",
        "/{}",
        "/{Slug}",
        "/{slug",
        "/slug}",
        "/{{slug}}",
        "/{slug}/{slug}",
        "/{sl ug}",
        "{",
        "}"
      })
  void isNoTextWithOtherBraces(String text) {
    assertThat(IssuePattern.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/{slug}, true, false",
    "/{year}/{month}, false, false",
    "/about.html, false, true",
    "'', false, true"
  })
  void knowsWhatItTellsApart(String text, boolean hasSlug, boolean isFixed) {
    assertThat(pattern(text).hasSlug()).isEqualTo(hasSlug);
    assertThat(pattern(text).isFixed()).isEqualTo(isFixed);
  }

  @ParameterizedTest
  @CsvSource({
    "/{slug}, /first-words, first-words",
    "/{slug}, /Some_Old.html, Some_Old.html",
    "/{slug}.html, /Some_Old.html, Some_Old",
    "/{year}/{month}/{day}/{slug}, /2013/12/31/first-words, first-words",
    "/{year}/{month}/{slug}, /2013/1/a, a",
    "/{year}-{slug}-{day}, /2013-a-1-b-31, a-1-b",
    "/p.{slug}.x, /p.a.b.x, a.b",
    "/a+b({slug}), /a+b(c), c"
  })
  void findsTheSlugInAText(String text, String given, String slug) {
    assertThat(pattern(text).slugIn(given)).contains(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "/{slug}, /",
    "/{slug}, /a/b",
    "/{slug}, a",
    "/{slug}, /a/",
    "/{slug}.html, /a.xhtml",
    "/{slug}.html, /axhtml",
    "/{year}/{slug}, /13/a",
    "/{year}/{slug}, /20133/a",
    "/{year}/{slug}, /year/a",
    "/{year}/{slug}, /٢٠١٣/a",
    "/p.{slug}, /pxa",
    "/about, /about"
  })
  void findsNoSlugInAnother(String text, String given) {
    assertThat(pattern(text).slugIn(given)).isEmpty();
  }

  @Test
  @Timeout(3)
  void answersSoonForTextsWithoutEnd() {
    String digits = "1".repeat(20_000);

    assertThat(pattern("/{day}{slug}{day}{month}{day}x").slugIn("/" + digits)).isEmpty();
    assertThat(pattern("/{slug}").slugIn("/" + digits)).contains(digits);
    assertThat(IssuePattern.find("{".repeat(20_000))).isEmpty();
  }

  @Test
  void isEqualToOneWithTheSameText() {
    assertThat(pattern("/{slug}")).isEqualTo(pattern("/{slug}")).hasSameHashCodeAs("/{slug}");
    assertThat(pattern("/{slug}")).isNotEqualTo(pattern("/{slug}/")).hasToString("/{slug}");
  }
}
