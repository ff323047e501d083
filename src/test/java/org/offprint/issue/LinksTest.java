package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {
  private static final URI PERMALINK = URI.create("https://example.org/news/issues/weekly");

  @Nested
  final class Resolving {
    @ParameterizedTest
    @CsvSource({
      "https://a.example/b?c=d#e, https://a.example/b?c=d#e",
      "other, https://example.org/news/issues/other",
      "./other, https://example.org/news/issues/other",
      "../pictures/a.png, https://example.org/news/pictures/a.png",
      "/pictures/a.png, https://example.org/pictures/a.png",
      "//cdn.example/a.js, https://cdn.example/a.js",
      "?q=1, https://example.org/news/issues/weekly?q=1",
      "#tools, https://example.org/news/issues/weekly#tools",
      "'', https://example.org/news/issues/weekly",
      "' https://a.example/ ', https://a.example/",
      "mailto:ada@example.org, mailto:ada@example.org",
      "tel:+49301234, tel:+49301234",
      "HTTPS://A.example/B, HTTPS://A.example/B",
      "https://my_blog.example/, https://my_blog.example/",
      "https://bücher.example/, https://xn--bcher-kva.example/",
      "https://🦄.example/, https://xn--3s9h.example/"
    })
    void isAgainstThePermalink(String reference, String absolute) {
      assertThat(Links.resolve(PERMALINK, reference)).contains(URI.create(absolute));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "javascript:alert(1)",
          "JAVASCRIPT:alert(1)",
          "data:text/html,x",
          "vbscript:x",
          "file:///etc/passwd",
          "blob:https://a.example/1",
          "http://",
          "https://",
          "http:",
          "https:///path",
          "http://[::1",
          "https://%22onload=x",
          "https://<script>",
          "made-up:thing"
        })
    void refusesWhatReadersShouldNotFollow(String reference) {
      assertThat(Links.resolve(PERMALINK, reference)).isEmpty();
    }

    @Test
    void keepsAnAddressInBrackets() {
      assertThat(Links.resolve(PERMALINK, "http://[2001:db8::1]:8080/a[0]"))
          .contains(URI.create("http://[2001:db8::1]:8080/a%5B0%5D"));
    }

    @Test
    void climbsNoHigherThanTheRoot() {
      assertThat(Links.resolve(PERMALINK, "../../../../a.png"))
          .contains(URI.create("https://example.org/a.png"));
    }
  }

  @Nested
  final class Encoding {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "https://a.example/say\"hi\" | https://a.example/say%22hi%22",
          "https://a.example/it’s | https://a.example/it%E2%80%99s",
          "https://a.example/a b | https://a.example/a%20b",
          "https://a.example/b_(c) | https://a.example/b_(c)",
          "https://a.example/100% | https://a.example/100%25",
          "https://a.example/%zz | https://a.example/%25zz",
          "https://a.example/%4 | https://a.example/%254",
          "https://a.example/a%20b%C3%A9 | https://a.example/a%20b%C3%A9",
          "https://a.example/é🎉 | https://a.example/%C3%A9%F0%9F%8E%89",
          "https://a.example/<a>{b}^`\\ | https://a.example/%3Ca%3E%7Bb%7D%5E%60%5C",
          "https://a.example/#a#b | https://a.example/#a%23b",
          "https://a.example/?a=[1]&b=c;d=e,f | https://a.example/?a=%5B1%5D&b=c;d=e,f",
          "https://a.example/~me!$&'()*+,;=:@ | https://a.example/~me!$&'()*+,;=:@"
        })
    void isDoneWhereItMust(String written, String encoded) {
      assertThat(Links.encode(written)).isEqualTo(encoded);
    }

    @Test
    void dropsLineEndsAndTabsAsBrowsersDo() {
      assertThat(Links.encode("https://a.example/a\n\tb")).isEqualTo("https://a.example/ab");
    }

    @Test
    void doneTwiceChangesNothing() {
      String once = Links.encode("https://a.example/é \"x\" %zz #a#b [c]");

      assertThat(Links.encode(once)).isEqualTo(once);
    }

    @Test
    void keepsAnInternationalHostReachable() {
      assertThat(Links.resolve(PERMALINK, "https://münchen.example/straße"))
          .map(URI::toString)
          .hasValueSatisfying(link -> assertThat(link)
              .isIn(
                  "https://xn--mnchen-3ya.example/stra%C3%9Fe",
                  "https://m%C3%BCnchen.example/stra%C3%9Fe"));
    }
  }

  @Nested
  final class Normalising {
    private static String normal(String link) {
      return Links.normalise(URI.create(link));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://a.example/b",
          "https://www.a.example/b/",
          "HTTPS://A.EXAMPLE/b",
          "https://a.example:443/b",
          "http://a.example:80/b",
          "https://a.example/b?utm_source=x&utm_campaign=y",
          "https://a.example/b//"
        })
    void makesLinksToTheSameThingEqual(String link) {
      assertThat(normal(link)).isEqualTo("a.example/b");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://b.a.example/b",
          "https://a.example:8443/b",
          "https://a.example/B",
          "https://a.example/b?page=2",
          "https://a.example/b#part",
          "https://a.example/c"
        })
    void keepsLinksToOtherThingsApart(String link) {
      assertThat(normal(link)).isNotEqualTo("a.example/b");
    }

    @Test
    void keepsTheOtherParametersOfACampaign() {
      assertThat(normal("https://a.example/?a=1&utm_medium=x&b=2")).isEqualTo("a.example?a=1&b=2");
    }

    @Test
    void takesAnEncodedHost() {
      assertThat(normal("https://m%C3%BCnchen.example/a")).isNotEmpty();
    }
  }

  @Nested
  final class InAnIssue {
    @ParameterizedTest
    @CsvSource({
      "[a](other), href=\"https://example.org/issues/other\"",
      "[a](?q=1), href=\"https://example.org/issues/weekly?q=1\"",
      "[a](#tools), href=\"https://example.org/issues/weekly#tools\"",
      "[a](/b), href=\"https://example.org/b\"",
      "![a](p.png), src=\"https://example.org/issues/weekly/p.png\"",
      "![a](<my picture.png>), src=\"https://example.org/issues/weekly/my%20picture.png\"",
      "<a href='b.html'>a</a>, href=\"https://example.org/issues/b.html\"",
      "x <img src='p.png' alt='a'>, src=\"https://example.org/issues/weekly/p.png\""
    })
    void everyLinkAndImageIsAbsolute(String markdown, String attribute) {
      assertThat(Given.html(markdown)).contains(attribute);
    }

    @Test
    void aQuoteInAUrlBreaksNoAttribute() {
      assertThat(Given.html("[a](https://a.example/say\"hi\")"))
          .contains("href=\"https://a.example/say%22hi%22\"");
    }

    @Test
    void anAmpersandIsEscapedOnce() {
      assertThat(Given.html("[a](https://a.example/?b=1&c=2&amp;d=3)"))
          .contains("href=\"https://a.example/?b=1&amp;c=2&amp;d=3\"");
    }

    @Test
    void anImageWithoutAUsableAddressLeavesItsText() {
      assertThat(Given.html("a ![b](javascript:x) c")).isEqualTo("<p>a b c</p>\n");
    }

    @Test
    void aLinkWithoutAUsableAddressKeepsItsWords() {
      assertThat(Given.html("a [b](http://) c")).contains("b").doesNotContain("href");
    }

    @Test
    void referenceLinksAreLinks() {
      assertThat(Given.html("[a][1] and [b]\n\n[1]: https://a.example/\n[b]: /b\n"))
          .contains("href=\"https://a.example/\"", "href=\"https://example.org/b\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.org, https://www.example.org",
    "www.example.org/knots?x=1, https://www.example.org/knots?x=1",
    "WWW.Example.org/, https://WWW.Example.org/",
    "www.md, https://example.org/issues/www.md",
    "www/knots.html, https://example.org/issues/www/knots.html"
  })
  void withoutTheBeginningOfTheirAddressLeadToTheirHost(String given, String address) {
    assertThat(Links.resolve(URI.create("https://example.org/issues/12"), given))
        .contains(URI.create(address));
  }

  /** Editors leave such links behind, of which a reader misses nothing. */
  @Test
  void withoutAddressAndWordsIsGoneWithoutAWarning() {
    IssueReading reading =
        Given.file("2026-01-31-weekly.md", "---\ntitle: The Weekly\n---\n\nA []() b.\n\n[]()\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.issue().orElseThrow().content().text()).isEqualTo("A b.");
  }

  @Test
  void withoutAddressLeavesItsWordsAndAWarning() {
    IssueReading reading =
        Given.file("2026-01-31-weekly.md", "---\ntitle: The Weekly\n---\n\nA [word]() b.\n");

    assertThat(reading.problems()).extracting(Problem::line).containsExactly(5);
    assertThat(reading.issue().orElseThrow().content().text()).isEqualTo("A word b.");
  }
}
