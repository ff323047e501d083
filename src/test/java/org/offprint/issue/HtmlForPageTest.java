package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlForPageTest {
  private static String shown(String markup) {
    return Html.ofSanitised(markup).forPage(address -> Optional.empty()).markup();
  }

  @ParameterizedTest
  @CsvSource({
    "h2 h3 h4, h2 h3 h4",
    "h2 h5 h5 h2 h3, h2 h3 h3 h2 h3",
    "h2 h4 h6 h4 h3, h2 h3 h4 h3 h3",
    "h3 h2 h3, h2 h2 h3",
    "h6, h2"
  })
  void noLevelOfHeadingsIsLeftOut(String written, String shown) {
    String headings = written.replaceAll("(h\\d) ?", "<$1>x</$1>");

    assertThat(shown(headings)).isEqualTo(shown.replaceAll("(h\\d) ?", "<$1>x</$1>"));
  }

  @Test
  void codeCanBeScrolledByItself() {
    assertThat(shown("<pre><code>a\n b\n</code></pre>\n"))
        .isEqualTo("<pre tabindex=\"0\"><code>a\n b\n</code></pre>\n");
  }

  @Test
  void tablesCanBeScrolledByThemselves() {
    String table = "<table><tbody><tr><td>a &lt; b</td></tr></tbody></table>";

    assertThat(shown("<p>x</p>\n" + table))
        .isEqualTo("<p>x</p>\n<div class=\"wide\" tabindex=\"0\">" + table + "</div>");
  }

  @Test
  void linksThatSayTheirAddressAreMarked() {
    assertThat(shown("<a href=\"https://a.example.org/\">https://a.example.org/</a>"
            + "<a href=\"https://a.example.org/\">A</a>"))
        .isEqualTo("<a href=\"https://a.example.org/\" class=\"bare\">https://a.example.org/</a>"
            + "<a href=\"https://a.example.org/\">A</a>");
  }

  @Test
  void permalinkStandsBeforeTheListInAnItem() {
    Html mark = Html.mark("permalink", "#x", "Link", Optional.of("en"));
    Html item = Html.ofSanitised("Words\n<ul>\n<li>more</li>\n</ul>\n");

    assertThat(item.annotated(mark, Html.EMPTY).markup())
        .isEqualTo("Words" + mark.markup() + "\n<ul>\n<li>more</li>\n</ul>\n");
    assertThat(mark.markup()).contains(" lang=\"en\"");
  }

  @ParameterizedTest
  @CsvSource({
    "what-s-new, What&apos;s new?, whats-new",
    "c-and-rust, C &amp; Rust, c--rust",
    "1-intro, 1. Intro, intro",
    "news, News, ''",
  })
  void headingsHaveTheNamesOfOtherGeneratorsToo(String id, String heading, String names) {
    String other = names.replaceAll("(\\S+) ?", "<span id=\"$1\"></span>");

    assertThat(shown("<h2 id=\"" + id + "\">" + heading + "</h2>").replace("&apos;", "'"))
        .isEqualTo("<h2 id=\"" + id + "\">" + other + heading.replace("&apos;", "'") + "</h2>");
  }
}
