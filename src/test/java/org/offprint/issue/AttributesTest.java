package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The attributes of other generators are no text, and their ids are anchors. */
final class AttributesTest {
  private static Issue.SectionText tools(String markdown) {
    return Given.body(markdown).parts().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Tools {#tools}",
        "## Tools {#tools .big}",
        "## Tools {.big #tools data-x=\"y z\"}",
        "## Tools{#tools}",
        "## Tools {: #tools .big}",
        "## Tools {:#tools}",
        "## Tools\n{: #tools}",
        "## Tools\n{: .big #tools }",
        "{: #tools}\n## Tools",
        "Tools {#tools}\n-----",
        "## [Tools](#tools) {#tools}",
        "## Tools {#tools} ##"
      })
  void anIdOfAHeadingIsItsAnchor(String heading) {
    Issue.SectionText tools = tools(heading + "\n\nText. <https://a.example/>\n");

    assertThat(tools.heading()).isEqualTo("Tools");
    assertThat(tools.anchor()).isEqualTo("tools");
    assertThat(tools.content().markup()).startsWith("<h2 id=\"tools\">").doesNotContain("{", "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{.big}", "{-}", "{: .big}", "{:.big}", "{.a .b}", "{data-x=y}"})
  void attributesWithoutAnIdAreNoTextOfAHeading(String attributes) {
    assertThat(tools("## Tools " + attributes + "\n\nText.\n").heading()).isEqualTo("Tools");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A [guide](https://a.example/){:target=\"_blank\"} to knots. | A guide to knots.",
        "A [guide](https://a.example/){: .ext}: a knot. | A guide: a knot.",
        "A [guide](https://a.example/){target=\"_blank\"} and a [map](https://b.example/){.x .y}. | A guide and a map.",
        "Pictures ![](https://a.example/p.png){width=50%}{: .wide} too. | Pictures too.",
        "*Note*{: .big} this `code`{:.language-ruby}. | Note this code.",
        "Lead. {: .lead} | Lead.",
        "Lead. {.lead} | Lead.",
        "{:#top} Lead. | Lead.",
        "{::nomarkdown}Lead.{:/} | Lead."
      })
  void attributesInALineAreNoText(String markdown, String text) {
    assertThat(Given.body(markdown).content().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A guide.\n{: .lead}\n",
        "{: .lead}\nA guide.\n",
        "A\n{: .lead}\nguide.\n",
        "> A guide.\n{: .lead}\n",
        "- A guide.\n{: .lead}\n",
        "| A guide. |\n|---|\n{: .lead}\n",
        "A guide.\n\n{:toc}\n",
        "* TOC\n{:toc}\n\nA guide.\n",
        "1. Contents\n{:toc .x}\n\nA guide.\n",
        "A guide.\n\n{:name: .lead}\n",
        "{::options parse_block_html=\"true\" /}\n\nA guide.\n",
        "<div>\n{: .lead}\nA guide.\n</div>\n"
      })
  void linesOfAttributesAreNoText(String markdown) {
    assertThat(Given.body(markdown).content().text()).isEqualTo("A guide.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Text.\\n{: #here} | <p id=\"here\">Text.</p>",
        "- {:#here} Entry. | <li id=\"here\">Entry.</li>",
        "- Entry. {:#here} | <li id=\"here\">Entry.</li>",
        "[a](https://a.example/){: #here} b | <a href=\"https://a.example/\" id=\"here\">a</a>"
      })
  void anIdStaysWithWhatItNames(String markdown, String html) {
    assertThat(Given.html(markdown.replace("\\n", "\n"))).contains(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It returns {:ok, value} or {:error, why}.",
        "Use {#each} and {/each} there.",
        "A set {a, b} of {x=1, y=2}.",
        "Sets such as {1}, {2} and {}.",
        "Between {{ braces }} too.",
        "The object {a: 1}"
      })
  void otherBracesAreText(String text) {
    assertThat(Given.body(text).content().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"`{: .x}`", "```\n{: .x}\n```", "    {: .x}\n"})
  void codeKeepsItsBraces(String markdown) {
    assertThat(Given.body(markdown).content().text()).isEqualTo("{: .x}");
  }

  @Test
  void linksWithinTheIssueLeadToTheId() {
    assertThat(Given.html("## Tools {#the-tools}\n\nGo [there](#the-tools).\n"))
        .contains("<h2 id=\"the-tools\">")
        .contains("href=\"https://example.org/issues/weekly#the-tools\"");
  }
}
