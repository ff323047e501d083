package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.SafeHtml;

final class MarkdownTextTest {
  private static String markdown(String html) {
    return markdown(Sanitizer.clean(
        List.of(html),
        new References(Given.RULES, "a.md", "a", Surroundings.NONE),
        Deadline.of(html, Optional.empty())));
  }

  private static String markdown(Element clean) {
    return MarkdownText.of(clean, 0, Long.MAX_VALUE).orElseThrow();
  }

  private static Element readBack(String markdown) {
    String html = HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    return Jsoup.parseBodyFragment(html).body();
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void headingsParagraphsAndLinksAreMarkdown() {
    assertThat(markdown(
            "<h2 id=\"t\">Tools</h2>\n<p>One <em>thing</em>.\n<br><a href=\"/x\">here</a></p>"))
        .isEqualTo("## Tools\n\nOne *thing*.  \n[here](https://example.org/x)");
  }

  @Test
  void listsKeepTheirKindStartAndNesting() {
    assertThat(markdown("<ol start=\"3\"><li>a<ul><li>b</li></ul></li><li>c</li></ol>"))
        .isEqualTo("3. a\n   - b\n4. c");
  }

  @ParameterizedTest
  @CsvSource({
    "<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul>, - a||* b||- c",
    "<ol><li>a</li></ol><ol><li>b</li></ol><ul><li>c</li></ul>, 1. a||1) b||- c",
    "<ul><li>a<ul><li>b</li></ul><ol start=\"3\"><li>c</li></ol></li></ul>, - a|  |  - b|  |  3. c",
  })
  void listsThatFollowEachOtherStayApartWithoutAComment(String html, String markdown) {
    assertThat(markdown(html)).isEqualTo(markdown.replace('|', '\n'));
    assertThat(readBack(markdown(html)).select("ul, ol"))
        .hasSameSizeAs(Jsoup.parseBodyFragment(html).select("ul, ol"));
  }

  @Test
  void codeKeepsItsFencesAndItsLanguage() {
    assertThat(markdown("<pre><code class=\"language-sh\">echo ```\n</code></pre>"))
        .isEqualTo("````sh\necho ```\n````");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<pre><code class=\"language-|`&lt;style&gt;\">x</code></pre>",
        "<p><code>a\n\n&lt;script&gt;b\n</code></p>",
        "<p><kbd><br><code>&lt;script&gt;</code></kbd></p>",
        "<p>a<br> <br><kbd><br><code>&lt;script&gt;</code></kbd></p>"
      })
  void codeNeverBecomesHtml(String html) {
    SafeHtml.assertMarkdown(markdown(html));
  }

  @Test
  void whatMarkdownHasNoSignForStaysHtml() {
    assertThat(markdown("<p>H<sub>2</sub>O</p><table><tr><td>1</td></tr></table>"))
        .contains("H<sub>2</sub>O")
        .contains("<td>1</td>");
  }

  @Test
  void quotesAndRulesAreMarkdown() {
    assertThat(markdown("<blockquote><p>a</p><p>b</p></blockquote><hr><p>c</p>"))
        .isEqualTo("> a\n> \n> b\n\n___\n\nc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>*stars* _lines_ `ticks` [brackets](round) ![x](y) &lt;b&gt; &amp;amp; # no heading</p>",
        "<p># no heading</p><p>- no list</p><p>1. no list</p><p>&gt; no quote</p><p>===</p><p>***</p>",
        "<p>in<em>side</em> a word, <strong><em>both</em></strong> <em> spaces </em> <em>(x)</em>y</p>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;https://x.example&gt;</p>",
        "<p>a|b ~~no~~ <del>gone</del> <code>a`b</code> <code>``</code></p>",
        "<p>line<br>break<br></p><p> <br>lead</p>",
        "<ul><li><p>a</p><p>b</p></li><li></li><li>c <a href=\"https://e.example/(x)?a=1&amp;amp;b\">d</a></li></ul>",
        "<p><a href=\"https://e.example/a b\">x ] y [ z</a> <img src=\"https://e.example/p.png\" alt=\"an [alt]\"></p>",
        "<h3>A <code>b</code><br>c</h3><dl><dt>t</dt><dd>d</dd></dl>",
        "<p>    four blanks</p><pre>\n  kept\n\n\n  as is</pre>",
        "<p>ends in a backslash\\</p><p>2026-01-04: a date</p><p>+ plus</p>"
      })
  void readsBackToTheSameWordsLinksAndPictures(String html) {
    Element clean = Sanitizer.clean(
        List.of(html),
        new References(Given.RULES, "a.md", "a", Surroundings.NONE),
        Deadline.of(html, Optional.empty()));
    Element again = readBack(markdown(clean));

    assertThat(folded(again.text())).isEqualTo(folded(clean.text()));
    assertThat(again.select("a[href]").eachAttr("href"))
        .isEqualTo(clean.select("a[href]").eachAttr("href"));
    assertThat(again.select("img").eachAttr("src"))
        .isEqualTo(clean.select("img").eachAttr("src"));
    assertThat(again.select("script, em em, h1")).isEmpty();
  }

  @Test
  void whatGrowsTooLongIsLeftOut() {
    Element clean = Sanitizer.clean(
        List.of("<ul><li>a<ul><li>b &amp; c</li></ul></li></ul>"),
        new References(Given.RULES, "a.md", "a", Surroundings.NONE),
        Deadline.of("", Optional.empty()));
    String markdown = markdown(clean);
    int length = (markdown + "\n").replace("&", "&amp;").length();

    assertThat(MarkdownText.of(clean, 0, length)).contains(markdown);
    assertThat(MarkdownText.of(clean, 0, length - 1)).isEmpty();
  }

  @Test
  void ofAnIssueHasNoFrontMatterAndStandsOnItsOwn() {
    IssueReader reader = new IssueReader(new ReadingRules(
        SourceRules.of(ZoneOffset.UTC),
        URI.create("https://news.example.org/issues/"),
        1 << 20,
        Given.RULES.headings(),
        new TreeMap<>()));
    Issue issue = reader
        .read("7.md", """
            ---
            title: Seven
            date: 2026-01-04
            ---

            See [the docs][d] and [a picture](pic.png).[^1]

            [d]: /docs
            [^1]: A note.
            """.getBytes(StandardCharsets.UTF_8), Surroundings.NONE)
        .issue()
        .orElseThrow();

    assertThat(issue.content().markdown().orElseThrow())
        .startsWith("See [the docs](https://news.example.org/docs)")
        .contains("https://news.example.org/issues/7/pic.png")
        .contains("A note.")
        .doesNotContain("title:");
  }
}
