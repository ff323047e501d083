package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds that a loss in Markdown is a warning with its line. */
final class MarkdownLossesTest {
  private static final String OPENING = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n";
  private static final int LINES_BEFORE = 4;

  private static List<Problem> warnings(String body) {
    return Given.file("2026-01-31-weekly.md", OPENING + body).problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "See [x].\\n\\n[x]: https://a.example/\\n[X]: https://b.example/ § 4 § has two targets",
        "See [the manual][man] today. § 1 § \"[man]\" is not defined",
        "> One\\n> [the manual][man]. § 2 § \"[man]\" is not defined",
        "- One\\n- \\\\[the\\\\] [*the* manual][man]. § 2 § \"[man]\" is not defined",
        "See the [guide][]. § 1 § \"[guide]\" is not defined",
        "Text.\\n\\n![Alt][x] § 3 § is no picture",
        "Text.\\nNoted[^x]. § 2 § leads to no note",
        "## Tools [a][b] § 1 § \"[b]\" is not defined",
        "Text.\\n\\n[^x]: A note. § 3 § no text refers to it",
        "Noted[^x].\\n\\n[^x]: A note.\\n\\n[^x]: Another. § 5 § only the first is shown",
        "Text\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |\\n| 1 | 2 | 3 | § 6 § \"3\" is not shown",
        "> | a |\\n> |---|\\n> | 1 | `x` | § 3 § \"`x`\" is not shown",
      })
  void lossIsAWarningWithItsLine(String body, int line, String message) {
    assertThat(warnings(body.replace("\\n", "\n") + "\n")).singleElement().satisfies(problem -> {
      assertThat(problem.isError()).isFalse();
      assertThat(problem.line()).isEqualTo(LINES_BEFORE + line);
      assertThat(problem.message()).contains(message);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See [x] and [the x][X].\n\n[x]: https://a.example/\n[x]: https://a.example/",
        "A bare [x], a box [ ][x], an array a[i][j], int[][] and [][].",
        "`[the manual][man]`\n\n\\[the manual\\]\\[man\\], \\[the manual][man]",
        "```\n[x]: https://a.example/\n[x]: https://b.example/\n[a][b] [^c]\n```",
        "The set [^a-z]+ and \\[^x]",
        "Noted[^x].\n\n[^X]: A note.",
        "[//]: # (one)\n\n[//]: # (two)\n\nText.",
        "| a | b |\n|---|---|\n| 1 | a \\| b |\n| 1 |\n| 1 | 2 | |",
      })
  void nothingIsSaidWhereNothingIsLost(String body) {
    assertThat(warnings(body + "\n")).isEmpty();
  }

  @Test
  void referencesBesideTemplatesThatWereLeftOutAreOneWarning() {
    assertThat(warnings("[One][a] and [two][b].\n\n{% include links.md %}\n"))
        .filteredOn(problem -> problem.kind() == Problem.Kind.LINK)
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("and 1 more references"));
  }
}
