package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RawHtmlTest {
  @Nested
  final class Markup {
    @Test
    void aLineBreakIsMarkup() {
      assertThat(Given.html("a\n<br>[b](https://b.example/)"))
          .isEqualTo("<p>a\n<br><a href=\"https://b.example/\">b</a></p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "i", "em", "strong", "kbd", "sub", "sup", "mark", "del", "small"})
    void tagsOfEmphasisAreMarkup(String tag) {
      String html = "<" + tag + ">x</" + tag + ">";

      assertThat(Given.html("a " + html)).isEqualTo("<p>a " + html + "</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "One<p>two</p>three | One<br>two<br>three",
          "One.</p><p>Two. | One.<br>Two.",
          "<div>One</div> two | One<br> two",
          "One<hr>two | One<br>two",
          "<p>One</p> | One",
        })
    void aBlockInRunningTextIsALineOfItsOwn(String text, String shown) {
      assertThat(Given.html("*A* " + text).replace("<em>A</em> <br>", "<em>A</em> "))
          .isEqualTo("<p><em>A</em> " + shown + "</p>\n");
      assertThat(Given.html("## A " + text)).doesNotContain("<br>");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "The <table> is text? | The &lt;table&gt; is text?",
          "Not a <ul>, but a <section> of *words* | Not a &lt;ul&gt;, but a &lt;section&gt; of <em>words</em>",
          "Use a <div> or <form>. | Use a &lt;div&gt; or &lt;form&gt;.",
        })
    void namesOfBoxesThatNothingEndsAreWordsInASentence(String text, String shown) {
      IssueReading reading =
          Given.file("weekly.md", "---\ntitle: T\ndate: 2026-01-31\n---\nOn. " + text + "\n");

      assertThat(reading.problems()).isEmpty();
      assertThat(reading.issue().orElseThrow().content().markup())
          .contains("On. " + shown + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "*One* <div> two </div> three",
          "*One* <div>",
          "*One* <div> two\n</div>",
          "*One* <div>two",
          "*One* <div class=\"x\"> two",
          "*One* <p> two",
          "*One* <font> two",
        })
    void boxesElsewhereInASentenceAreMarkup(String text) {
      assertThat(Given.html(text + "\n")).doesNotContain("&lt;");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<h2>The <table> element</h2> | The <table> element",
          "<h3>Using <div> and <b>bold</b></h3> | Using <div> and bold",
          "<h2 id=\"x\">Why <video>?</h2> | Why <video>?",
          "<h2><a name=\"x\"></a>One<br/>two</h2> | One two",
          "<h2>One <br> two</h2> | One two",
        })
    void namesOfElementsInARawHeadingAreWords(String heading, String text) {
      IssueReading reading = Given.file(
          "weekly.md",
          "---\ntitle: T\ndate: 2026-01-31\n---\n" + heading + "\n\nOne.\n\n" + heading
              + "\n\nTwo.\n");

      assertThat(reading.problems()).isEmpty();
      assertThat(reading.issue().orElseThrow().parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly(text, text);
    }

    @Test
    void aTableIsMarkup() {
      assertThat(Given.html("<table><tr><td colspan=\"2\">x</td></tr></table>\n"))
          .contains("<table>", "<td colspan=\"2\">x</td>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <tr><td style="text-align: right">x</td></tr>             | <td align="right">x</td>
            <tr><th style="color:red;Text-Align:CENTER;">x</th></tr>  | <th align="center">x</th>
            <tr><td align="center">x</td></tr>                        | <td align="center">x</td>
            <tr align="right"><td>x</td></tr>                         | <td align="right">x</td>
            <tr align="right"><td align="left">x</td></tr>            | <td align="left">x</td>
            <tr><td style="width: 9px">x</td></tr>                    | <td>x</td>
            """)
    void keepsTheAlignmentOfCells(String row, String cell) {
      assertThat(Given.html("<table>" + row + "</table>\n")).contains(cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <a name="x"></a>        | <a id="x"></a>
            <a name="2026"></a>     | <a id="2026"></a>
            <a name="новости"></a>  | <a id="новости"></a>
            <a id="x" name="x"></a> | <a id="x"></a>
            <a id="x" name="y"></a> | <a id="y"></a><a id="x"></a>
            """)
    void keepsTheNamesOfAnchors(String anchor, String kept) {
      assertThat(Given.html(anchor + "Text. [Go](#x)\n"))
          .isEqualTo(
              "<p>" + kept + "Text. <a href=\"https://example.org/issues/weekly#x\">Go</a></p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"div", "center", "article", "section", "aside", "form", "fieldset"})
    void theWordsInABoxStay(String tag) {
      assertThat(Given.html("<" + tag + ">\nwords\n</" + tag + ">\n"))
          .contains("words")
          .doesNotContain("<" + tag);
    }

    @Test
    void textOutsideAnyBlockBecomesAParagraph() {
      assertThat(Given.html("<div><p>one</p>loose <b>words</b></div>\n"))
          .contains("<p>one</p>", "<p>loose <b>words</b>\n</p>");
    }

    @Test
    void commentsAreNotShown() {
      assertThat(Given.body("a <!-- secret --> b\n\n<!-- more\n\nsecrets -->\n\nc\n")
              .content()
              .markup())
          .doesNotContain("secret")
          .contains("c");
    }
  }

  @Nested
  final class TextOfTheAuthor {
    @Test
    void anUnknownTagInALineIsShown() {
      assertThat(Given.html("mean time to <something> else"))
          .isEqualTo("<p>mean time to &lt;something&gt; else</p>\n");
    }

    @Test
    void anUnknownTagAsBlockIsShownAndWhatFollowsIsMarkdown() {
      String html = Given.html("<something>\n\n*emphasis*\n");

      assertThat(html).contains("&lt;something&gt;").contains("<em>emphasis</em>");
    }

    @Test
    void anUnknownTagAtTheStartOfAParagraphIsShownAndTheParagraphIsMarkdown() {
      assertThat(Given.html("<something> is *new*\n"))
          .isEqualTo("<p>&lt;something&gt; is <em>new</em></p>\n");
    }

    @Test
    void anUnknownClosingTagIsShown() {
      assertThat(Given.body("ends with </something> here").content().text())
          .isEqualTo("ends with </something> here");
    }

    @Test
    void anUnknownTagInABlockOfHtmlIsShown() {
      assertThat(
              Given.body("<div>\nmean time to <something>\n</div>\n").content().text())
          .isEqualTo("mean time to <something>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a < b", "a <- b", "List<String> names", "if (a<b && c>d)", "<3", "<>"})
    void loneAngleBracketsAreShown(String text) {
      assertThat(Given.body(text).content().text()).isEqualTo(text);
    }

    @Test
    void anUnknownTagInCodeIsShown() {
      assertThat(Given.body("`<something>` and `<b>`").content().text())
          .isEqualTo("<something> and <b>");
    }
  }

  @Nested
  final class Swallowing {
    private static Stream<String> tagsThatBrowsersReadOnFrom() {
      return Stream.of(
          "title",
          "textarea",
          "script",
          "style",
          "xmp",
          "iframe",
          "noscript",
          "plaintext",
          "template",
          "select",
          "svg",
          "math",
          "object",
          "noembed",
          "noframes",
          "head",
          "body",
          "html",
          "frameset",
          "option");
    }

    @ParameterizedTest
    @MethodSource("tagsThatBrowsersReadOnFrom")
    void aTagInALineNeverSwallowsTheWordsThatFollow(String tag) {
      assertThat(Given.body("Use the <" + tag + "> element.\n\nNext paragraph.\n")
              .content()
              .text())
          .startsWith("Use the")
          .contains("element.")
          .contains("Next paragraph.");
    }

    @ParameterizedTest
    @MethodSource("tagsThatBrowsersReadOnFrom")
    void anUnclosedTagAsBlockNeverSwallowsTheWordsThatFollow(String tag) {
      assertThat(Given.body("Before.\n\n<" + tag + ">\n\nNext paragraph.\n\nLast.\n")
              .content()
              .text())
          .contains("Before.")
          .contains("Next paragraph.")
          .contains("Last.");
    }

    @Test
    void anUnclosedTagInsideABlockNeverSwallowsTheWordsThatFollow() {
      assertThat(
              Given.body("<div>\n<textarea>\nin\n</div>\n\nNext.\n").content().text())
          .contains("in")
          .contains("Next.");
    }

    @Test
    void anUnclosedAttributeNeverSwallowsTheWordsThatFollow() {
      assertThat(Given.body("<div class=\"open>\nin\n</div>\n\nNext paragraph.\n")
              .content()
              .text())
          .contains("Next paragraph.");
    }
  }

  @Nested
  final class NotForReaders {
    @Test
    void aClosedScriptIsDroppedWithItsCode() {
      assertThat(Given.html("a\n\n<script>\nalert(1)\n</script>\n\nb\n"))
          .doesNotContain("alert", "script")
          .contains("<p>a</p>", "<p>b</p>");
    }

    @Test
    void anUnclosedScriptIsHarmless() {
      assertThat(Given.html("<script>alert(1)\n\nb\n")).doesNotContain("<script");
    }

    @Test
    void aClosedStyleIsDroppedWithItsRules() {
      assertThat(Given.html("<style>\np { color: red }\n</style>\n\nb\n"))
          .doesNotContain("color", "style")
          .contains("b");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<p onclick=\"alert(1)\">x</p> | onclick",
          "<img src=\"https://a.example/b.png\" onerror=\"alert(1)\"> | onerror",
          "a <b style=\"color:red\">x</b> | style",
          "a <span class=\"big\">x</span> | class",
          "<a href=\"javascript:alert(1)\">x</a> | javascript",
          "<a href=\"JaVaScRiPt:alert(1)\">x</a> | alert",
          "<a href=\" java&#10;script:alert(1)\">x</a> | alert",
          "[x](javascript:alert(1)) | alert",
          "[x](&#106;avascript:alert(1)) | alert",
          "[x](data:text/html;base64,PHg+) | data:",
          "[x](vbscript:a) | vbscript",
          "[x](file:///etc/passwd) | file:",
          "![x](data:image/png;base64,AAAA) | data:",
          "<img src=\"javascript:alert(1)\" alt=\"x\"> | javascript",
          "<form action=\"https://a.example/\"><input name=\"q\">x</form> | input",
          "<button formaction=\"javascript:alert(1)\">x</button> | button",
          "<iframe src=\"https://a.example/\"></iframe> x | iframe",
          "<object data=\"https://a.example/\">x</object> | object",
          "<base href=\"https://a.example/\">x | base",
          "<link rel=\"stylesheet\" href=\"https://a.example/\">x | link",
          "<meta http-equiv=\"refresh\" content=\"0\">x | meta"
        })
    void whatIsActiveIsRemoved(String markdown, String removed) {
      assertThat(Given.html("words\n\n" + markdown + "\n"))
          .contains("words")
          .doesNotContainIgnoringCase(removed);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<svg width=\"9\" onload=\"alert(1)\"><path d=\"M0 0h9\"/></svg>",
          "<math><mi>x</mi></math>"
        })
    void drawingsAndFormulasAreNotShownAsTags(String markdown) {
      assertThat(Given.body("words\n\n" + markdown + "\n").content().text())
          .contains("words")
          .doesNotContain("<svg", "<math");
    }

    @Test
    void theWordsOfALinkThatMayNotBeFollowedStay() {
      assertThat(Given.body("[read this](javascript:alert(1))").content().text())
          .isEqualTo("read this");
    }

    @Test
    void anIdThatStandsTwiceStaysWhereItIsFirst() {
      assertThat(Given.html("<p id=\"x\">a</p>\n<p id=\"x\">b</p>\n"))
          .containsOnlyOnce("id=\"x\"")
          .contains("<p id=\"x\">a</p>");
    }
  }

  @Test
  void whatIsNoLinkInAScriptIsDroppedAndStaysTextBehindIt() {
    assertThat(Given.html("A <script><made:up></script> and <made:up> b."))
        .isEqualTo("<p>A  and &lt;made:up&gt; b.</p>\n");
  }
}
