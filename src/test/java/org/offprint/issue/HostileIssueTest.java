package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that is meant to cost time, memory or stack is read like any other, or refused in one sentence, within two seconds of
 * processor time; the longer timeout is for a machine that is busy with something else.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileIssueTest {
  private static final int WHOLE_FILE = 512 * 1024 - 100;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static IssueReading reading(String body) {
    return reading("weekly.md", body);
  }

  private static IssueReading reading(String name, String body) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    String file = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n" + body;
    long start = thread.getCurrentThreadCpuTime();
    IssueReading reading = Given.file(name, file);
    assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
    return reading;
  }

  private static Issue read(String body) {
    IssueReading reading = reading(body);
    assertThat(reading.problems()).noneMatch(Problem::isError);
    return reading.issue().orElseThrow();
  }

  /** Reads it, or says in one sentence what is too much and what to do. */
  private static void readOrRefuse(String body) {
    IssueReading reading = reading(body);
    if (reading.issue().isEmpty()) {
      assertThat(reading.problems()).singleElement().satisfies(HostileIssueTest::isHelpful);
    }
  }

  private static void isHelpful(Problem problem) {
    assertThat(problem.message()).containsAnyOf("leave some of it out", "end it with -->");
  }

  private static String fill(String piece) {
    return piece.repeat(WHOLE_FILE / piece.getBytes(StandardCharsets.UTF_8).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "]",
        "(",
        ")",
        "![",
        "[a](",
        "[a][",
        "[^",
        "[^a]",
        "*",
        "_",
        "**",
        "~~",
        "*a ",
        "`",
        "`a",
        "``",
        "&",
        "&#",
        "\\",
        "<",
        "<a",
        "<a>",
        "<b>",
        "</b>",
        "<!--",
        "<x>",
        "<a href='",
        "\"",
        "|",
        "a|",
        ":",
        "-",
        "=",
        "#",
        "1.",
        "+",
        "!",
        "http://",
        "www.",
        "a@",
        "@a.",
        "\u0000",
        "\uFEFF",
        "🎉",
        "e\u0301",
        "\u202E",
        "![[",
        "_a__b*c**",
        "*a_b",
        "**x* ",
        "<a <a",
        "<a b=\"",
        "<<<<",
        "<?",
        "<!A",
        "<![CDATA[",
        "[x](<b",
        "[x](y \"",
        "[x](y (",
        "[x](((",
        "[[a]",
        "![a",
        "[a]](b)",
        "[x][x]",
        "&#x41;",
        "\\*",
        "<b id=1>",
        "<b><p>",
        "www.a.b ",
        "a@b.c ",
        "word ",
        "a"
      })
  void aFileOfOneMarkInALineIsReadOrRefused(String mark) {
    readOrRefuse("x " + fill(mark));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "- ",
        "* ",
        "1. ",
        "+ ",
        "<div>",
        "<div>\n",
        "<p>",
        "<b>\n",
        "<table>",
        "<ul><li>",
        "<blockquote>\n",
        "<something>\n",
        "<something>\n\n",
        "---\n",
        "```\n",
        "~~~\n",
        "    a\n\n",
        "| a |\n|---|\n",
        "- a\n",
        "> a\n\n",
        "[^1]: a\n",
        "[a]: b\n",
        "<details>\n\n",
        "<font>",
        "[\n",
        "![[\n",
        "# a\n",
        "a\n=\n",
        "|a|b|\n",
        "[x]: /u \"t\n",
        "[x]: /u (\n",
        "[x]: /u \"t\n\n",
        "[x\n",
        "> - ",
        "1a\n",
        "\n",
        "a\n\n",
        "[a](b)\n\n",
        "<div>\n<a <a",
        "<p><a href=x>",
        "<table><tr><td>",
        "<div>\n<b id=1><p>",
        "<p>\n<br>\n",
        "<p>a<br>\n",
        "<p><b>a</b><br>",
        "<div><p><b>a</b><br></p></div>\n",
        ":::foo\n"
      })
  void aFileOfOneBlockIsReadOrRefused(String block) {
    readOrRefuse(fill(block));
  }

  @ParameterizedTest
  @CsvSource({
    "[, ]",
    "[, ](b)",
    "![, ](b)",
    "![, ]",
    "*_, _*",
    "<b><i>, </i></b>",
    "<div>, </div>",
    "<table><tr><td>, </td></tr></table>",
    "'> ', ''"
  })
  void deepNestingIsReadOrRefused(String open, String close) {
    for (int depth : new int[] {500, 5_000, 12_000}) {
      readOrRefuse("<div>\n\n" + open.repeat(depth) + "word" + close.repeat(depth));
    }
  }

  static Stream<String> collections() {
    return Stream.of(
        "|" + fill("a|").substring(0, WHOLE_FILE / 2 - 2) + "\n|"
            + fill("-|").substring(0, WHOLE_FILE / 2 - 2),
        "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n" + "|x|\n".repeat(1_000),
        "> |" + "a|".repeat(1_000) + "\n> |" + "-|".repeat(1_000) + "\n" + "> c|\n".repeat(20_000),
        numbered(1_000, i -> "`".repeat(i) + "a"),
        numbered(1_000, i -> "`".repeat(1_000 - i) + "\n"),
        "[".repeat(8_000) + "[a](b)".repeat(8_000),
        "[x]: /" + "u".repeat(100_000) + "\n\n" + "[x] ".repeat(4_000),
        "[x]: /u \"" + "&".repeat(100_000) + "\"\n\n" + "![x] ".repeat(4_000),
        numbered(900, i -> "[x" + i + "]: /u\n") + "\n" + "[x1] ".repeat(10_000),
        numbered(20_000, i -> "[x" + i + "]: /u\n"),
        "[^1]: a\n\n" + "[^1] ".repeat(8_000),
        numbered(5_000, i -> "[^" + i + "]: a [^" + (i + 1) + "]\n\n") + "[^0]",
        fill("_a__b*c**".repeat(300) + "\n\n"),
        fill(">".repeat(62) + " a\n\n"),
        fill(numbered(60, i -> "  ".repeat(i) + "- e\n")),
        "<div>\n" + fill("<p " + numbered(1_500, i -> " a" + i) + ">"),
        "<div>\n" + numbered(20_000, i -> "<i title=" + i + "><p>"),
        numbered(8_000, i -> "<p id=\"a-" + i + "\">x</p>\n\n") + "## a\n\n".repeat(8_000),
        "## T\n\n" + numbered(9_000, i -> "Item. <https://a.example/" + i + ">\n\n"),
        "## T\n\nItem <https://a.example/>\n\n" + fill("<https://a.b/>\n\n"),
        "## T\n\n" + fill("- a <https://a.b/c>\n"),
        "<https://a.b/" + fill("../").substring(0, WHOLE_FILE - 20) + ">",
        "[a](https://" + fill("é.").substring(0, WHOLE_FILE / 4) + ")",
        "## a" + fill("\u0316\u0300"),
        "www." + fill("a.").substring(8),
        "a@" + fill("b-"),
        "[https://" + "a".repeat(WHOLE_FILE / 2) + "](https://",
        "```\n" + fill("<>&\"\n"),
        fill("::::a\n").substring(0, WHOLE_FILE / 2) + fill(":::\n").substring(0, WHOLE_FILE / 2),
        fill(":::tip\n").substring(0, WHOLE_FILE / 2) + fill(":::\n").substring(0, WHOLE_FILE / 2),
        ":::tip" + fill(" ").substring(20) + "x\n:::\n",
        fill("> :::tip\n> :::\n\n"),
        fill("> [!NOTE]\n\n"),
        "## " + fill("<i></b>"),
        "<div markdown=1>\n" + fill("<div>\n<div markdown=1>\n").substring(20),
        fill(":::foo\n").substring(0, WHOLE_FILE / 2) + fill(":::\n").substring(0, WHOLE_FILE / 2),
        "## " + fill("<b>").substring(0, WHOLE_FILE / 2)
            + fill("</i>").substring(0, WHOLE_FILE / 2),
        "a" + fill("[^1]") + "\n\n[^1]: b\n",
        numbered(900, i -> "a[^" + i + "]\n\n[^" + i + "]: b\n\n"));
  }

  private static String numbered(int count, IntFunction<String> piece) {
    return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("collections")
  void whatMultipliesIsReadOrRefused(String body) {
    readOrRefuse(body);
  }

  @Test
  void balancedEmphasisIsRead() {
    assertThat(read("*_".repeat(700) + "b" + "_*".repeat(700)).content().text()).contains("b");
  }

  @Test
  void deepListsAreRead() {
    String list = IntStream.range(0, 400)
        .mapToObj(level -> "  ".repeat(level) + "- entry" + level + "\n")
        .collect(Collectors.joining());

    assertThat(read("## Tools\n\n" + list).content().text())
        .contains("entry0")
        .contains("entry399");
  }

  @Test
  void deepListsWithLinksAreRead() {
    String list = IntStream.range(0, 350)
        .mapToObj(level -> "  ".repeat(level) + "- <https://a.example/" + level + ">\n")
        .collect(Collectors.joining());

    assertThat(read("## Tools\n\n" + list).parts().get(0).items()).isNotEmpty();
  }

  @Test
  void deepRawHtmlIsRead() {
    assertThat(read("<div>".repeat(2_000) + "word" + "</div>".repeat(2_000))
            .content()
            .text())
        .isEqualTo("word");
  }

  @Test
  void deepEmphasisOfRawHtmlIsRead() {
    assertThat(read("x " + "<b><i>".repeat(1_000) + "word" + "</i></b>".repeat(1_000))
            .content()
            .text())
        .isEqualTo("x word");
  }

  @Test
  void manyItemsWithOneLinkAreRead() {
    Issue issue = read("## Tools\n\n" + "Same. <https://a.example/>\n\n".repeat(1_000));

    assertThat(issue.parts().get(0).items()).hasSize(1_000);
    assertThat(issue.parts().get(0).items()).extracting(Item::key).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"# a\n", "a\n=\n", "## a\n\n### b\n\n", "## a\n\nb <https://c.example/>\n\n"})
  void manyHeadingsOfOneNameAreRead(String heading) {
    assertThat(read(heading.repeat(2_000)).parts())
        .extracting(Issue.SectionText::anchor)
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>\n",
        "<pre>\n",
        "- <pre>\n",
        "<style>\n",
        "<textarea>\n",
        "<div><script>\n"
      })
  void manyRawTagsThatAreNeverClosedAreRead(String tag) {
    assertThat(read("Before.\n\n" + tag.repeat(3_000)).content().text()).startsWith("Before.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a <script> ", "[http://", "etc. X ", "<https://e.com/>\n\n"})
  void manyBeginningsInOneLineAreRead(String beginning) {
    assertThat(read("Before " + beginning.repeat(3_000)).content().text()).startsWith("Before");
  }

  @Test
  void manyTagsThatBreakOneLineAreRead() {
    assertThat(read("a" + "<p>".repeat(20_000) + "b").content().text()).isEqualTo("a b");
  }

  @Test
  void aFileOfWordsIsRead() {
    String paragraph = "word ".repeat(10_000).strip() + "\n\n";

    assertThat(read(paragraph.repeat(10)).content().text()).hasSize(499_999);
  }

  @Test
  void aFileOfTenMegabytesIsRefused() {
    byte[] bytes = new byte[10 * 1024 * 1024];
    Arrays.fill(bytes, (byte) 'a');

    IssueReading reading = Given.file("a.md", bytes);

    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("larger than 524,288 bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[", "{a: ", "- ", "&a ", "*a ", "!!", "\"", "'", "? ", "#", "a: ", ">", "|", "%", "\t",
        "---\n"
      })
  void frontMatterOfOneMarkIsReadOrRefused(String mark) {
    IssueReading reading = Given.frontMatter("x: " + mark.repeat(20_000) + "\n");

    assertThat(reading.problems()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: b\n", "? a\n", "&a a: b\n"})
  void ofManyProblemsTheFirstAreTold(String line) {
    List<Problem> problems = Given.frontMatter(line.repeat(8_000)).problems();

    assertThat(problems).hasSize(50);
    assertThat(problems.get(49).message()).endsWith(" more problems from here on");
  }

  @Test
  void aLongValueIsNotToldWhole() {
    List<Problem> problems =
        Given.frontMatter("title: A\ndate: " + "x".repeat(20_000) + "\n").problems();

    assertThat(problems)
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message()).hasSizeLessThan(500).contains("write 2026-01-31"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "*", "`", "<", "&", "_", "\\", "![", "<a>", "#"})
  void aLongTitleOfOneMarkIsRead(String mark) {
    Issue issue = Given.frontMatter("date: 2026-01-31\ntitle: 'T " + mark.repeat(1_000) + "'\n")
        .issue()
        .orElseThrow();

    assertThat(issue.title()).startsWith("T");
  }

  @Test
  void aTitleOfManyParagraphsIsRefused() {
    IssueReading reading =
        Given.frontMatter("date: 2026-01-31\ntitle: '" + "_a__b*c**".repeat(1_000) + "'\n");

    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("more than 4,000 characters");
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\n\n", "export const a = {\n\n", "<A b={", "{a", "import a from 'a.png'\n"})
  void programsWithoutEndAreRead(String piece) {
    IssueReading reading = reading("weekly.mdx", "export const x = {\n" + fill(piece));

    assertThat(reading.problems()).allSatisfy(problem -> {
      if (problem.isError()) {
        isHelpful(problem);
      }
    });
  }
}
