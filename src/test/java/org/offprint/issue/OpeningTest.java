package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Front matter in its forms. */
final class OpeningTest {
  private static Issue issue(String text) {
    return Given.file("weekly.md", text).issue().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: Knots\ndate: 2026-01-05\ntags: [a, b]\n---\n",
        "\n \n---\ntitle: Knots\ndate: 2026-01-05\ntags: [a, b]\n---\n",
        "\uFEFF---\r\nTitle: Knots\r\nDate: 2026-01-05\r\nTags: [a, b]\r\n---\r\n",
        "+++\ntitle = \"Knots\"\ndate = 2026-01-05\ntags = [\"a\", \"b\"]\n+++\n",
        "+++\ntitle = 'Knots'\ndate = 2026-01-05T00:00:00Z\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\n",
        "+++\ntitle = 'Knots'\n[extra]\ndate = \"2026-01-05\"\ntags = [\"a\", \"b\"]\n+++\n",
        "{\n\t\"title\": \"Knots\",\n\t\"date\": \"2026-01-05\",\n\t\"tags\": [\"a\", \"b\"]\n}\n",
        "Title: Knots\nDate: 2026-01-05\nTags: a, b\nCategory: x\n\n",
        "title: Knots\ndate: 2026-01-05\ntags: a,\n  b\n\n"
      })
  void saysTheSame(String opening) {
    Issue issue = issue(opening + "Words: here.\n\n## Tools\n\n- [A](https://a.example/)\n");

    assertThat(issue.title()).isEqualTo("Knots");
    assertThat(issue.date().toLocalDate()).hasToString("2026-01-05");
    assertThat(issue.tags()).startsWith("a", "b");
    assertThat(issue.content().text()).startsWith("Words: here.");
    assertThat(issue.parts()).hasSize(1);
  }

  @Test
  void ofTomlThatIsNoneIsAnErrorWithItsLine() {
    IssueReading reading = Given.file("weekly.md", "+++\ntitle = \"Knots\"\ndate = soon\n+++\n");

    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems().get(0).toString()).startsWith("weekly.md:3: not valid TOML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+++\ntitle = 'A'\n", "---\ntitle: A\n"})
  void thatIsNotClosedIsAnError(String text) {
    assertThat(Given.file("weekly.md", text).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("not closed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Note: a remark\n\nWords.\n", "{% x %}\n", "Words.\n\ntitle: A\n"})
  void isNotSeenInText(String text) {
    assertThat(Given.file("weekly.md", text).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("no front matter"));
  }

  @Test
  void mayBeMissingWhereTheNameHasADate() {
    Issue issue = Given.file(
            "2026-01-05-knots.md",
            "```\n# no heading\n```\n\n# It's *knots*\n\nWords.\n\n## A\n\nB.\n\n## C\n\nD.\n")
        .issue()
        .orElseThrow();

    assertThat(issue.title()).isEqualTo("It's knots");
    assertThat(issue.parts()).extracting(Issue.SectionText::heading).containsExactly("A", "C");
    assertThat(Given.file("2026-01-05-more-knots.md", "Words.\n")
            .issue()
            .orElseThrow()
            .title())
        .isEqualTo("more knots");
  }

  @Test
  void tellsTheLinesOfItsFaults() {
    assertThat(Given.file("weekly.md", "\n\n---\ntitle: A\ndate: 2026-01-05\ndescripton: B\n---\n")
            .problems())
        .extracting(Problem::line)
        .containsOnly(6);
  }
}
