package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;

/** Holds the warnings that only a look at all issues gives, one test per rule. */
final class FolderWarningsTest {
  private static final String USUAL = "## News\n\nA. <https://a.example/%d>\n\n## Tools\n\nB.\n";

  private final FollowedFolder folder;

  FolderWarningsTest(@TempDir Path root) {
    this.folder = new FollowedFolder(root);
  }

  private FollowedFolder givenDay(int day, String body) {
    return folder.given(
        "%02d.md".formatted(day),
        "---\ntitle: Issue %d\ndate: 2026-01-%02d\n---\n\n%s".formatted(day, day, body));
  }

  private void givenUsual(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(day -> givenDay(day, USUAL.formatted(day)));
  }

  private List<Problem> warnings(Problem.Kind kind) {
    return folder.load().problems().stream()
        .filter(problem -> problem.kind() == kind)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Tolls, Tools",
    "Toolss, Tools",
    "Tool, Tools",
    "Tolos, Tools",
    "Ools, Tools",
    "Fetured projekts, Featured projects"
  })
  void headingThatOccursOnceAndDiffersByALetterOrTwoIsAWarning(String heading, String known) {
    givenDay(1, "## " + known + "\n\nA.\n");
    givenDay(2, "## " + known + "\n\nA.\n");
    givenDay(3, "Words.\n\n## " + heading + " {#x}\n\nA.\n");

    assertThat(warnings(Problem.Kind.HEADING))
        .extracting(Problem::toString)
        .containsExactly("03.md:8: warning: the heading \"" + heading + "\" occurs once; is \""
            + known + "\" meant?");
  }

  @Test
  void headingThatFitsAPatternOfTheSettingsIsNoMistake() {
    folder.under(rule("sponsor", "Sponsored", "Sponsor*"), rule("tools", "Tools", "*ools"));
    givenDay(2, "## Sponsored\n\nA.\n");
    givenDay(3, "## Fools\n\nA.\n");

    assertThat(warnings(Problem.Kind.HEADING)).isEmpty();
  }

  @Test
  void headingThatDiffersFromOneOfTheSettingsByALetterIsAWarning() {
    folder.under(rule("tools", "Tools", "Software*", "Programs"));
    givenDay(3, "## Progams\n\nA.\n");

    assertThat(warnings(Problem.Kind.HEADING)).extracting(Problem::line).containsExactly(6);
  }

  @ParameterizedTest
  @CsvSource({
    "Tools:, Tools",
    "Week 12, Week 13",
    "Q2, Q1",
    "Go, Do",
    "C#, C++",
    "F#, C#",
    "Events, Jobs",
    "Text, Tests and more",
    "新闻, 工具"
  })
  void headingThatIsAnotherOneIsNoWarning(String heading, String known) {
    givenDay(1, "## " + known + "\n\nA.\n");
    givenDay(2, "## " + known + "\n\nA.\n");
    givenDay(3, "## " + heading + "\n\nA.\n");

    assertThat(warnings(Problem.Kind.HEADING)).isEmpty();
  }

  @Test
  void headingThatIsASentenceOfEightyCharactersIsAWarning() {
    String sentence =
        "This is a paragraph whose author has put a ruler directly below it, without a gap";
    givenDay(1, "## News\n\nA.\n\n" + sentence + "\n---\n\n## Jobs\n\nB.\n");

    assertThat(warnings(Problem.Kind.HEADING)).singleElement().satisfies(warning -> {
      assertThat(warning.line()).isEqualTo(10);
      assertThat(warning.message()).startsWith("the heading has 81 characters");
    });
  }

  @Test
  void headingsAreComparedAgainAsIssuesChange() {
    givenDay(1, "## Tools\n\nA.\n");
    givenDay(3, "## Tolls\n\nA.\n");
    assertThat(warnings(Problem.Kind.HEADING)).isEmpty();

    givenDay(2, "## Tools\n\nA.\n");
    assertThat(warnings(Problem.Kind.HEADING)).hasSize(1);

    givenDay(3, "Words.\n\n## Tolls\n\nA.\n");
    assertThat(warnings(Problem.Kind.HEADING)).extracting(Problem::line).containsExactly(8);

    givenDay(3, "## Tools\n\nA.\n");
    assertThat(warnings(Problem.Kind.HEADING)).isEmpty();
  }

  @Test
  void sectionThatEightOfTheLastTenIssuesHadAndTheNewestLacksIsAWarning() {
    givenDay(1, "Words.\n");
    givenDay(2, "Words.\n");
    givenUsual(3, 10);
    givenDay(11, "## News\n\nA. <https://a.example/>\n");

    assertThat(warnings(Problem.Kind.SECTION))
        .extracting(Problem::toString)
        .containsExactly(
            "11.md:1: warning: has no section \"Tools\", which at least 8 of the last 10"
                + " issues had; is a heading missing?");
  }

  @Test
  void sectionWhoseHeadingCountsAsATitleIsAWarningThatSaysHowToNameIt() {
    givenUsual(1, 10);
    givenDay(11, "## News\n\n### One\n\nA. <https://a.example/>\n\n### Two\n\nB.\n");

    assertThat(warnings(Problem.Kind.SECTION))
        .extracting(Problem::message)
        .singleElement(InstanceOfAssertFactories.STRING)
        .endsWith(
            "the heading \"News\" stands alone above deeper ones, so it counts as a title: list it under \"sections\" in offprint.yaml, if it is a section");
  }

  @Test
  void sectionThatOnlySevenOfTheLastTenIssuesHadIsNotMissed() {
    IntStream.rangeClosed(1, 3).forEach(day -> givenDay(day, "Words.\n"));
    givenUsual(4, 10);
    givenDay(11, "## News\n\nA. <https://a.example/>\n");

    assertThat(warnings(Problem.Kind.SECTION)).isEmpty();
  }

  @Test
  void sectionThatIsMissingInOneIssueOfSomeIsAWarningThereAlone() {
    givenUsual(1, 10);
    givenDay(11, "## News\n\nA. <https://a.example/>\n");
    givenUsual(12, 15);

    assertThat(warnings(Problem.Kind.SECTION)).extracting(Problem::file).containsExactly("11.md");
  }

  @Test
  void sectionThatIsGoneForGoodIsMissedInTheFirstThreeIssuesWithoutIt() {
    givenUsual(1, 12);
    IntStream.rangeClosed(13, 16)
        .forEach(day -> givenDay(day, "## News\n\nA. <https://a.example/>\n"));

    assertThat(warnings(Problem.Kind.SECTION))
        .extracting(Problem::file)
        .containsExactlyInAnyOrder("13.md", "14.md", "15.md");
  }

  @Test
  void twoIssuesWithOneTitleAndDateAreAWarningAndBothStay() {
    String text = "---\ntitle: Twelve\ndate: 2026-01-04\n---\n\nText.\n";
    folder.given("12.md", text).given("twelve.md", text).given("13.md", text.replace("04", "05"));

    assertThat(warnings(Problem.Kind.COPY))
        .extracting(Problem::toString)
        .containsExactly(
            "twelve.md:1: warning: has the title and the date of 12.md; is it a copy?");
    assertThat(folder.load().issues()).hasSize(3);

    folder.given("twelve.md", text.replace("Twelve", "Other"));
    assertThat(warnings(Problem.Kind.COPY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-04-12 2.md",
        "2026-01-04-12 (1).md",
        "2026-01-04-12 - Copy.md",
        "2026-01-04-12 - Copy (2).md",
        "2026-01-04-12 copy 3.md",
        "2026-01-04-12 - Kopie.md",
        "Copy of 2026-01-04-12.md",
        "Copy of 2026-01-04-12 - Copy.md",
        "2026-01-04-12 (Mara's conflicted copy 2026-01-05).md",
        "2026-01-04-12 (Mara in Konflikt stehende Kopie 2026-01-05).md",
        "2026-01-04-12.sync-conflict-20260105-101010-ABCDEFG.md",
        "2026-01-04-12_conflict-20260105-101010.md",
        "2026-01-04-12_BASE_4711.md",
        "2026-01-04-12.REMOTE.4711.md",
        "2026-01-04-12.orig.md",
        "2026-01-04-12.bak.md",
        "2026-01-04-12-LAPTOP-4711AB.md"
      })
  void copyByNameAndTitleOrDateIsLeftAloneWithAWarning(String name) {
    String text = "---\ntitle: Twelve\ndate: 2026-01-04\n---\n\nText.\n";
    folder.given("2026-01-04-12.md", text);
    folder.load();
    folder.given(name, text.replace("Text", "Old text"));

    assertThat(warnings(Problem.Kind.COPY)).singleElement().satisfies(warning -> {
      assertThat(warning.file()).isEqualTo(name);
      assertThat(warning.message()).startsWith("is a copy of 2026-01-04-12.md");
    });
    assertThat(folder.load().issues()).hasSize(1);
    assertThat(folder.load().problems()).hasSize(1);

    for (String edited : List.of(text.replace("Twelve", "12"), text.replace("-04", "-05"))) {
      folder.given(name, edited);
      assertThat(folder.load().issues()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12 2.md, true",
    "12 (1).md, true",
    "12_conflict-in-the-north.md, true",
    "12-laptop-music.md, true",
    "12-copy.md, true",
    "12 copy.md, false",
    "12 - Copy (2).md, false",
    "12 (conflicted copy).md, false",
    "12.sync-conflict-20260105-101010-ABCDEFG.md, false",
    "12_LOCAL_4711.md, false",
    "12.bak.md, false"
  })
  void nameThatAPersonMayChooseIsNoCopyWithATitleAndADateOfItsOwn(String name, boolean isIssue) {
    folder
        .given("12.md", "---\ntitle: Twelve\ndate: 2026-01-04\n---\n\nText.\n")
        .given(name, "---\ntitle: Thirteen\ndate: 2026-01-11\n---\n\nText.\n");

    assertThat(folder.load().issues()).hasSize(isIssue ? 2 : 1);
    assertThat(warnings(Problem.Kind.COPY)).hasSize(isIssue ? 0 : 1);
  }

  @Test
  void versionOfAConflictIsNoIssueWithoutTheOriginal() {
    folder.given(
        "12.sync-conflict-20260105-101010-ABCDEFG.md",
        "---\ntitle: Two\ndate: 2026-01-04\n---\n\nText.\n");

    assertThat(folder.load().issues()).isEmpty();
    assertThat(warnings(Problem.Kind.COPY))
        .singleElement()
        .asString()
        .contains("is a copy by its name");
  }

  @Test
  void issuesWhoseTitlesAreCutOffAreNoCopies() {
    folder
        .given("12.md", "---\ntitle: Tide #1\ndate: 2026-01-04\n---\n\nText.\n")
        .given("13.md", "---\ntitle: Tide #2\ndate: 2026-01-04\n---\n\nText.\n");

    assertThat(warnings(Problem.Kind.COPY)).isEmpty();
    assertThat(warnings(Problem.Kind.VALUE)).hasSize(2);
  }

  @Test
  void nameOfACopyIsNoReasonWithoutTheOriginal() {
    folder.given("Issue 2.md", "---\ntitle: Two\ndate: 2026-01-04\n---\n\nText.\n");

    assertThat(folder.load().issues()).hasSize(1);
    assertThat(folder.load().problems()).isEmpty();
  }

  @Test
  void repeatThatIsLeftOutIsAWarning() {
    String item = "A long word about knots and ropes. <https://a.example/1>\n\n";
    givenDay(
        1,
        "## News\n\n" + item
            + "B. <https://a.example/2>\n\n## Tools\n\nC. <https://a.example/3>\n\n" + item);

    assertThat(warnings(Problem.Kind.REPEAT))
        .extracting(Problem::toString)
        .containsExactly("01.md:16: warning: repeats an item further up, so feeds leave it out:"
            + " \"A long word about knots and ropes\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9 | - [A](https://a.example/1)\\n- C\\n- [B](https://a.example/2)",
        "10 | - [A](https://a.example/1)\\n- [B](https://a.example/2)\\n- **C**",
        "9 | - *A* <https://a.example/1>\\n- C\\n- B <https://a.example/2>.",
        "10 | - One [A](https://a.example/1) two.\\n- [B](https://a.example/2)\\n- [C](https:// c.example/)",
        "12 | A. <https://a.example/1>\\n\\n---\\n\\nC.\\n\\n---\\n\\nB. <https://a.example/2>"
      })
  void itemWithoutALinkAmongItemsThatAllHaveOneIsAWarning(int line, String items) {
    givenDay(1, "## News\n\n" + items.replace("\\n", "\n") + "\n");

    assertThat(warnings(Problem.Kind.ITEM)).extracting(Problem::line).containsExactly(line);
  }

  @Test
  void someItemsWithoutALinkAmongManyThatHaveOneAreWarnings() {
    givenDay(1, "## News\n\n" + "- [A](https://a.example/)\n".repeat(6) + "- B\n- C\n");

    assertThat(warnings(Problem.Kind.ITEM)).extracting(Problem::line).containsExactly(14, 15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- [A](https://a.example/1)\n- B\n",
        "- [A](https://a.example/1)\n- B\n- C\n- [D](https://a.example/1)\n",
        "- One [A](https://a.example/1) two.\n- B\n- [C](https://a.example/2)\n",
        "A. <https://a.example/1>\n\nB. <https://a.example/2>\n\nSee you.\n",
        "- [A](https://a.example/1)\n- [B](https://a.example/2)\n- …and more\n",
        "- [A](https://a.example/1)\n- [B](https://a.example/2)\n- Danke fürs Lesen!\n",
        "- [A](https://a.example/1)\n- [B](https://a.example/2)\n- That is all for v2.1 today. 🎉\n",
        "[A](https://a.example/1)\n\n[B](https://a.example/2)\n\n### C\n\nWords.\n"
      })
  void itemThatNeedsNoLinkIsNoWarning(String items) {
    givenDay(1, "## News\n\n" + items);

    assertThat(warnings(Problem.Kind.ITEM)).isEmpty();
  }
}
