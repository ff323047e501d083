package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.FollowedFolder.problemFiles;
import static org.offprint.publication.FollowedFolder.titles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Problem;
import org.offprint.testing.IssueFiles;

/** Symbolic links in and to a folder of issues. */
final class FolderLinksTest {
  @TempDir
  private Path temporary = Path.of("");

  private Path root = temporary;
  private IssueFiles files = new IssueFiles(root);

  @BeforeEach
  void openFolder() throws IOException {
    root = Files.createDirectory(temporary.resolve("issues"));
    files = new IssueFiles(root);
  }

  @Test
  void areFollowed() throws IOException {
    files.given(".data/elsewhere/a.md", "x").given(".data/single.md", "x");
    link("folder", ".data/elsewhere");
    link("b.md", ".data/single.md");

    Folder listing = scan();

    assertThat(listing.files()).containsOnlyKeys("b.md", "folder/a.md");
    assertThat(listing.problems()).isEmpty();
  }

  @Test
  void thatLeadOutOfTheFolderAreLeftAlone() throws IOException {
    new IssueFiles(temporary).given("elsewhere/a.md", "x").given("single.md", "x");
    files.givenIssue("1.md", "One", "2026-01-04", "");
    link("folder", "../elsewhere");
    link("b.md", "../single.md");
    link("picture.png", "../single.md");

    Folder listing = scan();

    assertThat(listing.files()).containsOnlyKeys("1.md");
    assertThat(listing.problems()).extracting(Problem::file).containsExactly("b.md", "folder");
    assertThat(listing.problems())
        .noneMatch(Problem::isError)
        .allSatisfy(problem -> assertThat(problem.message()).contains("a link out of the folder"));
    assertThat(titles(new FollowedFolder(root).load())).containsExactly("One");
  }

  @Test
  void thatLeadOutKeepNoSaveFromBeingSeenAtOnce() throws IOException {
    new IssueFiles(temporary).given("single.md", "x");
    files.given("a.md", "x");
    link("b.md", "../single.md");
    Folder before = scan();

    files.given("a.md", "other");

    assertThat(before.rescan(root, Set.of(root.resolve("a.md")))).contains(scan());
  }

  @Test
  void ofTheSettingsMayLeadOut() throws IOException {
    new IssueFiles(temporary).given("settings.yaml", "title: A\n");
    link("offprint.yaml", "../settings.yaml");

    assertThat(scan().settings()).isPresent();
    assertThat(scan().problems()).isEmpty();
  }

  @Nested
  final class Loop {
    @Test
    void toTheRootIsOneProblem() throws IOException {
      files.given("a.md", "x");
      link("again", ".");

      Folder listing = scan();

      assertThat(listing.files()).containsOnlyKeys("a.md");
      assertThat(listing.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.file()).isEqualTo("again");
        assertThat(problem.message()).contains("link to a folder above it");
      });
    }

    @Test
    void toFolderFurtherUpIsOneProblem() throws IOException {
      files.given("2024/01/a.md", "x");
      link("2024/01/again", "..");

      Folder listing = scan();

      assertThat(listing.files()).containsOnlyKeys("2024/01/a.md");
      assertThat(listing.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.file()).isEqualTo("2024/01/again"));
    }

    @Test
    void toRootThatIsLinkItselfIsOneProblem() throws IOException {
      files.given("a.md", "x");
      link("again", ".");
      Path current = Files.createSymbolicLink(temporary.resolve("current"), root);

      Folder listing = Folder.scan(current);

      assertThat(listing.files()).containsOnlyKeys("a.md");
      assertThat(listing.problems()).hasSize(1);
    }

    @Test
    void ofFileToItselfIsOneProblem() throws IOException {
      files.given("b.md", "x");
      link("a.md", "a.md");

      Folder listing = scan();

      assertThat(listing.files()).containsOnlyKeys("b.md");
      assertThat(listing.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.file()).isEqualTo("a.md"));
    }
  }

  @Nested
  final class ToNothing {
    @Test
    void isProblemWhenItIsNamedLikeAnIssue() throws IOException {
      link("a.md", "missing.md");

      Folder listing = scan();

      assertThat(listing.files()).isEmpty();
      assertThat(listing.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.file()).isEqualTo("a.md");
        assertThat(problem.message()).contains("link to nothing");
      });
    }

    @Test
    void isNoProblemWhenItIsNot() throws IOException {
      link("picture.png", "missing.png");

      assertThat(scan().problems()).isEmpty();
    }

    @Test
    void keepsTheLastGoodVersionPublished() throws IOException {
      files.givenIssue(".data/2.md", "Two", "2026-01-11", "");
      link("2.md", ".data/2.md");
      FollowedFolder folder = new FollowedFolder(root).givenIssue("1.md", 4, "One");
      folder.load();

      files.remove(".data/2.md");
      Publication publication = folder.load();

      assertThat(problemFiles(publication)).containsExactly("2.md");
      assertThat(titles(publication)).containsExactly("Two", "One");
    }
  }

  @Nested
  final class Switched {
    @Test
    void fileChangesTheListingThoughSizeAndTimeAreEqual() throws IOException {
      givenDated("old.png");
      givenDated("new.png");
      link("a.md", "old.png");
      Folder before = scan();

      switchTo(root.resolve("a.md"), "new.png");

      assertThat(scan()).isNotEqualTo(before);
    }

    @Test
    void rootIsFollowed() throws IOException {
      IssueFiles releases = new IssueFiles(temporary);
      releases.givenIssue("release-1/1.md", "One", "2026-01-04", "");
      releases.givenIssue("release-2/1.md", "Uno", "2026-01-04", "");
      Path current = temporary.resolve("current");
      Files.createSymbolicLink(current, Path.of("release-1"));
      FollowedFolder folder = new FollowedFolder(current);
      assertThat(titles(folder.load())).containsExactly("One");

      switchTo(current, "release-2");

      assertThat(titles(folder.load())).containsExactly("Uno");
    }

    @Test
    void dataFolderOfMountedVolumeIsFollowed() throws IOException {
      files.givenIssue("..2026_01_04/1.md", "One", "2026-01-04", "");
      files.givenIssue("..2026_01_05/1.md", "Uno", "2026-01-04", "");
      link("..data", "..2026_01_04");
      link("1.md", "..data/1.md");
      FollowedFolder folder = new FollowedFolder(root);
      Publication before = folder.load();

      switchTo(root.resolve("..data"), "..2026_01_05");
      Publication after = folder.load();

      assertThat(titles(before)).containsExactly("One");
      assertThat(titles(after)).containsExactly("Uno");
      assertThat(after.problems()).isEmpty();
    }

    private void givenDated(String name) throws IOException {
      Path file = Files.writeString(root.resolve(name), "x");
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private void switchTo(Path link, String target) throws IOException {
      Path next = Files.createSymbolicLink(link.resolveSibling("next"), Path.of(target));
      Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }

  private Folder scan() {
    return Folder.scan(root);
  }
}
