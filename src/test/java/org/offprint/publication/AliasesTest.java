package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Problem;

/** The issues behind the paths that their front matter names as former ones. */
final class AliasesTest {
  @TempDir
  private Path root = Path.of("");

  private FollowedFolder folder = new FollowedFolder(root);

  @BeforeEach
  void follow() {
    folder = new FollowedFolder(root);
  }

  private void given(String name, String date, String yaml) {
    folder.given(name, "---\ntitle: %s\ndate: %s\n%s\n---\n\nText.\n".formatted(name, date, yaml));
  }

  @Test
  void aFormerPathLeadsToItsIssue() {
    given("a.md", "2026-01-01", "slug: twelve\naliases: [/old/a.html]");
    Publication publication = folder.load();

    assertThat(publication.findMovedIssue("/old/a.html/")).contains("/issues/twelve");
    assertThat(publication.findMovedIssue("/old/b.html")).isEmpty();
    assertThat(publication.formerPaths()).containsExactly("/old/a.html");
  }

  @Test
  void theFirstByDateKeepsAPath() {
    given("a.md", "2026-01-02", "url: /old");
    given("b.md", "2026-01-01", "aliases:\n- /own\n- /old");
    Publication publication = folder.load();

    assertThat(publication.findMovedIssue("/old")).contains("/issues/b");
    assertThat(publication.problems())
        .containsExactly(new Problem(
            Problem.Kind.VALUE,
            "a.md",
            4,
            "the path \"/old\" leads to b.md, which names it, too; remove it here or there"));
  }

  @Test
  void aPathNamedTwiceInOneIssueIsNoMistake() {
    given("a.md", "2026-01-02", "url: /old\naliases: /old/");

    assertThat(folder.load().problems()).isEmpty();
  }

  @Test
  void aDraftHasNoFormerPath() {
    given("a.md", "2026-01-01", "draft: true\naliases: /old");
    given("b.md", "2027-01-01", "aliases: /older");
    Publication publication = folder.load();

    assertThat(publication.formerPaths()).isEmpty();
    assertThat(publication.findMovedIssue("/old")).isEmpty();
  }

  @Test
  void aPathComesAndGoesWithAChange() {
    given("a.md", "2026-01-01", "aliases: /old");
    folder.load();
    given("a.md", "2026-01-01", "aliases: /older");
    Publication publication = folder.load();

    assertThat(publication.formerPaths()).containsExactly("/older");
  }
}
