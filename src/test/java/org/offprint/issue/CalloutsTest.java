package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The boxes of other generators become quotations with a bold first word. */
final class CalloutsTest {
  private static String html(String markdown) {
    return Given.html(markdown.replace("\\n", "\n")).replace("\n", "");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
          > [!NOTE]\\n> *One* two.          | <p><strong>Note</strong>: <em>One</em> two.</p>
          > [!WARNING]\\n>\\n> One.          | <p><strong>Warning</strong></p><p>One.</p>
          > [!tip]- Fold *me*\\n> One.      | <p><strong>Tip</strong>: Fold <em>me</em><br>One.</p>
          > [!IMPORTANT]\\n> - One          | <p><strong>Important</strong></p><ul><li>One</li></ul>
          > [!CAUTION]                     | <p><strong>Caution</strong></p>
          :::tip\\nOne.\\n:::                | <p><strong>Tip</strong>: One.</p>
          ::: warning A *title*\\nOne.\\n::: | <p><strong>Warning</strong>: A <em>title</em></p><p>One.</p>
          :::note[A title]\\n\\nOne.\\n\\n:::  | <p><strong>Note</strong>: A title</p><p>One.</p>
          :::{note}\\nOne.\\n:::             | <p><strong>Note</strong>: One.</p>
          ::: {.info}\\nOne.\\n:::           | <p><strong>Info</strong>: One.</p>
          :::danger {#x}\\nOne.\\n:::        | <p><strong>Danger</strong>: One.</p>
          :::tip\\n- One\\n:::               | <p><strong>Tip</strong></p><ul><li>One</li></ul>
          > [!custom]\\n> One.              | <p><strong>Custom</strong>: One.</p>
          > [!my-kind] Title\\n> One.       | <p><strong>My-kind</strong>: Title<br>One.</p>
          :::tip\\n:::                      | <p><strong>Tip</strong></p>
          """)
  void becomeQuotations(String markdown, String content) {
    assertThat(html(markdown + "\n\nAfter.\n"))
        .isEqualTo("<blockquote>" + content + "</blockquote><p>After.</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::::info\\n:::tip\\nOne.\\n:::\\nTwo.\\n::::\\n",
        ":::info\\n:::tip\\nOne.\\n:::\\nTwo.\\n:::\\n",
        "::::info\\n\\n:::tip\\n\\nOne.\\n\\n:::\\n\\nTwo.\\n\\n::::\\n"
      })
  void standInEachOther(String markdown) {
    assertThat(html(markdown))
        .isEqualTo("<blockquote><p><strong>Info</strong></p>"
            + "<blockquote><p><strong>Tip</strong>: One.</p></blockquote>"
            + "<p>Two.</p></blockquote>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\n:::tip\nOne.\n:::\n```\n",
        "~~~\n> [!NOTE]\n> One.\n~~~\n",
        "    :::tip\n    One.\n    :::\n",
        "<pre>\n:::tip\nOne.\n:::\n</pre>\n"
      })
  void areNoneInCode(String markdown) {
    assertThat(Given.html(markdown)).doesNotContain("<strong>", "<blockquote>");
  }

  @Test
  void doNotEndInCode() {
    assertThat(html(":::tip\n```\n:::\n```\nOne.\n:::\n\nAfter.\n"))
        .isEqualTo("<blockquote><p><strong>Tip</strong></p><pre><code>:::</code></pre><p>One.</p>"
            + "</blockquote><p>After.</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[!ODD] One.", "> [NOTE] One.", ":::", ":::tip"})
  void areNoneWithoutAKnownWordOrAnEnd(String markdown) {
    assertThat(Given.body(markdown).content().text())
        .isEqualTo(markdown.replace("> ", "").replace("\n", " "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
          :::columns\\n*One*\\n:::                       | <p><em>One</em></p>
          :::my-box A *title*\\n\\nOne.\\n\\n:::           | <p>A <em>title</em></p><p>One.</p>
          :::: {#box .x title="Hi {x}"}\\nOne.\\n:::: | <p>One.</p>
          :::foo{#x} A title {a='}'}\\nOne.\\n::: | <p>A title</p><p>One.</p>
          ::: foo :::\\nOne.\\n:::::              | <p>One.</p>
          ::: {#x .wide}\\n- One\\n:::                  | <ul><li>One</li></ul>
          :::: {.column width="50%"}\\n:::foo\\nOne.\\n:::\\n:::tip\\nTwo.\\n:::\\n:::: | <p>One.</p><blockquote><p><strong>Tip</strong>: Two.</p></blockquote>
          """)
  void ofAnUnknownKindLeaveTheirContentAndAWarning(String markdown, String content) {
    IssueReading reading = Given.file(
        "weekly.md",
        "---\ntitle: T\ndate: 2026-01-31\n---\n" + markdown.replace("\\n", "\n") + "\n\nAfter.\n");

    assertThat(Given.html(reading.issue().orElseThrow()).replace("\n", ""))
        .isEqualTo(content + "<p>After.</p>");
    assertThat(reading.problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.toString())
            .contains("warning", "is no kind of box that is known here"))
        .last()
        .extracting(Problem::line)
        .isIn(5, 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"::: words that stand :::", "::: note well :::", ":::tip One. :::", "::: x :::"})
  void areNoneOnOneLine(String line) {
    IssueReading reading = Given.file(
        "weekly.md", "---\ntitle: T\ndate: 2026-01-31\n---\n" + line + "\n\n:::tip\nOne.\n:::\n");

    assertThat(Given.html(reading.issue().orElseThrow()).replace("\n", ""))
        .isEqualTo("<p>" + line + "</p><blockquote><p><strong>Tip</strong>: One.</p></blockquote>");
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n:::tip\nOne.\n",
        "\n::: tip Title\n\nOne.\n",
        "One.\n:::x\nTwo.\n",
        "\n> ::: {.x}\n> One.\n",
        "::::info\n:::tip\nOne.\n::::\n"
      })
  void thatAreNeverClosedAreAWarningWithTheirLine(String body) {
    assertThat(Given.file("weekly.md", "---\ntitle: T\ndate: 2026-01-31\n---\n" + body)
            .problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Problem.Kind.TAG);
          assertThat(problem.line()).isEqualTo(6);
          assertThat(problem.message()).contains("is never closed");
        });
  }

  @Test
  void ofAnUnknownKindMayHoldSections() {
    assertThat(Given.body(":::foo\n## News\n\nOne.\n:::\n\n## Tools\n\nTwo.\n").parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools");
  }

  @Test
  void thatAreNeverClosedTakeNoSection() {
    Issue issue = Given.body(
        "## News\n\n:::tip\nOne.\n\n## Tools\n\n:::tip\nTwo.\n:::\n\n## Jobs\n\nThree.\n");

    assertThat(issue.parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools", "Jobs");
  }

  @Test
  void giveAnItemNoTitle() {
    assertThat(Given.body("## News\n\n> [!TIP]\n> Try this. <https://a.example/>\n")
            .parts()
            .get(0)
            .items())
        .extracting(Item::title)
        .containsExactly("Tip: Try this");
    assertThat(Given.body("## News\n\n> [!custom]\n> Try this. <https://a.example/>\n")
            .parts()
            .get(0)
            .items())
        .extracting(Item::title)
        .containsExactly("Custom: Try this");
  }
}
