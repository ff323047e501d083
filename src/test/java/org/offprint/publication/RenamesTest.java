package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Problem;

/** Files with another name, whose issues readers take for new ones. */
final class RenamesTest {
  @TempDir
  private Path root = Path.of("");

  private FollowedFolder folder = new FollowedFolder(root);

  @BeforeEach
  void follow() {
    folder = new FollowedFolder(root);
    given("old.md", "");
    given("other.md", "tags: other\n");
    folder.load();
  }

  private void given(String file, String yaml) {
    folder.given(file, "---\ntitle: Ropes\ndate: 2026-01-04\n" + yaml + "---\n\nText.\n");
  }

  private static List<String> warnings(Publication publication) {
    return publication.problems().stream()
        .filter(problem -> problem.kind() == Problem.Kind.RENAME)
        .map(Problem::toString)
        .toList();
  }

  private static final String WARNING =
      "new.md:1: warning: is old.md under another name, which readers take for a new issue;"
          + " add a line \"slug: old\" to keep its address and its id";

  @Test
  void areReported() {
    folder.remove("old.md");
    given("new.md", "");

    assertThat(warnings(folder.load())).containsExactly(WARNING);
    assertThat(warnings(folder.load())).containsExactly(WARNING);
  }

  @Test
  void areReportedIfTheNewFileComesLater() {
    folder.remove("old.md");
    assertThat(warnings(folder.load())).isEmpty();
    given("new.md", "");

    assertThat(warnings(folder.load())).containsExactly(WARNING);
  }

  @Test
  void areNotReportedOfACopyThatWasThere() {
    given("new.md", "");
    folder.load();
    folder.remove("old.md").afterASecond();

    assertThat(warnings(folder.load())).isEmpty();
  }

  @Test
  void areForgottenWithTheirSlug() {
    folder.remove("old.md");
    given("new.md", "");
    folder.load();
    given("new.md", "slug: old\n");

    assertThat(warnings(folder.load())).isEmpty();
    assertThat(folder.load().findIssue("old")).isPresent();
  }

  @Test
  void areForgottenIfTheOldFileComesBack() {
    folder.remove("old.md");
    given("new.md", "");
    folder.load();
    given("old.md", "tags: back\n");

    assertThat(warnings(folder.load())).isEmpty();
  }

  @Test
  void keepTheirFirstName() {
    folder.remove("old.md");
    given("newer.md", "");
    folder.load();
    folder.remove("newer.md");
    given("new.md", "");

    assertThat(warnings(folder.load())).containsExactly(WARNING);
  }

  @Test
  void areNotReportedWhereTheIdStays() {
    folder.remove("old.md");
    given("2026-01-04-old.md", "");

    assertThat(warnings(folder.load())).isEmpty();
  }

  @Test
  void areNotReportedOfDrafts() {
    given("draft.md", "draft: true\n");
    folder.load();
    folder.remove("draft.md");
    given("new.md", "draft: true\n");

    assertThat(warnings(folder.load())).isEmpty();
  }

  @Test
  void areNotReportedOfAnotherText() {
    folder.remove("old.md");
    given("new.md", "tags: new\n");

    assertThat(warnings(folder.load())).isEmpty();
  }
}
