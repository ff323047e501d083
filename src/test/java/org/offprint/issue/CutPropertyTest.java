package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.testing.HostileIssues;

/** Properties of the cut into sections and items; the seed in a failed test's name repeats it. */
final class CutPropertyTest {
  private static final int CASES = 114;
  private static final Pattern LINK = Pattern.compile("<a href=\"[^\"]*\"");

  /** Raw HTML that means no heading: closed, never closed, or closed without a beginning. */
  private static final List<String> RAW = List.of(
      "<b>",
      "</b>",
      "<em>Word",
      "<code>",
      "<ul><li>One",
      "</ul>",
      "<table><tr><td>Cell",
      "</td></table>",
      "<blockquote>",
      "<div>",
      "</div>",
      "<div class=\"x\">word</div>",
      "<pre>",
      "<script>",
      "<style>",
      "<select><option>",
      "<textarea>",
      "<title>",
      "<svg><p>",
      "<math>",
      "<!-- a remark -->",
      "<!-->",
      "<?php echo 1",
      "<a href=\"https://raw.example/\">",
      "<iframe src=\"https://raw.example/\">",
      "<video src=\"https://raw.example/v.mp4\">",
      "<details><summary>More",
      "<p>",
      "<br>",
      "<hr>",
      "<img src=\"x.png\">",
      "<noscript>",
      "<xmp>",
      "<plaintext>",
      "<template>",
      "<body>",
      "</body></html>",
      "<frameset>");

  static LongStream seeds() {
    long first = Long.getLong("seed", 0);
    return LongStream.range(first, first + CASES);
  }

  /** Blocks in the layouts of newsletters, below their headings. */
  private static final class Layouts {
    private final RandomIssues random;

    Layouts(long seed) {
      random = new RandomIssues(seed);
    }

    List<String> sections() {
      List<String> sections = new ArrayList<>();
      sections.add(random.number(2) == 0 ? "" : random.sentence() + "\n");
      // A lone heading above others would be the title.
      for (int i = 1 + random.number(4); i >= 0; i--) {
        sections.add("## " + random.word() + "\n\n" + blocks());
      }
      return sections;
    }

    private String blocks() {
      int layout = random.number(7);
      return IntStream.rangeClosed(0, random.number(6))
          .mapToObj(i -> random.number(4) == 0 ? block(random.number(14)) : block(layout))
          .collect(Collectors.joining("\n"));
    }

    private String block(int kind) {
      return switch (kind) {
        case 0 -> random.sentence() + " <https://" + random.word() + ".example/>\n";
        case 1 -> link() + " " + random.sentence() + "\n";
        case 2 -> "**" + link() + "**\n\n" + random.sentence() + "\n";
        case 3 -> "- " + link() + "\n- " + random.sentence() + "\n";
        case 4 -> picture() + "\n\n" + link() + "\n\n" + random.sentence() + "\n";
        case 5 -> random.number(20) + "、" + link() + "\n\n" + random.sentence() + "\n";
        case 6 -> "### " + random.word() + "\n\n- " + link() + "\n- " + link() + "\n";
        case 7 -> random.sentence().replace(".", ":") + "\n\n> " + random.sentence() + "\n";
        case 8 -> "```\n" + random.word() + "\n```\n";
        case 9 -> picture() + "\n";
        case 10 -> "&nbsp;\n";
        case 11 -> "***\n";
        case 12 -> "| " + random.word() + " | " + link() + " |\n|---|---|\n";
        default -> random.sentence() + "\n";
      };
    }

    private String link() {
      return "[" + random.word() + "](https://" + random.word() + ".example/)";
    }

    private String picture() {
      return "![" + (random.number(2) == 0 ? "" : random.word()) + "](" + random.word() + ".png)";
    }
  }

  private static String body(long seed) {
    return String.join("\n", new Layouts(seed).sections());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cuttingNeverThrows(long seed) {
    HostileIssues hostile = new HostileIssues(seed);
    for (int i = 0; i < 2; i++) {
      assertThat(Given.file("weekly.md", hostile.next()).problems())
          .noneMatch(problem -> problem.message().contains("more than this program can read"));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leadPartsAndItemsAreTheBlocksInTheirOrder(long seed) {
    Issue issue = Given.body(body(seed));
    int end = issue.lead().length();
    for (Issue.SectionText part : issue.parts()) {
      Html.Span place = part.content().within(issue.content()).orElseThrow();
      assertThat(place.start()).isEqualTo(end);
      end = place.end();
      int within = 0;
      for (Item item : part.items()) {
        Html.Span own = item.content().within(part.content()).orElseThrow();
        assertThat(own.start()).isGreaterThanOrEqualTo(within);
        within = own.end();
      }
    }
    assertThat(end).isEqualTo(issue.content().length());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLinkOfAPartIsInOneOfItsItems(long seed) {
    for (Issue.SectionText part : Given.body(body(seed)).parts()) {
      String items =
          part.items().stream().map(item -> item.content().markup()).collect(Collectors.joining());

      assertThat(links(items)).isEqualTo(links(part.content().markup()));
    }
  }

  private static List<String> links(String markup) {
    return LINK.matcher(markup).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rawHtmlInAPartNeverChangesTheSectionsAfterIt(long seed) {
    List<String> sections = new Layouts(seed).sections();
    RandomIssues random = new RandomIssues(seed + 1);
    int at = random.number(sections.size());
    String raw = RAW.get((int) (seed % RAW.size()));
    String inserted =
        random.number(2) == 0 ? raw + "\n" : random.sentence() + " " + raw + " more\n";
    List<String> changed = new ArrayList<>(sections);
    changed.set(at, sections.get(at) + "\n" + inserted);

    assertThat(partsAfter(at, changed)).as(inserted).isEqualTo(partsAfter(at, sections));
  }

  /** The parts of the sections after one; the lead comes first. */
  private static List<List<Object>> partsAfter(int section, List<String> sections) {
    Issue issue = Given.body(String.join("\n", sections));
    assertThat(issue.parts()).hasSize(sections.size() - 1);
    return issue.parts().stream()
        .skip(section)
        .map(part -> List.<Object>of(
            part.heading(),
            part.content(),
            part.items().stream()
                .map(item -> List.of(item.key(), item.title(), item.content()))
                .toList()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lineEndsOfWindowsChangeNothing(long seed) {
    String body = body(seed);

    assertThat(readAlike(body.replace("\n", "\r\n"))).isEqualTo(readAlike(body));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aBlankAtTheEndsOfLinesChangesNothing(long seed) {
    String body = body(seed).replaceAll("(?s)```\n.*?```\n", "");

    assertThat(readAlike(body.replace("\n", " \n"))).isEqualTo(readAlike(body));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherSignForListsChangesNothing(long seed) {
    String body = body(seed);

    assertThat(readAlike(body.replaceAll("(?m)^- ", "* "))).isEqualTo(readAlike(body));
    assertThat(readAlike(body.replaceAll("(?m)^- ", "+ "))).isEqualTo(readAlike(body));
  }

  private static List<Object> readAlike(String body) {
    Issue issue = Given.body(body);
    return List.of(issue.content(), issue.lead(), issue.parts(), issue.items());
  }
}
