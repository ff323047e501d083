package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.FollowedFolder.globs;
import static org.offprint.publication.FollowedFolder.titles;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;
import org.offprint.testing.IssueFiles;

/** The files of a folder that are issues, and those that are left alone. */
final class ChosenFilesTest {
  private static final String NOTE = "# A note\n\nWords.\n";

  private final Path root;
  private final IssueFiles files;
  private final FollowedFolder folder;

  ChosenFilesTest(@TempDir Path root) {
    this.root = root;
    this.files = new IssueFiles(root);
    this.folder = new FollowedFolder(root);
  }

  private static FileRules choosing(String... texts) {
    FileRules none = FileRules.NONE;
    return new FileRules(
        globs(texts), none.ignored(), none.mostBytes(), none.source(), OwnFiles.NONE);
  }

  @Test
  void areLookedForWhereAPatternReaches() {
    files
        .given("_posts/2026-01-04-a.md", NOTE)
        .given("_posts/2025/2025-01-04-b.markdown", NOTE)
        .given("_posts/_index.md", NOTE)
        .given("_posts/.hidden/2026-01-04-c.md", NOTE)
        .given("node_modules/x/2026-01-04-d.md", NOTE)
        .given("_drafts/2026-01-04-e.md", NOTE)
        .given("2026-01-04-f.md", NOTE)
        .given("_posts/picture.png", "")
        .given("offprint.yaml", "title: A\n");

    Folder listing = Folder.scan(root, choosing("_posts/**"));

    assertThat(listing.files())
        .containsOnlyKeys(
            "_posts/2026-01-04-a.md", "_posts/2025/2025-01-04-b.markdown", "offprint.yaml");
    assertThat(listing.directories())
        .containsExactlyInAnyOrder(
            root, root.resolve("_posts"), root.resolve("_posts").resolve("2025"));
  }

  @Test
  void areLookedForAgainWithoutAWalkWhenOthersAreTouched() {
    files.given("_posts/2026-01-04-a.md", NOTE);
    Folder before = Folder.scan(root, choosing("_posts/**"));

    files.given("package.json", "{}").given("node_modules/a.md", NOTE);

    assertThat(
            before.rescan(root, Set.of(root.resolve("package.json"), root.resolve("node_modules"))))
        .hasValueSatisfying(listing -> assertThat(listing).isSameAs(before));
  }

  @Test
  void needNeitherFrontMatterNorADateInTheirNames() {
    files.given("letters/knots.md", "# Knots\n").given("letters/README.md", "# About\n");

    Publication publication = folder.choosing("letters/*").load();

    assertThat(publication.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "letters/knots.md:1: the date is missing; write 2026-01-31, 2026-01-31T10:00:00 or 2026-01-31T10:00:00+01:00");
  }

  @Test
  void areTheOnlyIssues() {
    folder.givenIssue("_posts/1.md", 4, "One").givenIssue("2.md", 5, "Two").load();

    assertThat(titles(folder.choosing("_posts/**").load())).containsExactly("One");
    assertThat(titles(folder.afterASecond().choosing().load())).containsExactly("Two");
  }

  @Test
  void mayBeIgnoredAllTheSame() {
    folder.givenIssue("a/1.md", 4, "One").givenIssue("a/2.md", 5, "Two");

    FileRules none = FileRules.NONE;
    folder.under(new FileRules(
        globs("a/**"), globs("2.md"), none.mostBytes(), none.source(), OwnFiles.NONE));

    assertThat(titles(folder.load())).containsExactly("One");
  }

  @Test
  void withoutFrontMatterAreThoseWithADateOrANumber() {
    files
        .given("2026-01-04-knots.md", "# Knots\n")
        .given("2026-01-05_Ropes/text.md", "# Ropes\n")
        .given("notes.md", NOTE);

    assertThat(titles(folder.load())).containsExactly("Ropes", "Knots");
  }

  @Test
  void thatAreNoneAreSummedUpInOneNote() {
    files.givenIssue("12.md", "Twelve", "2026-01-04", "Text.");
    files.given("notes.md", NOTE).given("todo.md", NOTE).given("ideas/a.md", NOTE);
    files.given("README.md", NOTE).given("docs/index.md", NOTE).given("z.md", NOTE);

    assertThat(folder.load().problems()).singleElement().satisfies(note -> {
      assertThat(note.isError()).isFalse();
      assertThat(note.isHeldBack()).isTrue();
      assertThat(note.message())
          .isEqualTo(
              "4 files have no front matter and no date or number in their names, and are left alone:"
                  + " ideas/a.md, notes.md, todo.md, …; list them under \"files\" in offprint.yaml if they are issues");
    });
  }

  @Test
  void thatAreOneNoneIsNamed() {
    files.givenIssue("12.md", "Twelve", "2026-01-04", "Text.");
    files.given("notes.md", NOTE);

    assertThat(folder.load().problems())
        .singleElement()
        .satisfies(note -> assertThat(note.toString())
            .startsWith(
                "notes.md:1: warning: has no front matter and no date or number in its name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "readme.md", "Readme.markdown", "index.md"})
  void areTheOnlyTextsOfADatedFolder(String name) {
    files.given("2026-01-04_Knots/" + name, "Knots\n=====\n").given(name, NOTE);

    assertThat(titles(folder.load())).containsExactly("Knots");
  }

  @Test
  void areNoneOfTheTextsOfADatedFolderThatHasSeveral() {
    files
        .given("2026-01-04_Knots/README.md", NOTE)
        .given("290/newsletter.md", "---\ntitle: A\ndate: 2026-01-01\n---\n");
    files.given("2026-01-04_Knots/ropes.md", NOTE).given("290/notes.md", NOTE);

    assertThat(titles(folder.load())).containsExactly("A");
    assertThat(folder.load().problems())
        .singleElement()
        .satisfies(
            note -> assertThat(note.message()).contains("2026-01-04_Knots/ropes.md, 290/notes.md"));
  }

  @Test
  void haveTheirFirstHeadingForATitle() {
    files
        .given("2026-01-04-a.md", "Ropes *and* knots\n====\n")
        .given("2026-01-05-b.md", "# Knots {#x}\n")
        .given("2026-01-06-splices_and-sails.md", "## News\n");

    assertThat(titles(folder.load()))
        .containsExactly("splices and sails", "Knots", "Ropes and knots");
  }

  @Test
  void haveAnIssueNoMoreWhenTheirFrontMatterIsGone() {
    folder.givenIssue("weekly.md", 4, "Weekly").load();

    Publication publication = folder.given("weekly.md", "").load();

    assertThat(titles(publication)).containsExactly("Weekly");
    assertThat(publication.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString())
            .startsWith("weekly.md:1: has no front matter any more; begin it with")
            .endsWith("(its last good version stays published)"));
  }

  @Test
  void haveNoUnfinishedMerges() {
    String merge = "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n";
    folder.given("2026-01-04-a.md", "# A\n").load();
    Publication publication = folder
        .given("2026-01-04-a.md", "# A\n\n" + merge)
        .given("2026-01-05-b.md", "# B\n\n```\n" + merge + "```\n")
        .load();

    assertThat(titles(publication)).containsExactly("B", "A");
    assertThat(publication.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString())
            .startsWith("2026-01-04-a.md:3: a merge is unfinished here")
            .endsWith("(its last good version stays published)"));
  }
}
