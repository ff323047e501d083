package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.FollowedFolder.titles;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.issue.DateRules;
import org.offprint.issue.DateSources;
import org.offprint.issue.PathPattern;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceRules;

/** Dates of issues that say only their number, or nothing at all. */
final class DateSourcesTest {
  private static final String TEXT = "# Knots\n\nWords.\n";

  private final FollowedFolder folder;

  DateSourcesTest(@TempDir Path root) {
    this.folder = new FollowedFolder(root);
  }

  private FollowedFolder dated(DateSources sources) {
    FileRules none = FileRules.NONE;
    DateRules dates =
        new DateRules(ZoneOffset.UTC, LocalTime.MIDNIGHT, DateRules.Order.UNKNOWN, "en", sources);
    SourceRules source = new SourceRules(
        dates, false, new TreeMap<>(), Optional.empty(), none.source().templates());
    return folder.under(
        new FileRules(none.chosen(), none.ignored(), none.mostBytes(), source, OwnFiles.NONE));
  }

  private FollowedFolder every(int issue, String on, Period every) {
    return dated(new DateSources(
        Optional.of(new DateSources.Series(issue, LocalDate.parse(on), every)),
        Optional.empty(),
        Optional.empty()));
  }

  private FollowedFolder listed() {
    return dated(
        new DateSources(Optional.empty(), Optional.of("data/dates.txt"), Optional.empty()));
  }

  private FollowedFolder placed(String pattern) {
    return dated(new DateSources(
        Optional.of(new DateSources.Series(1, LocalDate.parse("2016-05-03"), Period.ofWeeks(1))),
        Optional.empty(),
        PathPattern.find(pattern)));
  }

  private static Map<String, String> dates(Publication publication) {
    return publication.issues().stream()
        .map(PublishedIssue::issue)
        .collect(Collectors.toMap(
            issue -> issue.file(), issue -> issue.date().toLocalDate().toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "issue-12.md, 12",
    "docs/issue-012.md, 12",
    "Week9.md, 9",
    "2018/10.md, 10",
    "docs/issue-11/README.md, 11",
    "13-knots.md, 13",
    "twis-14.md, 14",
    "Harbour Weekly 15.md, 15"
  })
  void followFromTheNumberInAName(String file, int number) {
    Publication publication =
        every(8, "2018-04-20", Period.ofDays(7)).given(file, TEXT).load();

    assertThat(dates(publication))
        .isEqualTo(
            Map.of(file, LocalDate.parse("2018-04-20").plusWeeks(number - 8L).toString()));
    assertThat(publication.issues().get(0).issue().number()).contains(String.valueOf(number));
    assertThat(publication.problems()).isEmpty();
  }

  @Test
  void followFromTheNumberInFrontMatterOrTheTitle() {
    every(1, "2020-01-31", Period.ofMonths(1))
        .given("knots.md", "---\ntitle: Knots\nnumber: 2\n---\n")
        .given("ropes.md", "---\ntitle: Harbour Weekly, issue 3\n---\n");

    assertThat(dates(folder.load()))
        .isEqualTo(Map.of("knots.md", "2020-02-29", "ropes.md", "2020-03-31"));
  }

  @Test
  void areThoseOfFrontMatterAndNamesFirst() {
    every(1, "2020-01-31", Period.ofMonths(1))
        .given("1.md", "---\ntitle: A\ndate: 2021-01-01\n---\n")
        .given("2022-01-01-issue-2.md", TEXT);

    assertThat(dates(folder.load()).values()).containsExactlyInAnyOrder("2021-01-01", "2022-01-01");
  }

  @Test
  void mayBeListed() {
    listed()
        .given("data/dates.txt", """
            # Name and date
            issue-1: 2020-01-01
            docs/two.md: 2 January 2020  # by its path
            three.md: 2020-01-03

            folder: 2020-01-04
            """)
        .given("issue-1.md", TEXT)
        .given("docs/two.md", TEXT)
        .given("three.md", TEXT)
        .given("folder/README.md", TEXT);

    assertThat(dates(folder.load()))
        .isEqualTo(Map.of(
            "issue-1.md", "2020-01-01",
            "docs/two.md", "2020-01-02",
            "three.md", "2020-01-03",
            "folder/README.md", "2020-01-04"));
    assertThat(folder.load().problems()).isEmpty();
  }

  @Test
  void areReadAgainWhereTheListHasChanged() {
    listed().given("data/dates.txt", "issue-1: 2020-01-01\n").given("issue-1.md", TEXT);
    folder.given("issue-2.md", TEXT);
    assertThat(dates(folder.load())).containsOnlyKeys("issue-1.md");

    Publication publication = folder
        .given("data/dates.txt", "issue-1: 2020-01-01\nissue-2: 2020-01-08\n")
        .load();

    assertThat(dates(publication)).containsOnlyKeys("issue-1.md", "issue-2.md");
    assertThat(publication.filesRead()).isOne();
  }

  @Test
  void thatAreNoneAreReportedWithTheirLine() {
    listed()
        .given(
            "data/dates.txt",
            "issue-1: soon\n\n# a\nissue-2\nissue-3: 2020-01-01\nissue-3: 2020-01-02\n");

    assertThat(folder.load().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "data/dates.txt:1: this must be a name and a date, such as issue-12: 2018-04-20",
            "data/dates.txt:4: this must be a name and a date, such as issue-12: 2018-04-20",
            "data/dates.txt:6: \"issue-3\" has a date already further up");
  }

  @Test
  void ofAListThatIsMissingAreReported() {
    assertThat(listed().load().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "offprint.yaml:1: \"dates\" names the file data/dates.txt, which is not in the folder");
  }

  @ParameterizedTest
  @CsvSource({
    "'{year}/{month}/{number}', content/2023/12/4.md, 2023-12-01, 4",
    "'{year}/{month}/*-{day}', 2023/dec/knots-07.md, 2023-12-07, ",
    "'{year}/week{week}-{name}', 2023/week46-knots.md, 2023-11-13, ",
    "'{year}/issue-{number}', data/2016/issue-003.markdown, 2016-05-17, 3"
  })
  void standWhereThePatternSays(String pattern, String file, String date, String number) {
    Publication publication = placed(pattern).given(file, TEXT).load();

    assertThat(dates(publication)).isEqualTo(Map.of(file, date));
    assertThat(publication.issues().get(0).issue().number()).isEqualTo(Optional.ofNullable(number));
  }

  @Test
  void thatAreMissingAreOneProblemWithBothRemedies() {
    folder.given("1.md", TEXT).given("2.md", TEXT).given("3.md", TEXT).given("4.md", TEXT);
    folder.givenIssue("5.md", 5, "Five");

    Publication publication = folder.load();

    assertThat(titles(publication)).containsExactly("Five");
    assertThat(publication.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString())
            .startsWith(
                "4 files have no date, but only a number, and are not published: 1.md, 2.md, 3.md, …;")
            .contains("dates: {issue: 1, on: 2018-04-20, every: 7d}", "dates: FILE"));
  }

  @Test
  void thatIsMissingNamesItsFile() {
    assertThat(folder.given("docs/issue-12.md", TEXT).load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString())
            .startsWith("docs/issue-12.md:1: the date is missing, and the name has only a number")
            .contains("dates: {issue: 1, on: 2018-04-20, every: 7d}", "dates: FILE"));
  }
}
