package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {
  @Nested
  final class MailLeftovers {
    @Test
    void aQuotedFromInAHeadingIsUnquoted() {
      Issue issue = Given.body("""
          >From our sponsor, Saltmarsh
          ====

          Buy salt.
          """);

      assertThat(issue.parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("From our sponsor, Saltmarsh");
    }

    @Test
    void aQuotedFromInAParagraphIsUnquoted() {
      assertThat(Given.html("Look.\n>From here on it rains.\n"))
          .isEqualTo("<p>Look.\nFrom here on it rains.</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> From a book.", ">from a book.", ">Fromage.", "> >From a book."})
    void otherQuotesStayQuotes(String markdown) {
      assertThat(Given.html(markdown)).startsWith("<blockquote>");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "```\n>From here\n```\n",
          "    >From here\n",
          "<pre>\n&gt;From here\n</pre>\n",
          ">From here\n>to there.\n",
          "> One\n>From here\n"
        })
    void codeAndQuotationsAreVerbatim(String markdown) {
      assertThat(Given.html(markdown).replaceAll("<pre>|<code>", ""))
          .containsPattern("(?s)&gt;From here|<blockquote>.*From here");
    }

    @Test
    void theSourceKeepsTheQuote() {
      assertThat(Given.body(">From here.\n").source().toString()).endsWith(">From here.\n");
    }
  }

  @Nested
  final class LinksToThemselves {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[http://a.example/b c](http://a.example/b c) | http://a.example/b%20c",
          "[http://a.example/b(c](http://a.example/b(c) | http://a.example/b(c",
          "[http://a.example/b)](http://a.example/b)) | http://a.example/b"
        })
    void keepTheTargetThatMarkdownReadsIfItReadsOne(String markdown, String target) {
      assertThat(Given.html(markdown)).contains("href=\"" + target + "\"");
    }

    @Test
    void areTextInCode() {
      assertThat(Given.html("`[http://a.example/b c](http://a.example/b c)`"))
          .isEqualTo("<p><code>[http://a.example/b c](http://a.example/b c)</code></p>\n");
    }
  }

  @Nested
  final class Tables {
    @Test
    void needTheirDelimiterRow() {
      assertThat(Given.html("a | b\nc | d\n")).isEqualTo("<p>a | b\nc | d</p>\n");
    }

    @Test
    void withADelimiterRowAreTables() {
      assertThat(Given.html("| a | b |\n|---|:-:|\n| c | d |\n"))
          .contains("<table>", "<th>a</th>", "<th align=\"center\">b</th>", "<td>c</td>");
    }

    @Test
    void keepLineBreaksInTheirCells() {
      assertThat(Given.html("| a |\n|---|\n| c<br>d |\n")).contains("<td>c<br>d</td>");
    }
  }

  @Nested
  final class WrittenAsTheyAre {
    @ParameterizedTest
    @ValueSource(
        strings = {"~13", "~13~", "about ~13 of ~20", "a_b_c", "snake_case_name", "2 * 3 * 4"})
    void singleTildesAndInnerUnderscores(String text) {
      assertThat(Given.html(text)).isEqualTo("<p>" + text + "</p>\n");
    }
  }

  @Test
  void twoTildesStrikeThrough() {
    assertThat(Given.html("~~gone~~")).isEqualTo("<p><del>gone</del></p>\n");
  }

  @Nested
  final class Autolinks {
    @Test
    void makeABareUrlALink() {
      assertThat(Given.html("See https://a.example/b."))
          .isEqualTo("<p>See <a href=\"https://a.example/b\">https://a.example/b</a>.</p>\n");
    }

    @Test
    void keepBalancedParentheses() {
      assertThat(Given.html("(see https://a.example/b_(c))"))
          .contains("href=\"https://a.example/b_(c)\"");
    }

    @Test
    void inAngleBracketsAreLinks() {
      assertThat(Given.html("<https://a.example/b>")).contains("href=\"https://a.example/b\"");
      assertThat(Given.html("<ada@example.org>")).contains("href=\"mailto:ada@example.org\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<node:labels>", "<std::vector>", "<made-up:thing>"})
    void thatOnlyLookLikeOneStayText(String text) {
      assertThat(Given.body("Mean time to " + text + " grows.").content().text())
          .isEqualTo("Mean time to " + text + " grows.");
      assertThat(Given.html("Mean time to " + text)).doesNotContain("<a");
    }

    @Test
    void areNotMadeInCode() {
      assertThat(Given.html("`https://a.example/`"))
          .isEqualTo("<p><code>https://a.example/</code></p>\n");
    }
  }

  @Nested
  final class OrdinaryMarkdown {
    @Test
    void hasEmphasisCodeQuotesListsAndImages() {
      assertThat(Given.html("""
              *a* **b** `c`

              > d

              1. e
              2. f

              - g

              ```java
              h < i
              ```

              ![j](https://a.example/k.png "l")
              """))
          .contains(
              "<em>a</em> <strong>b</strong> <code>c</code>",
              "<blockquote>",
              "<ol>",
              "<li>f</li>",
              "<ul>",
              "<pre><code class=\"language-java\">h &lt; i\n</code></pre>",
              "<img src=\"https://a.example/k.png\" alt=\"j\" title=\"l\">");
    }

    @Test
    void keepsTheNumberAListBeginsWith() {
      assertThat(Given.html("3. three\n4. four\n")).contains("<ol start=\"3\">");
    }

    @Test
    void keepsHardLineBreaks() {
      assertThat(Given.html("a  \nb\\\nc")).contains("a<br>\nb<br>\nc");
    }
  }

  @Nested
  final class Footnotes {
    private static final String NOTED = """
        Tools
        =====

        A tool.[^1] <https://a.example/>

        Another. <https://b.example/>

        [^1]: A note with <https://note.example/>.
        """;

    @Test
    void haveAbsoluteLinksThereAndBack() {
      String html = Given.html(NOTED);

      assertThat(html)
          .contains("href=\"https://example.org/issues/weekly#fn-1\"")
          .contains("id=\"fn-1\"")
          .contains("href=\"https://example.org/issues/weekly#fnref-1\"")
          .contains("id=\"fnref-1\"");
    }

    @Test
    void areInNoItemAndNoPart() {
      Issue issue = Given.body(NOTED);

      assertThat(issue.parts()).hasSize(1);
      assertThat(issue.parts().get(0).items()).hasSize(2);
      assertThat(issue.parts().get(0).content().text()).doesNotContain("A note with");
      assertThat(issue.content().text()).contains("A note with");
    }

    @Test
    void areInTheContentOfAnIssueWithoutHeadings() {
      Issue issue = Given.body("Text.[^1]\n\n[^1]: A note.\n");

      assertThat(issue.content().text()).contains("A note.");
      assertThat(issue.lead().text()).doesNotContain("A note.");
    }

    @Test
    void endNoItemWithTheirMark() {
      assertThat(Given.body(
                  "## Tools\n\nA title[^1]\n\nThe text. <https://a.example/>\n\n[^1]: A note.\n")
              .parts()
              .get(0)
              .items())
          .hasSize(1);
    }

    @Test
    void leaveNoMarkInAnItemsTitle() {
      assertThat(Given.body(NOTED).parts().get(0).items().get(0).title()).isEqualTo("A tool");
    }

    @Test
    void leaveTheItemsOwnLinkTheFirst() {
      assertThat(Given.body(NOTED).parts().get(0).items().get(0).links())
          .last()
          .hasToString("https://a.example/");
      assertThat(
              Given.body(NOTED).parts().get(0).items().get(0).primaryLink().map(Object::toString))
          .contains("https://a.example/");
    }
  }
}
