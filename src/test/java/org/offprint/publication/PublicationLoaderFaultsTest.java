package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.FollowedFolder.problemFiles;
import static org.offprint.publication.FollowedFolder.titles;
import static org.offprint.publication.SampleIssues.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Problem;

final class PublicationLoaderFaultsTest {
  private static final String WITHOUT_DATE = """
      ---
      title: Two, but without its date
      ---
      """;
  private static final String KEPT = "its last good version stays published";

  @TempDir
  private Path temporary = Path.of("");

  private FollowedFolder folder = new FollowedFolder(temporary);

  @BeforeEach
  void giveTwoIssues() {
    folder = new FollowedFolder(temporary.resolve("issues"))
        .givenIssue("1.md", 4, "One")
        .givenIssue("2.md", 11, "Two");
  }

  @Test
  void aFileThatIsTooMuchKeepsNoOtherFromBeingPublished() {
    String table = "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n" + "|x|\n".repeat(1_000);

    Publication publication = folder
        .given("3.md", "---\ntitle: Three\ndate: 2026-01-18\n---\n\n" + table)
        .load();

    assertThat(titles(publication)).containsExactly("Two", "One");
    assertThat(problemFiles(publication)).containsExactly("3.md");
  }

  /** A file that is there when the folder is listed, cannot be read then, and is there again. */
  @Nested
  final class FileThatCannotBeRead {
    private Folder listing = Folder.scan(temporary);

    @BeforeEach
    void loadWithout() {
      listing = Folder.scan(folder.root());
      folder.remove("2.md");
      assertThat(folder.load(listing).problems()).singleElement().matches(Problem::isOfReading);
    }

    @Test
    void isReadAgainThoughNothingAboutItHasChanged() {
      folder.givenIssue("2.md", 11, "Two");

      Publication publication = folder.load(listing);

      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(publication.problems()).isEmpty();
      assertThat(folder.load(listing).filesRead()).isZero();
    }

    @Test
    void isReadAgainWhenAnotherFileIsTouched() {
      folder.givenIssue("2.md", 11, "Two").givenIssue("3.md", 18, "Three");
      Path touched = folder.root().resolve("3.md");

      Publication publication =
          folder.load(listing.rescan(folder.root(), Set.of(touched)).orElseThrow());

      assertThat(titles(publication)).containsExactly("Three", "Two", "One");
    }
  }

  @Nested
  final class FileThatBecomesBroken {
    @BeforeEach
    void loadOnce() {
      folder.load();
    }

    @Test
    void keepsItsLastGoodVersion() {
      Publication publication = folder.given("2.md", WITHOUT_DATE).load();

      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(publication.filesRead()).isEqualTo(1);
    }

    @Test
    void saysSo() {
      Publication publication = folder.given("2.md", WITHOUT_DATE).load();

      assertThat(publication.problems()).hasSize(1);
      Problem problem = publication.problems().get(0);
      assertThat(problem.file()).isEqualTo("2.md");
      assertThat(problem.message()).contains("date is missing", KEPT);
    }

    @Test
    void saysSoOnceHoweverOftenTheFolderIsLoaded() {
      folder.given("2.md", WITHOUT_DATE).load();
      folder.given("2.md", WITHOUT_DATE + "\nstill broken\n").load();

      Publication publication = folder.load();

      assertThat(publication.filesRead()).isZero();
      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(publication.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).containsOnlyOnce(KEPT));
    }

    @Test
    void keepsItsLastGoodVersionWhenItIsNoTextAtAll() throws IOException {
      Files.write(
          folder.root().resolve("2.md"),
          "---\ntitle: \u00e9t\u00e9".getBytes(StandardCharsets.ISO_8859_1));

      Publication publication = folder.load();

      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(publication.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("UTF-8", KEPT));
    }

    @Test
    void keepsItsLastGoodVersionWhenItIsEmptied() {
      Publication publication = folder.given("2.md", "").load();

      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(problemFiles(publication)).containsExactly("2.md");
    }

    @Test
    void hasNoProblemOnceItIsRepaired() {
      folder.given("2.md", WITHOUT_DATE).load();

      Publication publication = folder.givenIssue("2.md", 11, "Two, repaired").load();

      assertThat(titles(publication)).containsExactly("Two, repaired", "One");
      assertThat(publication.problems()).isEmpty();
    }

    @Test
    void isGoneOnceItIsRemoved() {
      folder.given("2.md", WITHOUT_DATE).load();

      Publication publication = folder.remove("2.md").afterASecond().load();

      assertThat(titles(publication)).containsExactly("One");
      assertThat(publication.problems()).isEmpty();
    }

    @Test
    void followsTheVocabularyWithItsLastGoodVersion() {
      folder.given("2.md", WITHOUT_DATE).load();

      Publication publication =
          folder.under(rule("software", "Software", "Tools")).load();

      assertThat(publication.findIssue("2").stream()
              .flatMap(two -> two.sections().stream())
              .map(own -> own.section().key().value()))
          .contains("software");
      assertThat(problemFiles(publication)).containsExactly("2.md");
    }

    @Test
    void leavesTheOthersPublished() {
      folder.given("2.md", WITHOUT_DATE);

      Publication publication = folder.givenIssue("3.md", 18, "Three").load();

      assertThat(titles(publication)).containsExactly("Three", "Two", "One");
    }
  }

  @Nested
  final class FileThatIsBrokenFromTheStart {
    @Test
    void isProblemAndTheOthersArePublished() {
      Publication publication = folder.given("3.md", WITHOUT_DATE).load();

      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(publication.problems())
          .singleElement()
          .satisfies(problem ->
              assertThat(problem.message()).contains("date is missing").doesNotContain(KEPT));
    }

    @Test
    void isPublishedOnceItIsRepaired() {
      folder.given("3.md", "No front matter here.\n").load();

      Publication publication = folder.givenIssue("3.md", 18, "Three").load();

      assertThat(titles(publication)).containsExactly("Three", "Two", "One");
      assertThat(publication.problems()).isEmpty();
    }

    @Test
    void isNoProblemWhenItIsReadme() {
      Publication publication =
          folder.given("README.md", "# About this folder\n").load();

      assertThat(publication.problems()).isEmpty();
      assertThat(publication.issues()).hasSize(2);
    }
  }

  @Nested
  final class Root {
    @Test
    void isNamedByNoProblem() throws IOException {
      Files.createSymbolicLink(folder.root().resolve("loop.md"), Path.of("loop.md"));

      assertThat(folder.load().problems()).singleElement().satisfies(problem -> {
        assertThat(problem.file()).isEqualTo("loop.md");
        assertThat(problem.message()).doesNotContain(folder.root().toString());
      });
    }

    @Test
    void thatVanishedKeepsTheLastPublicationWithProblem() throws IOException {
      Publication before = folder.load();
      Files.move(folder.root(), temporary.resolve("elsewhere"));

      Publication publication = folder.load();

      assertThat(publication.issues()).isEqualTo(before.issues());
      assertThat(publication.sections()).isEqualTo(before.sections());
      assertThat(publication.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("cannot be listed"));
    }

    @Test
    void thatWasEmptiedKeepsTheLastPublicationWithProblem() {
      folder.load();

      Publication publication = folder.remove("1.md").remove("2.md").load();

      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(publication.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("stay published"));
    }

    @Test
    void thatStaysAwayIsOneProblem() throws IOException {
      folder.load();
      Files.move(folder.root(), temporary.resolve("elsewhere"));
      folder.load();

      assertThat(folder.load().problems()).hasSize(1);
    }

    @Test
    void thatComesBackIsNotReadAgain() throws IOException {
      folder.load();
      Files.move(folder.root(), temporary.resolve("elsewhere"));
      folder.load();
      Files.move(temporary.resolve("elsewhere"), folder.root());

      Publication publication = folder.load();

      assertThat(titles(publication)).containsExactly("Two", "One");
      assertThat(publication.problems()).isEmpty();
      assertThat(publication.filesRead()).isZero();
    }

    @Test
    void thatWasEmptiedTakesTheIssuesThatComeNext() {
      folder.load();
      folder.remove("1.md").remove("2.md").load();

      Publication publication =
          folder.givenIssue("3.md", 18, "Three").afterASecond().load();

      assertThat(titles(publication)).containsExactly("Three");
      assertThat(publication.problems()).isEmpty();
    }

    @Test
    void thatWasNeverThereIsProblem() {
      Publication publication = new FollowedFolder(temporary.resolve("nowhere")).load();

      assertThat(publication.issues()).isEmpty();
      assertThat(publication.problems()).hasSize(1);
    }

    @Test
    void thatHasNoIssueYetSaysWhatItHas() throws IOException {
      Publication publication =
          new FollowedFolder(Files.createDirectory(temporary.resolve("empty"))).load();

      assertThat(publication.issues()).isEmpty();
      assertThat(publication.problems())
          .singleElement()
          .extracting(Problem::file, Problem::isError, Problem::message)
          .containsExactly(
              ".",
              true,
              "there is no issue here: the folder has no text; an issue is a Markdown file that ends in .md, .markdown, .mdown, .mdx or .txt");
    }

    @Test
    void thatVanishedStillPublishesWhatBecomesDue() throws IOException {
      folder
          .given("3.md", "---\ntitle: Three\ndate: 2026-02-08T10:00:00Z\n---\n")
          .load();
      Files.move(folder.root(), temporary.resolve("elsewhere"));

      Publication publication = folder.load(Instant.parse("2026-02-08T10:00:00Z"));

      assertThat(titles(publication)).containsExactly("Three", "Two", "One");
    }
  }
}
