package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Readers see what the author does in the folder, without a restart and without waiting for a scan. */
final class ApplicationFollowsFilesTest {
  @TempDir
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private LiveNewsletter live;

  @BeforeEach
  void serveThreeIssues() {
    new IssueFiles(folder)
        .givenIssue("1.md", "One", "2026-06-01", "First text.")
        .givenIssue("2.md", "Two", "2026-06-02", "Second text.")
        .givenIssue("3.md", "Three", "2026-06-03", "Third text.");
    live = LiveNewsletter.of(folder);
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @Test
  void servesWhatIsThereAtTheStart() {
    assertThat(live.titles()).containsExactly("Three", "Two", "One");
  }

  @Test
  void addedIssueAppears() {
    live.files().givenIssue("4.md", "Four", "2026-06-04", "Fourth text.");

    live.awaitTitles("Four", "Three", "Two", "One");
    assertThat(live.get("/issues/4").status()).isEqualTo(200);
  }

  @Test
  void otherFilesAreIssuesOnceTheSettingsChooseThem() {
    live.files().givenIssue("_posts/4.md", "Four", "2026-06-04", "Fourth text.");
    live.files().given("offprint.yaml", "files: [\"_posts/**\", \"3.md\"]\n");
    live.awaitTitles("Four", "Three");

    live.files().givenIssue("_posts/5.md", "Five", "2026-06-05", "Fifth text.");
    live.files().given("3.md", "---\ntitle: Third\ndate: 2026-06-03\n---\n");

    live.awaitTitles("Five", "Four", "Third");
  }

  @Test
  void issueEditedInPlaceChanges() {
    live.files().givenIssue("2.md", "Two, corrected", "2026-06-02", "Second text.");

    live.awaitTitles("Three", "Two, corrected", "One");
  }

  @Test
  void renamedIssueMovesToItsNewAddress() throws IOException {
    Files.move(folder.resolve("2.md"), folder.resolve("second.md"));

    live.awaitText("/issues/second", "Second text.");
    assertThat(live.get("/issues/2").status()).isEqualTo(410);
    assertThat(live.titles()).containsExactly("Three", "Two", "One");
  }

  @Test
  void removedIssueDisappears() {
    live.files().remove("2.md");

    live.awaitTitles("Three", "One");
    assertThat(live.get("/issues/2").status()).isEqualTo(410);
    assertThat(live.get("/issues/2.md").status()).isEqualTo(410);
    assertThat(live.get("/issues/4").status()).isEqualTo(404);
  }

  @Test
  void issueThatComesBackIsGoneNoMore() {
    live.files().remove("2.md");
    live.awaitTitles("Three", "One");
    live.files().givenIssue("2.md", "Two again", "2026-06-02", "Text.");

    live.awaitTitles("Three", "Two again", "One");
    assertThat(live.get("/issues/2").status()).isEqualTo(200);
  }

  @Test
  void issueReplacedByRenameChanges() throws IOException {
    replace("2.md", "Two, replaced");

    live.awaitTitles("Three", "Two, replaced", "One");
  }

  @Test
  void issueInAFolderMadeLaterAppears() {
    live.files().givenIssue("2026/4.md", "Four", "2026-06-04", "Text.");
    live.awaitTitles("Four", "Three", "Two", "One");

    live.files().givenIssue("2026/5.md", "Five", "2026-06-05", "Text.");
    live.awaitTitles("Five", "Four", "Three", "Two", "One");
  }

  @Test
  void everyFormatAndPageFollows() {
    live.files().givenIssue("4.md", "Four", "2026-06-04", "# Tools\n\nA [tool](https://x.org/).");

    live.awaitTitles("Four", "Three", "Two", "One");
    for (String path : new String[] {"/feed.rss", "/feed.json", "/", "/sections/tools.atom"}) {
      assertThat(live.body(path)).as(path).contains("Four");
    }
  }

  @Test
  void clientThatAsksConditionallyGetsTheChange() {
    LiveNewsletter.Answer before = live.get("/feed.atom");
    live.files().givenIssue("4.md", "Four", "2026-06-04", "Text.");
    live.awaitTitles("Four", "Three", "Two", "One");

    assertThat(live.get("/feed.atom").tag()).isPresent().isNotEqualTo(before.tag());
  }

  @Test
  void oneChangeReadsOneFile() throws IOException {
    assertThat(live.application().publication().filesRead()).isEqualTo(3);
    replace("2.md", "Two, replaced");

    live.awaitTitles("Three", "Two, replaced", "One");
    assertThat(live.application().publication().filesRead()).isEqualTo(1);
  }

  @Test
  void removalReadsNoFile() {
    live.files().remove("2.md");

    live.awaitTitles("Three", "One");
    assertThat(live.application().publication().filesRead()).isZero();
  }

  @Test
  void emptiedFolderKeepsServing() {
    live.files().remove("1.md").remove("2.md").remove("3.md");

    live.awaitText("/status", "no issue any more");
    assertThat(live.titles()).containsExactly("Three", "Two", "One");
  }

  @Test
  void folderThatIsFilledAgainIsFollowed() {
    live.files().remove("1.md").remove("2.md").remove("3.md");
    live.awaitText("/status", "no issue any more");
    live.files().givenIssue("4.md", "Four", "2026-06-04", "Text.");

    live.awaitTitles("Four");
    assertThat(live.body("/status")).doesNotContain("no issue any more");
  }

  @Test
  void vanishedFolderKeepsServing(@TempDir Path elsewhere) throws IOException {
    Files.move(folder, elsewhere.resolve("moved"));

    live.awaitText("/status", "cannot be listed");
    assertThat(live.titles()).containsExactly("Three", "Two", "One");

    Files.move(elsewhere.resolve("moved"), folder);
    live.files().remove("1.md");
    live.awaitTitles("Three", "Two");
  }

  @Nested
  final class BrokenFiles {
    @Test
    void halfWrittenIssueAppearsWhenItIsWhole() {
      live.files().given("4.md", "---\ntitle: Four\ndate: 2026-06-04\n");
      live.awaitText("/status", "4.md");
      assertThat(live.titles()).containsExactly("Three", "Two", "One");

      live.files().given("4.md", "---\ntitle: Four\ndate: 2026-06-04\n---\n\nText.\n");
      live.awaitTitles("Four", "Three", "Two", "One");
      assertThat(live.body("/status")).doesNotContain("4.md");
    }

    @Test
    void issueThatIsHalfOverwrittenKeepsItsLastGoodVersion() {
      live.files().given("2.md", "---\ntitle: Two, cor");

      live.awaitText("/status", "2.md");
      assertThat(live.titles()).containsExactly("Three", "Two", "One");
      assertThat(live.body("/issues/2")).contains("Second text.");
    }

    @Test
    void brokenIssueShowsFileAndLine() {
      live.files().given("2.md", "---\ntitle: Two\ndate: someday\n---\n\nText.\n");

      live.awaitText("/status", "last good version");
      assertThat(live.body("/status")).contains("<td>2.md</td><td>3</td>");
    }

    @Test
    void brokenIssueIsNoHindranceToOtherChanges() {
      live.files().given("2.md", "no front matter");
      live.awaitText("/status", "2.md");
      live.files().givenIssue("4.md", "Four", "2026-06-04", "Text.");

      live.awaitTitles("Four", "Three", "Two", "One");
    }

    @Test
    void brokenIssueThatIsRemovedIsGone() {
      live.files().given("2.md", "no front matter");
      live.awaitText("/status", "2.md");
      live.files().remove("2.md");

      live.awaitTitles("Three", "One");
      assertThat(live.body("/status")).doesNotContain("2.md");
    }

    @Test
    void repairedIssueIsServedAnew() {
      live.files().given("2.md", "no front matter");
      live.awaitText("/status", "2.md");
      live.files().givenIssue("2.md", "Two, repaired", "2026-06-02", "Text.");

      live.awaitTitles("Three", "Two, repaired", "One");
      assertThat(live.body("/status")).doesNotContain("2.md");
    }
  }

  private void replace(String name, String title) throws IOException {
    live.files().givenIssue("." + name + ".tmp", title, "2026-06-02", "Second text.");
    Files.move(
        folder.resolve("." + name + ".tmp"),
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
