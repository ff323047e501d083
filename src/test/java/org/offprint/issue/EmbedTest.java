package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is left of embedded documents, pictures and links that readers cannot show, and the warning about each. */
final class EmbedTest {
  private static final String FRONT = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n\n";
  private static final int FIRST_LINE = 6;

  private static IssueReading read(String body) {
    return Given.file("weekly.md", FRONT + body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<iframe src=\"https://a.example/1\" title=\"Knots\"></iframe> | <a href=\"https://a.example/1\">Knots</a>",
        "<iframe src=\"//a.example/1\"></iframe> | <a href=\"https://a.example/1\">a.example</a>",
        "<iframe data-src=\"https://a.example/1\"></iframe> | <a href=\"https://a.example/1\">a.example</a>",
        "<video src=\"v/a.mp4\" controls></video> | <a href=\"https://example.org/issues/weekly/v/a.mp4\">a.mp4</a>",
        "<video src=\"https://a.example/v.mp4\" poster=\"https://a.example/v.jpg\"></video> | <a href=\"https://a.example/v.mp4\"><img src=\"https://a.example/v.jpg\" alt=\"\"> a.example</a>",
        "<video title=\"V\"><source src=\"https://a.example/w.mp4\"><source src=\"https://a.example/w.ogv\"></video> | <a href=\"https://a.example/w.mp4\">V</a>",
        "<audio src=\"https://a.example/e.mp3\"></audio> | <a href=\"https://a.example/e.mp3\">a.example</a>",
        "<object data=\"https://a.example/o\"><embed src=\"https://a.example/o\"></object> | <a href=\"https://a.example/o\">a.example</a>",
        "<object><param name=\"quality\" value=\"high\"><param name=\"movie\" value=\"https://a.example/o\"><embed src=\"https://a.example/o\"></object> | <a href=\"https://a.example/o\">a.example</a>",
        "<script src=\"https://gist.github.com/mara/1.js\"></script> | <a href=\"https://gist.github.com/mara/1\">gist.github.com</a>",
        "<script src=\"https://asciinema.org/a/14.js\" async></script> | <a href=\"https://asciinema.org/a/14\">asciinema.org</a>",
        "<area href=\"https://a.example/k\" alt=\"Knots\"> | <a href=\"https://a.example/k\">Knots</a>",
        "<embed src=\"https://a.example/o\"> | <a href=\"https://a.example/o\">a.example</a>",
      })
  void embedLeavesALinkAndAWarning(String embed, String link) {
    IssueReading block = read("Words.\n\n" + embed + "\n");
    IssueReading inLine = read("Words.\n\nLook: " + embed + " here.\n");

    assertThat(block.issue().orElseThrow().content().markup()).contains(link);
    assertThat(block.issue().orElseThrow().content().markup().split("<a ")).hasSize(2);
    assertThat(inLine.issue().orElseThrow().content().markup()).contains("Look: " + link);
    assertThat(block.problems()).singleElement().satisfies(warning -> {
      assertThat(warning.kind()).isEqualTo(Problem.Kind.EMBED);
      assertThat(warning.line()).isEqualTo(FIRST_LINE + 2);
    });
    assertThat(inLine.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<svg width=\"9\"><style>text{}</style><text x=\"1\">One &amp; two</text><path d=\"M0\"/><text>three</text></svg> | One &amp; two three",
        "<svg><a xlink:href=\"https://a.example/\"><text>One</text></a></svg> | <a href=\"https://a.example/\">One</a>",
        "<svg title=\"Knots\"><path d=\"M0\"/></svg> | Knots",
        "<math><mi>x</mi><mo>&lt;</mo><mn>1</mn></math> | x &lt; 1",
      })
  void drawingLeavesItsWordsAndAWarning(String drawing, String left) {
    IssueReading block = read("Words.\n\n" + drawing + "\n");
    IssueReading inLine = read("Words.\n\nLook: " + drawing + " here.\n");

    assertThat(block.issue().orElseThrow().content().markup()).contains("<p>" + left);
    assertThat(inLine.issue().orElseThrow().content().markup())
        .contains("Look: " + left + " here.");
    assertThat(block.problems()).singleElement().satisfies(warning -> {
      assertThat(warning.kind()).isEqualTo(Problem.Kind.EMBED);
      assertThat(warning.line()).isEqualTo(FIRST_LINE + 2);
    });
    assertThat(inLine.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>document.write('One')</script>",
        "<script src=\"https://a.example/show.js\"></script>",
        "<svg width=\"400\" viewBox=\"0 0 400 300\"><path d=\"M0\"/></svg>"
      })
  void whatIsLostIsAWarningWithItsLine(String lost) {
    assertThat(read("Words.\n\n" + lost + "\n").problems())
        .singleElement()
        .extracting(Problem::line)
        .isEqualTo(FIRST_LINE + 2);
    assertThat(read("Words.\n\nLook: " + lost + " here.\n").problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script async src=\"https://platform.twitter.com/widgets.js\"></script>",
        "<script src=\"https://a.example/embed.js\"></script>",
        "<script type=\"application/ld+json\">{\"a\": 1}</script>",
        "<script></script>",
        "<style>p { color: red }</style>",
        "<svg width=\"16\" height=\"16\"><path d=\"M0\"/></svg>",
        "<svg viewBox=\"0 0 24 24\"><path d=\"M0\"/></svg>",
        "<svg aria-hidden=\"true\"><path d=\"M0\"/></svg>"
      })
  void whatShowsNothingIsNoWarning(String silent) {
    assertThat(read("Words.\n\n" + silent + "\n\nLook: " + silent + " here.\n").problems())
        .isEmpty();
  }

  @Test
  void embedWithoutAnAddressIsAWarning() {
    assertThat(read("<iframe srcdoc=\"x\"></iframe>\n").problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("nothing is left");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe title=\"A & B\"></iframe>",
        "<object title=\"A & B\"><param name=\"quality\" value=\"high\"></object>"
      })
  void embedWithoutAnAddressLeavesItsTitle(String embed) {
    IssueReading reading = read("Words " + embed + ".\n");

    assertThat(reading.issue().orElseThrow().content().text()).isEqualTo("Words A & B.");
    assertThat(reading.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .endsWith("so its title takes its place");
  }

  @Test
  void equalEmbedsHaveALineEach() {
    String embed = "<iframe src=\"https://a.example/1\"></iframe>\n\n";

    assertThat(read(embed + embed).problems())
        .extracting(Problem::line)
        .containsExactly(FIRST_LINE, FIRST_LINE + 2);
  }

  @Test
  void tagOfSeveralLinesHasItsLine() {
    String body = """
        <iframe src="https://a.example/1"></iframe>

        > <iframe
        >   src="https://a.example/2"></iframe>
        """;

    assertThat(read(body).problems())
        .extracting(Problem::line)
        .containsExactly(FIRST_LINE, FIRST_LINE + 2);
  }

  @Test
  void addressThatBeginsAnotherOneHasItsLine() {
    String body = "![](data:image/png;base64,AAA)\n\n![x](data:image/png;base64,AA)\n";

    assertThat(read(body).problems())
        .extracting(Problem::line)
        .containsExactly(FIRST_LINE, FIRST_LINE + 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`![Win](C:\\\\x.png)`\n\n![Win](C:\\\\x.png)\n",
        "`<iframe src=\"https://a.example/\">`\n\n<iframe src=\"https://a.example/\"></iframe>\n",
        "`webcal:a`\n\n[it](webcal:a)\n",
        "    sms:+49\n\n[it](sms:+49)\n",
        "`data:x`\n\n![*it*](data:x)\n"
      })
  void lineOfAWarningIsNotThatOfTheSameWordsInCode(String body) {
    assertThat(read(body).problems()).extracting(Problem::line).containsExactly(FIRST_LINE + 2);
  }

  @Test
  void embedInCodeIsCode() {
    IssueReading reading = read("Use `<iframe src=\"https://a.example/1\">`.\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.issue().orElseThrow().content().markup()).contains("<code>&lt;iframe");
  }

  @Test
  void detailsAreKept() {
    assertThat(Given.html("<details>\n<summary>More</summary>\n\nWords.\n\n</details>\n\nNext.\n"))
        .contains("<details>", "<summary>More</summary>", "</details>", "<p>Next.</p>");
  }

  @Test
  void detailsAroundHeadingsAreLayout() {
    assertThat(Given.body("<details>\n<summary>More</summary>\n\n## News\n\nA.\n\n</details>\n")
            .parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- [x] Done | ☑ Done",
        "- [X] Done | ☑ Done",
        "- [ ] Open | ☐ Open",
        "1. [ ] *Open* | ☐ Open"
      })
  void boxOfATaskIsShown(String markdown, String text) {
    assertThat(Given.body(markdown + "\n").content().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"\">one</a>",
        "<p><a class=\"x\" href=\"\"><b>one</b></a></p>",
        "[one]()",
        "[one](<>)",
        "![]()",
        "<img src=\"\">"
      })
  void whatHasNoAddressIsAWarningAtItsOwnLine(String empty) {
    String full =
        "[one](https://a.example/) <a href=\"https://a.example/\">one</a> ![](https://a.example/p.png)\n\n";

    assertThat(read(full + empty + "\n\n" + full).problems())
        .singleElement()
        .extracting(Problem::line)
        .isEqualTo(FIRST_LINE + 2);
  }

  @Test
  void allWarningsThatAreReportedHaveTheirLines() {
    String body = IntStream.range(0, 60)
        .mapToObj(i -> "![p" + i + "]()\n\n<b>open " + i + "\n\n")
        .collect(Collectors.joining());

    assertThat(read(body).problems())
        .hasSize(50)
        .isSortedAccordingTo(Comparator.comparingInt(Problem::line))
        .allSatisfy(warning -> assertThat(warning.line()).isPositive());
  }

  @Test
  void linkWithoutAnAddressLeavesItsText() {
    IssueReading reading =
        read("## News\n\nA [word]() and [more](https://a.example/1).\n\n- <a href=\"\">B</a>\n");

    Issue issue = reading.issue().orElseThrow();
    assertThat(issue.content().text()).contains("A word and more", "B");
    assertThat(issue.parts().get(0).items().get(0).links().toString())
        .isEqualTo("[https://a.example/1]");
    assertThat(issue.content().markup()).doesNotContain("issues/weekly");
    assertThat(reading.problems()).extracting(Problem::kind).containsOnly(Problem.Kind.LINK);
    assertThat(reading.problems()).first().extracting(Problem::line).isEqualTo(FIRST_LINE + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"- \\[x] esc", "- a\n- > \\[x] esc", "- a\n  - \\[x] esc"})
  void escapedBoxIsText(String markdown) {
    assertThat(Given.body(markdown + "\n").content().text()).contains("[x] esc");
  }

  @Test
  void linkInBracketsIsNoTask() {
    assertThat(Given.html("- [x](https://a.example/)\n")).contains(">x</a>").doesNotContain("☑");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webcal://a.example/c.ics",
        "sms:+4912345",
        "geo:53.5,10.0",
        "feed:https://a.example/feed",
        "magnet:?xt=urn:btih:abc"
      })
  void linkOfAnotherSchemeKeepsItsAddressAsText(String address) {
    IssueReading reading = read("Words.\n\nSee [it](" + address + ").\n");

    assertThat(reading.issue().orElseThrow().content().text())
        .endsWith("See it (" + address + ").");
    assertThat(reading.problems()).singleElement().satisfies(warning -> {
      assertThat(warning.kind()).isEqualTo(Problem.Kind.LINK);
      assertThat(warning.line()).isEqualTo(FIRST_LINE + 2);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<img src=\"#\">", "![](#)", "<img src='#' alt=Pier>", "<img alt=\"Pier\">"})
  void pictureWithoutAUsableAddressIsAWarningAtItsOwnLine(String picture) {
    assertThat(read("# Pier\n\nThe #pier.\n\n" + picture + "\n").problems())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.kind()).isEqualTo(Problem.Kind.PICTURE);
          assertThat(warning.line()).isEqualTo(FIRST_LINE + 4);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "![Pier](data:image/png;base64,AAAA) | Pier",
        "![Pier]() | Pier",
        "![Pier](#pier) | Pier",
        "![Pier](?x=1) | Pier",
        "![Pier](?) | Pier",
        "![Pier](file:///C:/x.png) | Pier",
        "<img alt=\"Pier\"> | Pier",
        "<img src=\"\" alt=\"Pier\"> | Pier",
      })
  void pictureWithoutAUsableAddressLeavesItsText(String markdown, String text) {
    IssueReading reading = read("Words.\n\nA " + markdown + " here.\n");

    Issue issue = reading.issue().orElseThrow();
    assertThat(issue.content().markup()).contains("A " + text).doesNotContain("<img");
    assertThat(reading.problems()).singleElement().satisfies(warning -> {
      assertThat(warning.kind()).isEqualTo(Problem.Kind.PICTURE);
      assertThat(warning.line()).isGreaterThanOrEqualTo(FIRST_LINE + 2);
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<img data-src=\"https://a.example/l.jpg\" alt=\"x\"> | https://a.example/l.jpg",
        "<img src=\"data:image/gif;base64,R0\" data-src=\"https://a.example/l.jpg\"> | https://a.example/l.jpg",
        "<img srcset=\"https://a.example/1.jpg 1x, https://a.example/2.jpg 2x\"> | https://a.example/2.jpg",
        "<img srcset=\"l.jpg 640w, s.jpg 320w\"> | https://example.org/issues/weekly/l.jpg",
        "<img data-srcset=\"https://a.example/1.jpg\"> | https://a.example/1.jpg",
        "<picture><source srcset=\"https://a.example/p.avif\"><img alt=\"x\"></picture> | https://a.example/p.avif",
        "Words <picture><source srcset=\"https://a.example/p.png 2x\"><img alt=\"x\"></picture>. | https://a.example/p.png",
        "**[<picture><source srcset=\"https://a.example/p.png 2x\"><img alt=\"x\"></picture>](https://a.example/)** | https://a.example/p.png",
      })
  void pictureThatAScriptLoadsIsShown(String html, String address) {
    IssueReading reading = read(html.startsWith("<") ? "<p>" + html + "</p>\n" : html + "\n");

    assertThat(reading.issue().orElseThrow().content().markup())
        .contains("<img", " src=\"" + address + "\"");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void pictureByReferenceWithoutAUsableAddressLeavesItsText() {
    IssueReading reading = read("![Pier][1]\n\n[1]: <data:image/png;base64,AAAA>\n");

    assertThat(Given.html(reading.issue().orElseThrow())).isEqualTo("<p>Pier</p>\n");
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(FIRST_LINE + 2);
  }
}
