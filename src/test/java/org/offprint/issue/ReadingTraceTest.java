package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recording a reading changes nothing of it. */
final class ReadingTraceTest {
  private static final String HEAD = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n\n";

  @TempDir
  private Path folder = Path.of("");

  private final ReadingTrace trace = new ReadingTrace();

  private Issue traced(String body) throws IOException {
    Files.writeString(folder.resolve("weekly.md"), HEAD + body);
    return IssueReader.tracing(Given.RULES, trace)
        .read(folder, "weekly.md")
        .issue()
        .orElseThrow();
  }

  private static List<String> items(Issue issue) {
    return Stream.concat(
            issue.items().stream(), issue.parts().stream().flatMap(part -> part.items().stream()))
        .map(item -> item.key() + " " + item.title() + " " + item.addresses() + item.group())
        .toList();
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesTheSameItemsEachWithItsLines(long seed) throws IOException {
    String body = new RandomIssues(seed).body();

    Issue issue = traced(body);

    assertThat(items(issue)).isEqualTo(items(Given.body(body)));
    assertThat(trace.parts().stream()
            .flatMap(part -> part.pieces().stream())
            .filter(ReadingTrace.Piece::isItem))
        .hasSameSizeAs(items(issue))
        .allSatisfy(piece -> assertThat(piece.lines().first()).isPositive());
  }

  @Test
  void givesItemsAndHeadingsInRawHtmlTheirLines() throws IOException {
    traced("""
        <div>
        <h2>News</h2>
        <p>A <a href="https://a.example/">a</a></p>
        <p>B
        <a href="https://b.example/">b</a></p>
        </div>
        <h2>Tools</h2>
        <ul><li><a href="https://c.example/">c</a></li>
        <li><a href="https://d.example/">d</a></li></ul>
        <iframe src="https://e.example/"></iframe>
        """);

    assertThat(trace.headings())
        .extracting(heading -> heading.lines().toString())
        .containsExactly("7", "12");
    assertThat(trace.parts())
        .flatExtracting(ReadingTrace.Part::pieces)
        .extracting(piece -> piece.lines().toString())
        .containsExactly("8", "9-10", "13", "14", "15");
  }

  @Test
  void saysOfEachHeadingWhatItIs() throws IOException {
    traced("""
        # The Weekly

        ### Letters

        a

        #### From afar

        b

        ## News

        c

        ### At sea

        d

        # Jobs

        e

        # Quote

        f
        """);
    assertThat(trace.headings())
        .extracting(heading -> heading.text() + ": " + heading.use())
        .containsExactly(
            "The Weekly: none: it says the title of the issue",
            "Letters: section",
            "From afar: sub-heading",
            "News: section",
            "At sea: sub-heading",
            "Jobs: section",
            "Quote: section");
  }

  @Test
  void saysOfAHeadingAboveDeeperOnesHowToMakeItASection() throws IOException {
    traced("## News\n\n### One\n\nA.\n\n### Two\n\nB.\n");

    assertThat(trace.headings())
        .extracting(ReadingTrace.Heading::use)
        .containsExactly(
            "none: it stands alone above deeper ones, so it counts as a title; list it under \"sections\" in offprint.yaml if it is a section",
            "section",
            "section");
  }

  @Test
  void saysOfAHeadingBeforeTheSectionsThatItIsNone() throws IOException {
    traced("### Hello\n\nLead.\n\n# News\n\nOne.\n\n# Tools\n\nTwo.\n");

    assertThat(trace.headings())
        .extracting(ReadingTrace.Heading::use)
        .containsExactly("none: it stands alone before the first section", "section", "section");
  }

  @Test
  void saysOfAParagraphWithALinkThatAListIsAskedFor() throws IOException {
    Files.writeString(
        folder.resolve("weekly.md"), HEAD + "## News\n\nA [link](https://a.example/).\n");
    ReadingRules rules = new ReadingRules(
        Given.RULES.source(),
        Given.RULES.issuesBase(),
        Given.RULES.mostBytes(),
        heading -> ItemRule.LIST,
        Given.RULES.media());
    var unused = IssueReader.tracing(rules, trace).read(folder, "weekly.md");

    assertThat(trace.parts().get(0).pieces())
        .extracting(ReadingTrace.Piece::how)
        .containsExactly("nothing that items: list takes");
  }

  @Test
  void leavesRawHtmlAndWhatOnlyLooksLikeItAsTheyAre() throws IOException {
    String body = """
        ## News

        <div>A <a href="https://a.example/">b</a></div>

        <made:up>
        words <https://b.example/>

        <table><tr><td>c</table>

        {: .x}
        """;

    assertThat(items(traced(body))).isEqualTo(items(Given.body(body)));
    assertThat(trace.parts().get(0).pieces())
        .extracting(piece -> piece.lines().toString())
        .containsExactly("8", "10-11", "13");
  }
}
