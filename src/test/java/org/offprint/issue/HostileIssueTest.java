package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that is meant to cost time or stack is read like any other, or refused, within three seconds of
 * processor time; the longer timeout is for a machine that is busy with something else.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileIssueTest {
  private static final int MANY = 100_000;
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final String AROUND = "Before.\n\n%s\n\nAfter.\n";

  private static Issue read(String body) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    Issue issue = Given.body(body);
    assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
    return issue;
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
        "\u202E"
      })
  void aHundredThousandMarksInALineAreRead(String mark) {
    Issue issue = read(AROUND.formatted("x " + mark.repeat(MANY)));

    assertThat(issue.content().text()).startsWith("Before.");
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
        "<font>"
      })
  void aHundredThousandBlocksAreRead(String block) {
    Issue issue = read(AROUND.formatted(block.repeat(MANY / block.length())));

    assertThat(issue.content().text()).startsWith("Before.");
  }

  @Test
  void nestedBracketsAreRead() {
    assertThat(read("[".repeat(MANY) + "a" + "]".repeat(MANY)).content().text()).contains("a");
  }

  @Test
  void nestedLinksAreRead() {
    assertThat(
            read("[".repeat(MANY / 2) + "a" + "](b)".repeat(MANY / 2)).content().text())
        .contains("a");
  }

  @Test
  void balancedEmphasisIsRead() {
    assertThat(read("*_".repeat(10_000) + "b" + "_*".repeat(10_000)).content().text())
        .contains("b");
  }

  @Test
  void deepListsAreRead() {
    String list = IntStream.range(0, 1000)
        .mapToObj(level -> "  ".repeat(level) + "- entry" + level + "\n")
        .collect(Collectors.joining());

    assertThat(read("## Tools\n\n" + list).content().text())
        .contains("entry0")
        .contains("entry999");
  }

  @Test
  void deepListsWithLinksAreRead() {
    String list = IntStream.range(0, 500)
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
    assertThat(read(heading.repeat(10_000)).parts())
        .extracting(Part::anchor)
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--\n",
        "<div><!--\n",
        "<script>\n",
        "<style>\n",
        "<textarea>\n",
        "<div><script>\n"
      })
  void manyRawTagsThatAreNeverClosedAreRead(String tag) {
    assertThat(read("Before.\n\n" + tag.repeat(20_000)).content().text()).startsWith("Before.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a <script> ", "[http://", "etc. X ", "<https://e.com/>\n\n"})
  void manyBeginningsInOneLineAreRead(String beginning) {
    assertThat(read("Before " + beginning.repeat(60_000 / beginning.length() * 4))
            .content()
            .text())
        .startsWith("Before");
  }

  @Test
  void aMegabyteOfTextIsRead() {
    assertThat(read("word ".repeat(200_000)).content().text()).hasSize(999_999);
  }

  @Test
  void aFileOfTenMegabytesIsRefused() {
    byte[] bytes = new byte[10 * 1024 * 1024];
    Arrays.fill(bytes, (byte) 'a');

    IssueReading reading = Given.file("a.md", bytes);

    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).contains("larger than 2,097,152 bytes"));
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
  @ValueSource(strings = {"[", "*", "`", "<", "&", "_", "\\", "![", "<a>", "#"})
  void aLongTitleOfOneMarkIsRead(String mark) {
    Issue issue = Given.frontMatter("date: 2026-01-31\ntitle: 'T " + mark.repeat(10_000) + "'\n")
        .issue()
        .orElseThrow();

    assertThat(issue.title()).startsWith("T");
  }
}
