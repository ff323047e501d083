package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Holds the formats of {@code offprint check --format}. */
final class CheckFormatTest {
  private final Path folder;
  private final IssueFiles files;

  CheckFormatTest(@TempDir Path folder) {
    this.folder = folder;
    this.files = new IssueFiles(folder);
  }

  @BeforeEach
  void givenOneProblemOfEachKind() {
    files.given("1, 100%.md", "---\ntitle: One\ndate: 2026-06-01\nupdated: some day\n---\nText.\n");
    files.given("2.md", "---\ntitle: Two\ndate: 31 June\n---\nText.\n");
    files.given("3.md", "---\ntitle: Three\ndate: 2026-06-03\ndraft: true\n---\nText.\n");
    files.given("4.md", "---\ntitle: Four\ndate: 9026-06-03T09:00:00Z\n---\nText.\n");
  }

  private CommandLineRun check(String format) {
    return CommandLineRun.of("check", folder.toString(), "--format", format);
  }

  @Test
  void githubGetsAnnotationsOfFilesWithTheirLines() {
    CommandLineRun run = check("github");

    String file = folder.toString().replace(":", "%3A");
    assertThat(run.out().lines())
        .hasSize(5)
        .anyMatch(line -> line.startsWith(
            "::warning file=" + file + "/1%2C 100%25.md,line=4,title=Offprint::\"some day\" is no"))
        .anyMatch(line -> line.startsWith("::error file=" + file + "/2.md,line=3,title=Offprint::"))
        .anyMatch(line -> line.equals(
            "::notice file=" + file + "/3.md,line=1,title=Offprint::is held back as a draft"))
        .anyMatch(line -> line.equals("::notice file=" + file
            + "/4.md,line=1,title=Offprint::is held back until 9026-06-03T09:00Z"))
        .last()
        .asString()
        .startsWith("1 issue, 1 draft, 1 still to come, 1 problem");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void jsonHasEveryProblemAndEveryIssueHeldBack() {
    CommandLineRun run = check("json");

    JsonObject report = new Gson().fromJson(run.out(), JsonObject.class);
    assertThat(report.get("issues").getAsInt()).isEqualTo(1);
    assertThat(report.get("drafts").getAsInt()).isEqualTo(1);
    assertThat(report.get("toCome").getAsInt()).isEqualTo(1);
    JsonObject warning = report.getAsJsonArray("problems").get(0).getAsJsonObject();
    assertThat(warning.get("severity").getAsString()).isEqualTo("warning");
    assertThat(warning.get("kind").getAsString()).isEqualTo("value");
    assertThat(warning.get("file").getAsString()).isEqualTo("1, 100%.md");
    assertThat(warning.get("line").getAsInt()).isEqualTo(4);
    assertThat(warning.get("message").getAsString()).startsWith("\"some day\" is no date");
    assertThat(report.getAsJsonArray("heldBack"))
        .extracting(Object::toString)
        .containsExactly(
            "{\"file\":\"3.md\",\"reason\":\"as a draft\"}",
            "{\"file\":\"4.md\",\"reason\":\"until 9026-06-03T09:00Z\"}");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void jsonSumsNothingUp() {
    for (int i = 10; i < 22; i++) {
      files.given(i + ".md", "---\ntitle: No. " + i + "\ndate: 31 June\n---\nText.\n");
    }

    assertThat(
            new Gson().fromJson(check("json").out(), JsonObject.class).getAsJsonArray("problems"))
        .hasSize(14);
  }

  @Test
  void jsonHasNoCommandForATerminal() {
    files.given(
        "5.md", "---\ntitle: Five\ndate: 2026-06-05\nupdated: \"a\u202e\\u009b31m\"\n---\nText.\n");

    String out = check("json").out();

    assertThat(out).contains("5.md").doesNotContain("\u202e", "\u009b");
  }

  @Test
  void otherFormatsAreRefused() {
    CommandLineRun run = check("xml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--format is \"xml\"; it must be text, json or github");
  }
}
