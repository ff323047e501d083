package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** The settings file is watched like the issues. */
final class ApplicationFollowsSettingsTest {
  @TempDir
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private LiveNewsletter live;

  @BeforeEach
  void serveOneIssue() {
    new IssueFiles(folder)
        .given("offprint.yaml", "title: Weekly\n")
        .givenIssue("1.md", "One", "2026-06-01", "# Gadgets\n\nA [tool](https://x.org/) here.");
    live = LiveNewsletter.of(folder);
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @Test
  void newTitleIsServed() {
    assertThat(live.body("/feed.atom")).contains(">Weekly</title>");
    live.files().given("offprint.yaml", "title: Monthly\n");

    live.awaitText("/feed.atom", ">Monthly</title>");
    assertThat(live.body("/")).contains("Monthly").doesNotContain("Weekly");
  }

  @Test
  void titleAloneReadsNoIssueAgain() {
    live.files().given("offprint.yaml", "title: Monthly\n");

    live.awaitText("/feed.atom", ">Monthly</title>");
    assertThat(live.application().publication().filesRead()).isZero();
  }

  @Test
  void newVocabularyIsServed() {
    live.files().given("offprint.yaml", """
        title: Weekly
        sections:
          - key: tools
            title: Tools
            headings: [Gadgets]
        """);

    live.awaitText("/sections/tools.atom", "Tools · Weekly");
    assertThat(live.get("/sections/gadgets.atom").status()).isEqualTo(404);
  }

  @Test
  void mistakeKeepsTheLastGoodSettingsAndShowsFileAndLine() {
    live.files().given("offprint.yaml", "title: Monthly\nlanguage: not a language\n");

    live.awaitText("/status", "<td>offprint.yaml</td><td>2</td>");
    assertThat(live.body("/status")).contains("language");
    assertThat(live.body("/feed.atom")).contains(">Weekly</title>");
  }

  @Test
  void yamlThatCannotBeReadKeepsTheLastGoodSettings() {
    live.files().given("offprint.yaml", "title: \"Mon");

    live.awaitText("/status", "<td>offprint.yaml</td>");
    assertThat(live.body("/feed.atom")).contains(">Weekly</title>");
  }

  @Test
  void issuesAreFollowedWhileTheSettingsHaveAMistake() {
    live.files().given("offprint.yaml", "tilte: Monthly\n");
    live.awaitText("/status", "tilte");
    live.files().givenIssue("2.md", "Two", "2026-06-02", "Text.");

    live.awaitTitles("Two", "One");
    assertThat(live.body("/status")).contains("tilte");
  }

  @Test
  void repairedMistakeIsForgotten() {
    live.files().given("offprint.yaml", "tilte: Monthly\n");
    live.awaitText("/status", "tilte");
    live.files().given("offprint.yaml", "title: Monthly\n");

    live.awaitText("/feed.atom", ">Monthly</title>");
    assertThat(live.body("/status")).doesNotContain("tilte");
  }

  @Test
  void settingsFileMadeLaterIsRead(@TempDir Path other) {
    new IssueFiles(other).givenIssue("1.md", "One", "2026-06-01", "Text.");
    try (LiveNewsletter bare = LiveNewsletter.of(other)) {
      assertThat(bare.body("/feed.atom")).contains(">Newsletter</title>");
      bare.files().given("offprint.yaml", "title: Named\n");

      bare.awaitText("/feed.atom", ">Named</title>");
    }
  }

  @Test
  void settingsAreNotServed() {
    assertThat(live.get("/offprint.yaml").status()).isEqualTo(404);
    assertThat(live.get("/issues/offprint.yaml").status()).isEqualTo(404);
  }
}
