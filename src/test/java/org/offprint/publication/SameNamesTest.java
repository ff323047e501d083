package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.FollowedFolder.titles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;
import org.offprint.issue.ReadingCache;
import org.offprint.issue.SlugPattern;
import org.offprint.issue.SourceRules;

/** The addresses of issues that have the same name. */
final class SameNamesTest {
  private final Path root;
  private final FollowedFolder folder;

  SameNamesTest(@TempDir Path root) {
    this.root = root;
    this.folder = new FollowedFolder(root);
  }

  private static Map<String, String> slugs(Publication publication) {
    return publication.issues().stream()
        .map(PublishedIssue::issue)
        .collect(Collectors.toMap(issue -> issue.file(), issue -> issue.slug()));
  }

  private static String issue(String date, String more) {
    return "---\ntitle: Weekly of %s\ndate: %s\n%s---\n\n[Up](#top) and [page](?page)\n"
        .formatted(date, date, more);
  }

  private FollowedFolder given(String file, String date) {
    return folder.given(file, issue(date, ""));
  }

  @Test
  void haveTheirDatesExceptForTheEarliest() {
    folder.given("2026-01-05-weekly.md", "# One\n");
    folder.given("2026-01-12-weekly.md", "# Two\n");
    folder.given("2026-01-19-weekly.md", "# Three\n");

    Publication publication = folder.load();

    assertThat(slugs(publication))
        .isEqualTo(Map.of(
            "2026-01-05-weekly.md", "weekly",
            "2026-01-12-weekly.md", "weekly-2026-01-12",
            "2026-01-19-weekly.md", "weekly-2026-01-19"));
    assertThat(publication.problems()).singleElement().satisfies(warning -> {
      assertThat(warning.isError()).isFalse();
      assertThat(warning.message())
          .startsWith(
              "2 issues have the name of an earlier one, so their addresses end in their date: 2026-01-12-weekly.md, 2026-01-19-weekly.md;")
          .contains("slugs: \"{name}-{year}-{month}-{day}\"");
    });
  }

  @Test
  void areOrderedByTheDatesOfFrontMatter() {
    given("a/weekly.md", "2026-01-12").givenIssue("b/other.md", 1, "Other");
    given("c/weekly.md", "2026-01-05");

    assertThat(slugs(folder.load()))
        .containsEntry("c/weekly.md", "weekly")
        .containsEntry("a/weekly.md", "weekly-2026-01-12")
        .containsEntry("b/other.md", "other");
  }

  @Test
  void makeTheAddressesToWhichTheirLinksLead() {
    given("a/weekly.md", "2026-01-05");
    given("b/weekly.md", "2026-01-12");

    assertThat(folder
            .load()
            .findIssue("weekly-2026-01-12")
            .orElseThrow()
            .issue()
            .content()
            .markup())
        .contains("/issues/weekly-2026-01-12#top");
    assertThat(folder.load().findIssue("weekly").orElseThrow().issue().content().markup())
        .contains("/issues/weekly#top");
  }

  @Test
  void haveTheirFoldersOnOneDay() {
    given("a/weekly.md", "2026-01-05");
    given("b/weekly.md", "2026-01-05");
    given("weekly.md", "2026-01-05");
    given("weekly.markdown", "2026-01-05");
    given("c/weekly.md", "2026-01-06");

    assertThat(slugs(folder.load()))
        .isEqualTo(Map.of(
            "a/weekly.md", "weekly",
            "b/weekly.md", "weekly-2026-01-05-b",
            "weekly.markdown", "weekly-2026-01-05-2",
            "weekly.md", "weekly-2026-01-05-3",
            "c/weekly.md", "weekly-2026-01-06"));
    assertThat(folder.load().problems()).noneMatch(Problem::isError);
  }

  @Test
  void giveWayToOneThatItsFileSays() {
    given("weekly.md", "2026-01-05");
    folder.given("other.md", issue("2026-01-12", "slug: weekly\n"));

    assertThat(slugs(folder.load()))
        .isEqualTo(Map.of("weekly.md", "weekly-2026-01-05", "other.md", "weekly"));
  }

  @Test
  void thatTwoFilesSayAreAProblemThatNamesBoth() {
    folder.given("a.md", issue("2026-01-05", "slug: x\n"));
    folder.given("b.md", issue("2026-01-12", "slug: x\n"));

    assertThat(folder.load().problems()).singleElement().satisfies(problem -> {
      assertThat(problem.file()).isEqualTo("b.md");
      assertThat(problem.message()).contains("slug \"x\"", "a.md");
    });
  }

  @Test
  void ofDraftsTakeNoneAway() {
    folder.given("a/weekly.md", issue("2026-01-01", "draft: true\n"));
    given("b/weekly.md", "2026-01-05");

    assertThat(slugs(folder.load())).isEqualTo(Map.of("b/weekly.md", "weekly"));
    assertThat(folder.load().problems()).isEmpty();
  }

  @Test
  void doNotDependOnWhatWasThereBefore() {
    given("b/weekly.md", "2026-01-12").load();

    given("a/weekly.md", "2026-01-05");

    assertThat(slugs(folder.load()))
        .isEqualTo(Map.of("a/weekly.md", "weekly", "b/weekly.md", "weekly-2026-01-12"));
    folder.remove("a/weekly.md").afterASecond();
    assertThat(slugs(folder.load())).isEqualTo(Map.of("b/weekly.md", "weekly"));
  }

  @Test
  void doNotDependOnWhetherOneIsBroken() {
    given("a/weekly.md", "2026-01-05");
    given("b/weekly.md", "2026-01-12").load();

    folder.given("a/weekly.md", "---\ntitle: Broken\n---\n");

    assertThat(slugs(folder.load()))
        .isEqualTo(Map.of("a/weekly.md", "weekly", "b/weekly.md", "weekly-2026-01-12"));
  }

  @Test
  void areNoReasonToReadOthersAgain() {
    for (int day = 10; day < 30; day++) {
      folder.given("2026-01-" + day + "-weekly.md", "# Day " + day + "\n");
    }
    folder.load();

    folder.given("2026-01-15-weekly.md", "# Day 15, edited\n");
    folder.given("2026-01-30-weekly.md", "# Day 30\n");

    Publication publication = folder.load();
    assertThat(publication.filesRead()).isEqualTo(2);
    assertThat(publication.findIssue("weekly-2026-01-30")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void areTheSameForALoaderThatComesLater(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 40; step++) {
      String file = List.of("a/", "b/", "").get(random.nextInt(3))
          + List.of("weekly.md", "news.md", "2026-01-07-weekly.md").get(random.nextInt(3));
      switch (random.nextInt(4)) {
        case 0 -> {
          if (Files.exists(root.resolve(file))) {
            folder.remove(file);
          }
        }
        case 1 -> folder.given(file, issue("2026-01-0" + (1 + random.nextInt(9)), "slug: news\n"));
        default -> given(file, "2026-01-0" + (1 + random.nextInt(9)));
      }
      folder.afterASecond();
      Publication followed = folder.load();
      Publication fresh = new FollowedFolder(root).load();

      assertThat(slugs(followed)).as("step %s", step).isEqualTo(slugs(fresh));
      assertThat(followed.problems())
          .filteredOn(problem -> problem.kind() != Problem.Kind.RENAME)
          .isEqualTo(fresh.problems());
    }
  }

  @Test
  void areTheSameFromTheCache(@TempDir Path data) throws IOException {
    given("a/weekly.md", "2026-01-12");
    given("b/weekly.md", "2026-01-05");
    given("2026-01-07-news.md", "2026-01-07");
    given("2026-01-08-news.md", "2026-01-08");
    Publication first = loadWith(data);

    assertThat(loadWith(data).issues()).isEqualTo(first.issues());
    folder.remove("b/weekly.md").remove("2026-01-07-news.md");
    assertThat(slugs(loadWith(data)))
        .isEqualTo(Map.of("a/weekly.md", "weekly", "2026-01-08-news.md", "news"));
  }

  private Publication loadWith(Path data) throws IOException {
    ReadingCache cache = ReadingCache.open(data, "this program", fault -> {});
    Publication publication = new PublicationLoader(root, Optional.of(cache))
        .load(Folder.scan(root), SampleIssues.rules(), FollowedFolder.NOW);
    cache.tidy();
    return publication;
  }

  @Test
  void followAPattern() {
    FileRules none = FileRules.NONE;
    SourceRules source = new SourceRules(
        none.source().dates(),
        false,
        new TreeMap<>(),
        SlugPattern.find("{folder}-{name}-{year}-{month}-{number}"),
        none.source().templates());
    folder.under(
        new FileRules(none.chosen(), none.ignored(), none.mostBytes(), source, OwnFiles.NONE));
    folder.given("letters/2026-01-05-weekly.md", "# Issue 12\n");
    folder.given("b.md", issue("2026-01-06", "slug: own\n"));

    assertThat(slugs(folder.load()))
        .isEqualTo(
            Map.of("letters/2026-01-05-weekly.md", "letters-weekly-2026-01-12", "b.md", "own"));
    assertThat(titles(folder.load())).hasSize(2);
  }
}
