package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links within an issue lead to its headings, whatever a generator named them. */
final class PlacesTest {
  private static String linkIn(String target, String rest) {
    String html = Given.html("[Jump](" + target + ")\n\n" + rest);
    return html.replaceFirst("(?s).*?href=\"https://example\\.org/issues/weekly(.*?)\".*", "$1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // The link, the heading, and its id.
        "#jobs, Jobs, #jobs",
        "#Jobs, Jobs, #jobs",
        "#whats-new, What's new?, #what-s-new",
        "#c--rust, C & Rust, #c-and-rust",
        "#über-uns, Über uns, #uber-uns",
        "#%C3%BCber-uns, Über uns, #uber-uns",
        "#intro, 1. Intro, #1-intro",
        "#-tools, 🔧 Tools, #tools",
        "#user-content-jobs, Jobs, #jobs",
        "#本周话题, 本周话题：围城, ",
        "#本周话题围城, 本周话题：围城, #本周话题-围城",
        "#mine, Jobs {#mine}, #mine",
      })
  void aLinkFindsAHeading(String target, String heading, String id) {
    String link = linkIn(target, "## " + heading + "\n\nText.\n");

    assertThat(link).isEqualTo(id == null ? Links.encode(target) : Links.encode(id));
  }

  @Test
  void aNumberTellsHeadingsOfOneNameApart() {
    assertThat(linkIn("#news-1", "## News\n\nA.\n\n## News\n\nB.\n")).isEqualTo("#news-2");
  }

  @Test
  void aDeeperHeadingGetsAnIdWhenALinkLeadsToIt() {
    String html = Given.html(
        "[Jump](#a-deep-one)\n\n## News\n\nText.\n\n### Long\n\nText.\n\n#### A deep one\n\nText.\n");

    assertThat(html).contains("/weekly#a-deep-one\"", "<h4 id=\"a-deep-one\">");
  }

  @ParameterizedTest
  @CsvSource({"#nowhere, 1", "#, 0", "#top, 0", "#jobs, 0"})
  void aLinkThatLeadsNowhereIsAWarning(String target, int warnings) {
    IssueReading reading = Given.file(
        "2026-01-31-weekly.md", "---\ntitle: A\n---\n\n[Jump](" + target + ")\n\n## Jobs\n\nB.\n");

    assertThat(reading.problems())
        .hasSize(warnings)
        .allSatisfy(problem -> assertThat(problem.toString())
            .contains("2026-01-31-weekly.md:5:", "\"#nowhere\" leads nowhere"));
  }
}
