package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag that its author has not closed, or closed too often, ends with its section at the latest. */
final class UnclosedTagTest {
  /** Of the front matter, and those before the section. */
  private static final int LINES_BEFORE = 11;

  private static final String REST = """


      A. <https://a.example/1>

      ## Tools

      B. <https://a.example/2>

      <h2>Jobs</h2>

      - [C](https://a.example/3)

      Noted.[^1]

      [^1]: Note.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tide <b>high<b> today.",
        "<em>Note",
        "<i>",
        "<code>x",
        "A <a href=\"https://b.example/\">link",
        "<ul><li>One",
        "<ol>\n<li>One",
        "<table><tr><td>Cell",
        "<table>\n\n<tr>\n\n<td>",
        "<blockquote>One",
        "<div><p><span>One",
        "<details><summary>One",
        "<center><font>",
        "<dl><dt>One",
        "<pre>\none",
        "<pre><code>one\n</pre",
        "<PRE>one",
        "<script>\nalert(1)",
        "<script src=\"x.js\">",
        "<style>\np { color: red }",
        "<textarea>one",
        "<?php echo 1",
        "<!DOCTYPE html",
        "<![CDATA[ one",
        "<svg><path>",
        "<select><option>",
        "<h3>One",
        "</b></ul></table></div>",
        "<p></p></p></blockquote>"
      })
  void neverReachesTheNextSection(String tag) {
    Issue issue = Given.body("## News\n\n" + tag + REST);

    assertThat(issue.parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools", "Jobs");
    assertThat(issue.parts().get(1).content().markup())
        .startsWith("<h2 id=\"tools\">Tools</h2>\n<p id=\"")
        .contains("B. <a href=\"https://a.example/2\">");
    assertThat(issue.parts().get(2).items()).hasSize(1);
    assertThat(issue.content().markup()).endsWith("</ol>\n</section>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b> | 1 | Tide <b>high<b> today.",
        "<em> | 1 | <em>Note",
        "<i> | 3 | A *word*,\\n`<i>`, and\\n<i>one",
        "<a> | 1 | A <a href=\"https://b.example/\">link",
        "<ul> | 1 | <ul><li>One",
        "<ol> | 1 | <ol>\\n<li>One",
        "<table> | 3 | One\\n\\n<table><tr><td>Cell",
        "<blockquote> | 3 | <div>\\nOne\\n<blockquote>One</div>",
        "<kbd> | 3 | - One\\n- Two\\n  three <kbd>four",
        "<sub> | 2 | > One\\n> <sub>two",
        "<u> | 3 | ‖ A ‖ B ‖\\n‖---‖---‖\\n‖ <u>1 ‖ 2 ‖",
        "<details> | 1 | <details>\\n\\nOne\\n\\n<details>\\n\\nTwo\\n\\n</details>",
        "<iframe> | 1 | <iframe src=\"https://b.example/\">",
        "<pre> | 1 | <pre>\\none\\n\\n<b>two</b>",
        "<script> | 1 | <script src=\"x.js\">",
        "<style> | 1 | <STYLE>\\np { color: red }",
        "<textarea> | 1 | <textarea>one",
        "<? | 1 | <?php echo 1",
      })
  void isAWarningThatNamesItsLine(String tag, int line, String body) {
    String before = "A <b>bold</b> word, and `<b>`.\n\n<!-- <ul> -->\n\n## News\n\n";

    assertThat(warnings(before + body.replace("\\n", "\n").replace('‖', '|')))
        .allSatisfy(warning -> {
          assertThat(warning.kind()).isEqualTo(Problem.Kind.TAG);
          assertThat(warning.line()).isEqualTo(LINES_BEFORE + line);
          assertThat(warning.message()).startsWith(tag + " is never closed");
        })
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h2>News\n\nOne.\n\nTwo.",
        "<h2>News\nOne.\n\nTwo.",
        "<h2>\n  News\nOne.\n\nTwo.",
        "<div><h2 class=\"x\">News</div>\n\nOne.\n\nTwo."
      })
  void ofAHeadingEndsWithTheLineOfItsText(String body) {
    List<Issue.SectionText> parts =
        Given.body(body + "\n\n<h2>Tools</h2>\n\nB.\n").parts();

    assertThat(parts).extracting(Issue.SectionText::heading).containsExactly("News", "Tools");
    assertThat(parts.get(0).content().text()).isEqualTo("News One. Two.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<details>\n\nOne\n\n## Tools\n\nTwo\n\n</details>",
        "<table>\n\n<tr><td>One\n\n<h2>Tools</h2>\n\n</td></tr>\n\n</table>",
        "<b>One\n\n## Tools\n\nTwo</b>",
      })
  void thatIsClosedInALaterSectionIsAWarning(String body) {
    assertThat(warnings("## News\n\n" + body)).singleElement().satisfies(warning -> {
      assertThat(warning.line()).isEqualTo(8);
      assertThat(warning.message()).contains("is closed behind a later heading");
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## News\n\n<div>\n\n## Tools\n\nTwo\n\n</div>",
        "One <b>*two*\nthree</b>.",
        "<details>\n\nOne\n\n</details>",
        "<ul>\n<li>One\n<li>Two\n</ul>",
        "<p align=\"center\">One",
        "<a name=\"x\" />One<br>two<hr>",
        "<img src=\"https://b.example/x.png\">",
        "`<b>`, \\<b>, &lt;b>",
        "    <b>",
        "```\n<b>\n```",
        "**The <table> element** and [<ul> in lists](https://b.example/)",
        "## The <table> element",
        "A <something> and a List<String>.",
        "<script>\nwrite('<b>')\n</script>",
        "<div><svg><b></svg></div>",
        "<pre>\none\n\ntwo\n</pre>"
      })
  void isNoWarningWhereNothingIsOpen(String body) {
    assertThat(warnings(body)).isEmpty();
  }

  private static List<Problem> warnings(String body) {
    return Given.file("a.md", "---\ntitle: A\ndate: 2026-01-31\n---\n\n" + body + "\n")
        .problems()
        .stream()
        .filter(problem -> problem.kind() == Problem.Kind.TAG)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<em>", "<code>", "<a href=\"https://b.example/\">", "<span>"})
  void inALineEndsWithItsParagraph(String tag) {
    assertThat(Given.html("## News\n\nOne " + tag + "two.\n\nThree.\n"))
        .containsPattern("</p>\n<p[^<]*>Three.</p>\n$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre", "script", "style", "textarea"})
  void ofACloserElementBelowIsNotClosedByThat(String name) {
    Issue issue = Given.body("## News\n\n<" + name + ">\none\n\n## Tools\n\nText.\n\n<" + name
        + ">\ntwo\n</" + name + ">\n\n## Jobs\n");

    assertThat(issue.parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools", "Jobs");
  }

  @Test
  void leavesTheWordsOfItsBlock() {
    assertThat(Given.body("<pre>\none\n\n## News\n\n<pre lang=\"de\">two\n\nThree.\n")
            .content()
            .text())
        .contains("one", "two", "Three.");
  }

  @Test
  void isNotSeenWhereTheEndStandsBelowABlankLine() {
    assertThat(Given.html("<pre>\none\n\n## two\n</pre>\n\nThree.\n"))
        .isEqualTo("<pre>one\n\n## two\n</pre>\n<p>Three.</p>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | One.\\n\\n<!-- secret\\n\\n## Tools",
        "5 | One.\\n\\nText <!-- secret\\n\\nmore",
        "5 | One.\\nText\\n<!-- secret",
        "6 | One.\\n\\n<div>\\n<!-- secret\\n</div>",
        "5 | One.\\n\\n<!-- a --> <!-- secret",
        "5 | One.\\n\\n> <!-- secret\\n\\n-->"
      })
  void ofACommentIsAnErrorSinceItMayHidePrivateText(int line, String body) {
    IssueReading reading =
        Given.file("a.md", "---\ntitle: A\ndate: 2026-01-31\n---\n" + body.replace("\\n", "\n"));

    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.message()).contains("<!--");
      assertThat(problem.line()).isEqualTo(line + 2);
    });
  }

  @Test
  void ofACommentIsAnErrorThoughOneWithTheSameWordsIsClosed() {
    IssueReading reading = Given.file(
        "a.md",
        "---\ntitle: A\ndate: 2026-01-31\n---\nText <!-- secret\n\n--> and\n\nText <!-- secret\n\nmore\n");

    assertThat(reading.issue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`<!-- code`",
        "```\n<!-- code\n```",
        "    <!-- code",
        "An \\<!-- escaped one.",
        "An <!--> empty one.",
        "A <!-- closed\none --> here.",
        "<!-- closed\n\none -->\n"
      })
  void ofACommentIsNotSeenInCodeAndWhereItIsClosed(String body) {
    assertThat(Given.body(body).content()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "See <a href=\"https://a.example/1>one</a> and <a href=\"https://b.example/\">two</a>. | See <a href=\"https://a.example/1\">one</a> and <a href=\"https://b.example/\">two</a>.",
        "<p>See <a href=\"https://a.example/1>one</a> and <a href=\"https://b.example/\">two</a>.</p> | See <a href=\"https://a.example/1\">one</a> and <a href=\"https://b.example/\">two</a>.",
        "See <a href='https://a.example/1>one</a>. | See <a href=\"https://a.example/1\">one</a>.",
        "See <a href=\"https://a.example/1 class=\"x\">one</a>. | See <a href=\"https://a.example/1\">one</a>.",
      })
  void ofAQuoteIsClosedAndAWarning(String text, String shown) {
    IssueReading reading =
        Given.file("weekly.md", "---\ntitle: T\ndate: 2026-01-31\n---\nOne.\n\n" + text + "\n");

    assertThat(reading.issue().orElseThrow().content().markup()).contains("<p>" + shown + "</p>");
    assertThat(reading.problems()).singleElement().satisfies(warning -> {
      assertThat(warning.kind()).isEqualTo(Problem.Kind.TAG);
      assertThat(warning.line()).isEqualTo(7);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`<a href=\"https://a.example/1>one</a>`",
        "```\n<a href=\"https://a.example/1>one</a>\n```",
        "<a href=\"https://a.example/1>2\">one</a>",
        "<img src=\"https://a.example/p.png\" alt=\"a > b c=\">",
        "<made href=\"https://a.example/1>one",
        "<!-- <a href=\"https://a.example/1>one</a> -->"
      })
  void ofAQuoteIsNotSeenInCodeAndWhereItIsClosed(String body) {
    assertThat(Given.file("weekly.md", "---\ntitle: T\ndate: 2026-01-31\n---\n" + body + "\n")
            .problems())
        .isEmpty();
  }
}
