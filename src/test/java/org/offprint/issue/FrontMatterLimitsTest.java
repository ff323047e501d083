package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Front matter that cannot be used is one problem that names the line, never an exception. */
@Timeout(3)
final class FrontMatterLimitsTest {
  private static final String SOUND = "title: A\ndate: 2026-01-31\n";

  private static Problem onlyProblem(IssueReading reading) {
    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().get(0);
  }

  @Nested
  final class Delimiters {
    @Test
    void missingFrontMatterIsAProblem() {
      Problem problem = onlyProblem(Given.file("notes.md", "# Just text\n"));

      assertThat(problem.line()).isEqualTo(1);
      assertThat(problem.message()).contains("has no front matter");
    }

    @Test
    void anEmptyFileIsAProblem() {
      assertThat(onlyProblem(Given.file("empty.md", "")).message()).contains("no front matter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "2026/README.md"})
    void readmeWithoutFrontMatterIsSkippedSilently(String name) {
      IssueReading reading = Given.file(name, "# About this folder\n");

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems()).isEmpty();
    }

    @Test
    void readmeWithFrontMatterIsAnIssue() {
      assertThat(Given.file("README.md", "---\n" + SOUND + "---\n").issue()).isPresent();
    }

    @Test
    void unclosedFrontMatterIsAProblem() {
      Problem problem = onlyProblem(Given.file("a.md", "---\n" + SOUND + "\nText.\n"));

      assertThat(problem.line()).isEqualTo(1);
      assertThat(problem.message()).contains("not closed");
    }

    @Test
    void theClosingLineMayBeTheLastOfTheFile() {
      IssueReading reading = Given.file("a.md", "---\n" + SOUND + "---");

      assertThat(reading.issue().orElseThrow().content().isEmpty()).isTrue();
    }

    @Test
    void delimitersMayHaveTrailingBlanks() {
      assertThat(Given.file("a.md", "--- \n" + SOUND + "---\t\n\nText.\n").issue())
          .isPresent();
    }

    @Test
    void dotsCloseItAsInYaml() {
      assertThat(Given.file("a.md", "---\n" + SOUND + "...\n\nText.\n")
              .issue()
              .orElseThrow()
              .content()
              .text())
          .isEqualTo("Text.");
    }

    @Test
    void aRulerInTheBodyIsNoDelimiter() {
      Issue issue = Given.file("a.md", "---\n" + SOUND + "---\n\nOne.\n\n---\n\nTwo.\n")
          .issue()
          .orElseThrow();

      assertThat(Given.html(issue)).contains("<p>One.</p>").contains("<hr>").contains("Two.");
    }
  }

  @Nested
  final class Yaml {
    @Test
    void aDuplicateKeyNamesBothLines() {
      Problem problem = onlyProblem(Given.frontMatter("title: A\ndate: 2026-01-31\ntitle: B\n"));

      assertThat(problem.line()).isEqualTo(4);
      assertThat(problem.message()).contains("\"title\"").contains("first on line 2");
    }

    @Test
    void aDuplicateKeyInAnAuthorIsReportedToo() {
      IssueReading reading = Given.frontMatter(SOUND + "author:\n  name: Ada\n  name: Grace\n");

      assertThat(reading.problems()).extracting(Problem::line).contains(6);
    }

    @Test
    void anAliasBombIsRefused() {
      StringBuilder yaml = new StringBuilder(SOUND + "a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
      for (int i = 1; i < 12; i++) {
        yaml.append("a%d: &a%d [".formatted(i, i));
        yaml.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
      }
      yaml.append("tags: *a11\n");

      IssueReading reading = Given.frontMatter(yaml.toString());

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems())
          .singleElement()
          .satisfies(problem ->
              assertThat(problem.message()).contains("not valid YAML").contains("alias"));
    }

    @Test
    void anAliasOfOneWordIsFine() {
      assertThat(
              Given.frontMatter(SOUND + "author: &me Ada\ndescription: *me\n").issue())
          .flatMap(Issue::description)
          .contains("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags: &a [*a]\n", "author: &a {name: *a}\n", "? &a [*a]\n: b\n"})
    void aRecursiveAliasIsRefused(String lines) {
      assertThat(Given.frontMatter(SOUND + lines).problems()).isNotEmpty();
    }

    @Test
    void deepNestingIsRefused() {
      Problem problem = onlyProblem(
          Given.frontMatter(SOUND + "a: " + "[".repeat(5000) + "]".repeat(5000) + "\n"));

      assertThat(problem.message()).contains("not valid YAML");
    }

    @Test
    void aTagThatIsNoneIsRefused() {
      Problem problem = onlyProblem(Given.frontMatter(SOUND + "a: !%20 b\n"));

      assertThat(problem.message()).contains("not valid YAML").contains("Tag");
    }

    @Test
    void tooMuchFrontMatterIsRefused() {
      Problem problem = onlyProblem(Given.frontMatter(SOUND + "a: " + "x".repeat(70_000) + "\n"));

      assertThat(problem.message()).contains("not valid YAML");
    }

    @Test
    void aTabForIndentationNamesItsLine() {
      Problem problem = onlyProblem(Given.frontMatter(SOUND + "author:\n\tname: Ada\n"));

      assertThat(problem.line()).isEqualTo(5);
    }

    @Test
    void aBadEscapeSaysWhatToDo() {
      Problem problem =
          onlyProblem(Given.frontMatter("title: \"Issue \\#12\"\ndate: 2026-01-31\n"));

      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains("single quotes");
    }

    @Test
    void aColonInAValueSaysWhatToDo() {
      Problem problem =
          onlyProblem(Given.frontMatter("date: 2026-01-31\ntitle: Weekly: the end\n"));

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("must stand in quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- one\n- two\n", "just words\n"})
    void somethingOtherThanKeysAndValuesIsRefused(String yaml) {
      Problem problem = onlyProblem(Given.frontMatter(yaml));

      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains("key: value");
    }

    @Test
    void aListAsKeyIsRefused() {
      Problem problem = onlyProblem(Given.frontMatter(SOUND + "? [a, b]\n: c\n"));

      assertThat(problem.line()).isEqualTo(4);
      assertThat(problem.message()).contains("plain word");
    }

    @Test
    void aTypeTagIsRefused() {
      Problem problem = onlyProblem(Given.frontMatter(SOUND
          + "x: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost/']]\n"));

      assertThat(problem.message()).contains("not valid YAML");
    }

    @Test
    void emptyFrontMatterLacksItsTitleAndDate() {
      IssueReading reading = Given.frontMatter("");

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems())
          .extracting(Problem::message)
          .anyMatch(message -> message.contains("title is missing"))
          .anyMatch(message -> message.contains("date is missing"));
    }

    @Test
    void severalFaultsAreReportedTogether() {
      IssueReading reading = Given.frontMatter("date: soon\ndraft: perhaps\nupdated: later\n");

      assertThat(reading.problems())
          .extracting(Problem::line)
          .containsExactlyInAnyOrder(1, 2, 3, 4);
    }
  }
}
