package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments of HTML, wherever they stand, appear nowhere and break nothing. */
final class CommentsTest {
  private static final String TABLE = "| A | B |\n|---|---|\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| one <!-- secret\nsecret --> | two |\n",
        "| one <!-- secret | secret\n\nsecret --> | two |\n",
        "one <!-- secret\nsecret --> | two\n",
        "| one {% comment %}secret\nsecret{% endcomment %} | two |\n"
      })
  void leaveARowOfATableWhole(String row) {
    assertThat(Given.html(TABLE + row + "| three | four |\n\nAfter.\n")
            .replace("\n", "")
            .replace(" </td>", "</td>"))
        .endsWith("<tr><td>one</td><td>two</td></tr>"
            + "<tr><td>three</td><td>four</td></tr></tbody></table><p>After.</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "## News <!-- secret\\nsecret --> today | News today",
        "## <!-- secret\\n\\nsecret --> News today | News today",
        "## News today <!-- secret\\n-- secret --> | News today",
        "News <!-- secret\\nsecret --> today\\n--- | News today"
      })
  void leaveAHeadingWhole(String heading, String text) {
    Issue issue = Given.body(heading.replace("\\n", "\n") + "\n\nOne.\n\n## Tools\n\nTwo.\n");

    assertThat(issue.parts())
        .extracting(part -> part.heading().replaceAll(" +", " "))
        .containsExactly(text, "Tools");
    assertThat(issue.content().text()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ## One <!-- a\n> b --> two", "- ## One <!-- a\n  b --> two"})
  void leaveAHeadingInAQuotationOrAListWhole(String heading) {
    assertThat(Given.html(heading + "\n")).contains("<h2>One  two</h2>");
  }

  @Test
  void keepTheNumberOfTheLinesBelow() {
    IssueReading reading = Given.file(
        "weekly.md",
        "---\ntitle: T\ndate: 2026-01-31\n---\n" + TABLE
            + "| one <!-- secret\nsecret --> | two |\n| three | four |\n\n<b>open\n");

    assertThat(reading.problems()).extracting(Problem::line).containsExactly(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- one\n\n    <!-- secret\nsecret\n\n# secret\n    -->\n\n  two\n",
        "- one\n      <!-- secret\n\nsecret -->\n  two\n",
        "- one\n  - deep\n\n      <!-- secret\nsecret\n\n      secret -->\n\n    two\n",
        "- one\n\n  more\n\n\t<!-- secret\nsecret\n\t-->\n\n  two\n",
        "10. one\n\n    <!-- secret -->\n\n    two\n"
      })
  void areNotShownWhereTheyAreIndentedInAList(String list) {
    Issue issue = Given.body("## News\n\n" + list + "\n## Tools\n\nThree.\n");

    assertThat(issue.content().text())
        .contains("one", "two", "Three.")
        .doesNotContain("secret", "<!", "-->");
    assertThat(issue.content().markup().split("<li>")).hasSizeLessThan(4);
    assertThat(issue.parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Words.\n\n    <!-- a\n    code -->\n",
        "1. one\n\n       <!-- a\n       code -->\n",
        "- one\n\n  two\n\n      <!-- a\n      code -->\n"
      })
  void areTextInIndentedCode(String code) {
    assertThat(Given.html(code)).contains("<pre><code>&lt;!-- a\ncode --&gt;\n</code></pre>");
  }
}
