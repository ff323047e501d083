package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds that each mistake with quotes is told with its line and the corrected line. */
final class QuotingTest {
  private static final int LINE = 3;

  private static IssueReading read(String line) {
    return Given.frontMatter("date: 2026-01-31\n" + line + "\nslug: a\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '¤',
      value = {
        "title: #15 and more § title: \"#15 and more\"",
        "title: [Webinar] Knots § title: \"[Webinar] Knots\"",
        "title: [Webinar] § title: \"[Webinar]\"",
        "title: {curly} first § title: \"{curly} first\"",
        "title: \"Tide\" is high § title: '\"Tide\" is high'",
        "title: 'Tis the season § title: \"'Tis the season\"",
        "title: \"unclosed § title: \"unclosed\"",
        "title: \"bad \\q escape\" § title: 'bad \\q escape'",
        "title: @mara § title: \"@mara\"",
        "title: `code` first § title: \"`code` first\"",
        "title: !bang § title: \"!bang\"",
        "title: &amp § title: \"&amp\"",
        "title: %x § title: \"%x\"",
        "title: * starred § title: \"* starred\"",
        "title: > quoted § title: \"> quoted\"",
        "title: | piped § title: \"| piped\"",
        "title: - dash first § title: \"- dash first\"",
        "title: ? what now § title: \"? what now\"",
        "title: Weekly: tide § title: \"Weekly: tide\"",
        "title: Ends with colon: § title: \"Ends with colon:\"",
        "title:Glued § title: \"Glued\"",
        "title: ~ § title: \"~\"",
        "title:Glued: twice § title: \"Glued: twice\"",
        "title:\tTabbed § title: \"Tabbed\"",
        "title: - § title: \"-\"",
        "title: ? § title: \"?\"",
        "title: \"C:\\Users\\mara\" § title: 'C:\\Users\\mara'",
      })
  void titleThatNeedsQuotesIsAnErrorWithTheCorrectedLine(String line, String corrected) {
    assertThat(read(line).problems())
        .filteredOn(problem -> problem.message().endsWith("put the title in quotes: " + corrected))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.isError()).isTrue();
          assertThat(problem.line()).isEqualTo(LINE);
        });
    assertThat(read(corrected).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '¤',
      value = {
        "tags: [C#, #2] § put the tags in quotes: tags: [C#, \"#2\"]",
        "tags: [a #b, c] § put the tags in quotes: tags: [\"a #b\", c]",
        "¤description: |\n\tA tab¤ § begin this line with blanks instead of the tab",
        "tags: [a, @b] § put the tags in quotes: tags: [a, \"@b\"]",
        "tags: [a, b § the bracket ] at the end of the list is missing; write tags: [a, b]",
        "¤slug: a\\n image: a.png¤ § all keys must begin in one column; remove the blanks before this one",
        "description: one\\nmore § each line must be \"key: value\", and a value one line long",
        "¤  author: Mara¤ § all keys must begin in one column; remove the blanks before the first one"
      })
  void otherMistakeIsAnErrorWithItsRemedy(String lines, String remedy) {
    String yaml = lines.startsWith(" ")
        ? lines + "\ntitle: A\n"
        : "title: A\n" + lines.replace("\\n", "\n") + "\n";

    assertThat(Given.frontMatter(yaml + "date: 2026-01-31\n").problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .endsWith(remedy);
  }

  @Test
  void titleWithoutABlankBehindTheColonThatStandsAloneIsAnErrorWithTheCorrectedLine() {
    assertThat(Given.frontMatter("title:Glued pears\n").problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .endsWith("put the title in quotes: title: \"Glued pears\"");
  }

  @Test
  void tabIsAnErrorWithTheCorrectedLine() {
    assertThat(read("\ttitle: Tide").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem)
            .hasToString("weekly.md:3: not valid YAML: a value that stands behind a tab must stand"
                + " in quotes; put the title in quotes: title: \"Tide\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '¤',
      value = {
        "description: Since issue #11 § the description in quotes: description: \"Since issue #11\"",
        "description: !important read this § the description in quotes: description: \"!important read this\"",
        "description: Plums # And § the description in quotes: description: \"Plums # And\"",
        "number: #12 § the number in quotes: number: \"#12\"",
        "author: Mara #1 fan § the author in quotes: author: \"Mara #1 fan\"",
        "author: \"Mara\" #1 fan § the author in quotes: author: '\"Mara\" #1 fan'",
        "tags: [knots: new] § the tags in quotes: tags: [\"knots: new\"]",
        "tags:\\n  - ropes\\n  - #knots § it in quotes: - \"#knots\"",
      })
  void valueThatYamlCutsIsAWarningWithTheCorrectedLine(String lines, String corrected) {
    assertThat(Given.frontMatter("title: A\ndate: 2026-01-31\n" + lines.replace("\\n", "\n") + "\n")
            .problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Problem.Kind.VALUE);
          assertThat(problem.line()).isGreaterThan(LINE);
          assertThat(problem.message()).endsWith(corrected);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: Weekly # 12",
        "title: Plums # And",
        "title: Plums ## 5",
        "title: C # D",
        "title: Weekly #XII",
        "title: &tide and more",
        "title: !important news"
      })
  void titleThatYamlCutsIsAWarning(String line) {
    assertThat(read(line).problems()).singleElement().satisfies(problem -> {
      assertThat(problem.isError()).isFalse();
      assertThat(problem.line()).isEqualTo(LINE);
      assertThat(problem.message()).contains("put the title in quotes: title: \"");
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: \"Ends\" # comment",
        "title: ! 'Tide: high'",
        "title: Tide\ntags: [C#, \"#2\", 'a: b']",
        "title: tide#1",
        "title: Tide\ndraft: false #for now",
        "title: Tide\nlayout: post # of the theme",
        "title: |\n  Two # lines",
        "title: “curly” is fine",
        "title: Tide\ntags: [knots, \"#12\"]",
        "title: Tide\nimages: a.png"
      })
  void soundLinesAreNoMistake(String lines) {
    assertThat(read(lines).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"descripton, description", "Sumary, summary", "auhtor, author", "langauge, language"})
  void keyCloseToAKnownOneIsAWarning(String key, String meant) {
    assertThat(read("title: A\n" + key + ": en").problems()).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Problem.Kind.KEY);
      assertThat(problem.line()).isEqualTo(LINE + 1);
      assertThat(problem.message()).contains("is \"" + meant + "\" meant?");
    });
  }

  @ParameterizedTest
  @CsvSource({"titel, title", "titl, title", "tiitle, title", "dat, date", "Daet, date"})
  void keyCloseToAnotherOneThatIsThereIsAWarning(String key, String beside) {
    assertThat(read("title: A\n" + key + ": en").problems()).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Problem.Kind.KEY);
      assertThat(problem.line()).isEqualTo(LINE + 1);
      assertThat(problem.message())
          .contains("means nothing beside \"" + beside + "\"; delete one of them");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "rate", "dates", "titles", "tile-size"})
  void keyThatIsAnotherWordBesideAKnownOneIsNoMistake(String key) {
    assertThat(read("title: A\n" + key + ": x").problems()).isEmpty();
  }
}
