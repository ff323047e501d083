package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

final class PreviewCommandTest {
  private static final Map<String, String> KEY = Map.of("OFFPRINT_PREVIEW_KEY", "0123456789abcdef");

  private final Path folder;
  private final IssueFiles files;

  PreviewCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.files = new IssueFiles(folder);
  }

  @BeforeEach
  void givenADraft() {
    files.given("offprint.yaml", "base-url: https://news.example.org/letter/\n");
    files.given("12.md", "---\ntitle: Two\ndate: 2026-06-02\ndraft: true\n---\nText.\n");
    files.givenIssue("11.md", "One", "2026-06-01", "Text.");
    files.given("note.md", "Private.\n");
  }

  private CommandLineRun preview(Map<String, String> environment, String file) {
    return CommandLineRun.of(environment, "preview", folder.resolve(file).toString());
  }

  @Test
  void printsTheSecretAddress() {
    CommandLineRun run = preview(KEY, "12.md");

    assertThat(run.out()).matches("https://news\\.example\\.org/letter/preview/12-[0-9a-f]{32}\n");
    assertThat(run.exitCode()).isZero();
    assertThat(preview(KEY, "12.md").out()).isEqualTo(run.out());
  }

  @Test
  void takesTheAddressOfTheServerFromTheCommandLine() {
    assertThat(CommandLineRun.of(
                KEY,
                "preview",
                "--base-url",
                "http://localhost:9000",
                folder.resolve("12.md").toString())
            .out())
        .startsWith("http://localhost:9000/preview/12-");
  }

  @Test
  void saysWhatIsMissingOrWrong() {
    assertThat(preview(Map.of(), "12.md").err()).contains("OFFPRINT_PREVIEW_KEY is not set");
    assertThat(preview(Map.of("OFFPRINT_PREVIEW_KEY", "short"), "12.md").err())
        .contains("OFFPRINT_PREVIEW_KEY must have at least 16 characters");
    assertThat(preview(KEY, "11.md").err())
        .contains(
            "11.md is an issue that is published already",
            "https://news.example.org/letter/issues/11");
    assertThat(preview(KEY, "note.md").err()).contains("note.md is no issue as it is");
    files.given("offprint.yaml", "base-url: https://news.example.org/\npages:\n- file: about.md\n");
    files.given("about.md", "---\ntitle: About\ndraft: true\n---\nText.\n");
    assertThat(preview(KEY, "about.md").err()).contains("only issues have secret addresses");
    files.given("about.md", "# About\n");
    assertThat(preview(KEY, "about.md").err())
        .contains(
            "about.md is a page of \"pages\" that is published already",
            "https://news.example.org/about\n");
    assertThat(preview(KEY, "13.md").err()).contains("there is no file");
  }
}
