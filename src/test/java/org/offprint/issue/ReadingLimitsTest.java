package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads a file at its limits; one above them is a problem that names the limit, the line and the remedy. */
final class ReadingLimitsTest {
  private static final String HEAD = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n";

  /** The start of the body. */
  private static final int FIRST = 5;

  private static final String SPLIT = "; split it, or leave some of it out";
  private static final String APART =
      " stand from here on without a blank line between them; put blank lines, or leave some of it out";

  static Stream<Arguments> limits() {
    String table = "|a|b|c|d|\n|-|-|-|-|\n";
    return Stream.of(
        Arguments.of("\n".repeat(10_000), "a", FIRST + 10_000, "lines up to here"),
        Arguments.of(
            "![*a*](/b) <3 \\&#42; ![*a*](/b) <3 \\&#42;\n\n".repeat(2_500),
            "&",
            FIRST + 5_000,
            "*_~"),
        Arguments.of("> - a\n\n".repeat(4_999), "> - - a", FIRST + 9_998, "lists, quotes"),
        Arguments.of("[a]: /b\n\n".repeat(1_000), "[a]: /b", FIRST + 2_000, "([name]: address)"),
        Arguments.of(table + "|c|d|\n".repeat(2_499), "|e", FIRST + 2_501, "cells of tables"),
        Arguments.of("\n" + "word\n".repeat(4_000), "word", FIRST + 1, "4,000 lines" + APART),
        Arguments.of(
            "\n" + "words ".repeat(33_333), "words", FIRST + 1, "200,000 characters" + APART),
        Arguments.of("\n\n" + "*a* ".repeat(1_500), "*", FIRST + 2, "signs *_~" + APART));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void atTheLimitIsReadAndAboveItIsTold(String most, String more, int line, String told) {
    assertThat(Given.file("a.md", HEAD + most).problems()).isEmpty();

    assertThat(Given.file("a.md", HEAD + most + more).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.message()).contains(told).containsAnyOf(SPLIT, APART);
        });
  }

  @Test
  void whatGrowsWhileItIsReadIsTold() {
    String target = "[a]: /" + "b".repeat(10_000) + "\n\n";

    assertThat(Given.file("a.md", HEAD + target + "[a] ".repeat(90)).problems()).isEmpty();
    assertThat(Given.file("a.md", HEAD + target + "[a] ".repeat(110)).problems())
        .extracting(Problem::message)
        .containsExactly("becomes more than 1,000,000 characters of HTML" + SPLIT);
  }

  @Test
  void addressesThatGrowByTheirEncodingAreTold() {
    String target = "[x]: <#" + "€".repeat(1_000) + ">\n\n";
    String longer = "[x]: <#" + "€".repeat(1_200) + ">\n\n[x]";

    assertThat(Given.file("a.md", HEAD + target + "[x] ".repeat(100)).problems())
        .noneMatch(Problem::isError);
    assertThat(Given.file("a.md", HEAD + target + "[x] ".repeat(200)).problems())
        .extracting(Problem::message)
        .containsExactly("becomes more than 1,000,000 characters of HTML" + SPLIT);
    assertThat(Given.file("a.md", HEAD + longer).issue().orElseThrow().content().markup())
        .doesNotContain("%E2");
  }

  @Test
  void moreAuthorsThanAnyTeamHasAreTold() {
    String head = HEAD.replace("title:", "authors: [" + "a, b, ".repeat(50) + "%s]\ntitle:");

    assertThat(Given.file("a.md", head.formatted("")).issue().orElseThrow().authors())
        .hasSize(2);
    assertThat(Given.file("a.md", head.formatted("c")).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("more than 100 authors"));
  }

  @Test
  void whatBecomesManyElementsIsTold() {
    String unclosed = "<div>\n<p>" + "<i id=a><i id=b><i id=c><i id=d>".repeat(10);

    assertThat(Given.file("a.md", HEAD + unclosed + "<p>x".repeat(100)).problems())
        .noneMatch(Problem::isError);
    assertThat(Given.file("a.md", HEAD + unclosed + "<p>x".repeat(4_000)).problems())
        .extracting(Problem::message)
        .containsExactly(
            "becomes more than 15,000 paragraphs, links and other elements of HTML" + SPLIT);
  }

  @Test
  void frontMatterHasLimitsOfItsOwn() {
    String tags = "tags:\n" + "- \"*\"\n".repeat(5_000);

    assertThat(Given.issueWith(tags).tags()).containsExactly("*");
  }
}
