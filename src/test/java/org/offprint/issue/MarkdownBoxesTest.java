package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes of raw HTML with {@code markdown="1"} hold Markdown. */
final class MarkdownBoxesTest {
  private static String html(String markdown) {
    return Given.html(markdown.replace("\\n", "\n")).replace("\n", "");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
          <div markdown="1">\\n*One*\\n</div>                      | <p><em>One</em></p>
          <div class="x" markdown="block">\\n*One*\\n</div>        | <p><em>One</em></p>
          <div markdown=1 id='x'>\\n\\n*One*\\n\\n</div>            | <p><em>One</em></p>
          <aside markdown>\\n- One\\n- *Two*\\n</aside>            | <ul><li>One</li><li><em>Two</em></li></ul>
          <div markdown="1">*One* two</div>                      | <p><em>One</em> two</p>
          <div markdown="span">*One*\\ntwo</div>                  | <p><em>One</em>two</p>
          <div markdown="1">\\n<div markdown="1">\\n*One*\\n</div>\\n*Two*\\n</div> | <p><em>One</em></p><p><em>Two</em></p>
          <div class="x">\\n<section>\\n<div markdown="1">\\n*One*\\n</div>\\n</section>\\n</div> | <p><em>One</em></p>
          <div>\\n<div markdown="1">\\n*One*\\n</div>\\n<p>*Two*</p>\\n</div> | <p><em>One</em></p><p>*Two*</p>
          <blockquote markdown="1">\\n*One*\\n</blockquote>        | <blockquote><p><em>One</em></p></blockquote>
          <details markdown="1">\\n<summary>S</summary>\\n*One*\\n</details> | <details><summary>S</summary><p><em>One</em></p></details>
          - A\\n\\n  <div markdown="1">\\n  *One*\\n  </div>        | <ul><li><p>A</p><p><em>One</em></p></li></ul>
          <div markdown="1">\\n*One*\\n</div>\\n*Two*               | <p><em>One</em></p><p><em>Two</em></p>
          """)
  void areReadAsMarkdown(String markdown, String content) {
    assertThat(html(markdown + "\n\nAfter.\n")).isEqualTo(content + "<p>After.</p>");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
          <p markdown="1">*One*</p>                             | <p><em>One</em></p>
          <p markdown="1">\\n*One*\\n</p>                       | <p><em>One</em></p>
          <p class="x"\\n  markdown="1">*One*</p>              | <p><em>One</em></p>
          <div class="x"\\n  markdown="1">\\n*One*\\n\\n</div>  | <p><em>One</em></p>
          <ul>\\n  <li markdown="1">*One*</li>\\n</ul>         | <ul>  <li><em>One</em></li></ul>
          <ul>\\n<li markdown="block">\\n  - *One*\\n  - Two\\n</li>\\n</ul> | <ul><li><ul><li><em>One</em></li><li>Two</li></ul></li></ul>
          <ul><li markdown="1">A <ul><li>B</li></ul> *C*</li><li>*D*</li></ul> | <ul><li>A <ul><li>B</li></ul> <em>C</em></li><li>*D*</li></ul>
          <ul>\\n<li markdown="1">*One*\\n\\nTwo.\\n</li>\\n</ul>   | <ul><li><em>One</em><p>Two.</p></li></ul>
          <table><tr><td markdown="span">*One*</td><td>*Two*</td></tr></table> | <table><tbody><tr><td><em>One</em></td><td>*Two*</td></tr></tbody></table>
          """)
  void withinRawHtmlAreReadAsMarkdown(String markdown, String content) {
    assertThat(html(markdown + "\n\nAfter.\n")).isEqualTo(content + "<p>After.</p>");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
          5 | <p>[A](https://a.example/) and <a href="https://b.example/">B</a></p>
          7 | <div>\\n<b>B</b>\\n![A](https://a.example/a.png)\\n</div>
          6 | <ul>\\n<li>[A](/a)</li>\\n<li markdown="1">[B](https://b.example/)</li>\\n</ul>
          7 | <ul>\\n<li markdown="1">[B](https://b.example/)</li>\\n<li>[A](mailto:a@a.example)</li></ul>
          """)
  void linksOfMarkdownElsewhereInRawHtmlAreAWarning(int line, String markdown) {
    assertThat(Given.file(
                "weekly.md",
                "---\ntitle: T\ndate: 2026-01-31\n---\n" + markdown.replace("\\n", "\n") + "\n")
            .problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.message()).contains("[A](", "markdown=\"1\"");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><code>[A](https://a.example/)</code></div>",
        "<pre>\n[A](https://a.example/)\n</pre>",
        "<!-- [A](https://a.example/) -->",
        "<div title=\"[A](https://a.example/)\">\n\n[A](https://a.example/)\n\n</div>",
        "<div>a[0](x)</div>"
      })
  void linksOfMarkdownInCodeAndCommentsAreNoWarning(String markdown) {
    assertThat(Given.file("weekly.md", "---\ntitle: T\ndate: 2026-01-31\n---\n" + markdown + "\n")
            .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div markdown=\"0\">\n*One*\n</div>\n",
        "<div class=\"markdown\">\n*One*\n</div>\n",
        "```\n<div markdown=\"1\">\n*One*\n</div>\n```\n"
      })
  void areRawOrCodeWithoutTheAttribute(String markdown) {
    assertThat(Given.html(markdown)).doesNotContain("<em>");
  }

  @Test
  void mayHoldSectionsAndGiveNoWarning() {
    IssueReading reading = Given.file(
        "weekly.md",
        "---\ntitle: T\ndate: 2026-01-31\n---\n<div markdown=\"1\">\n## News\n\nOne.\n\n## Tools\n\nTwo.\n</div>\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.issue().orElseThrow().parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools");
  }
}
