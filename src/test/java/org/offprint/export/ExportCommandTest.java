package org.offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.cli.CommandLineRun;
import org.offprint.testing.IssueFiles;

/** The files and messages of an export. */
@Timeout(30)
final class ExportCommandTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
  private static final String SETTINGS = "title: Weekly\nbase-url: https://news.example.org/\n";

  @TempDir
  private Path temp = Path.of("");

  private Path issues = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void writeIssues() {
    issues = temp.resolve("issues");
    out = temp.resolve("www/out");
    files()
        .given("offprint.yaml", SETTINGS)
        .givenIssue("1.md", "One", "2026-06-01", "Text.\n\n# Tools\n\n[A](https://a.example.org/)")
        .givenIssue("2.md", "Two", "2026-06-08", "Text.\n\n# News\n\n[B](https://b.example.org/)");
  }

  private IssueFiles files() {
    return new IssueFiles(issues);
  }

  private CommandLineRun export(String... more) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("export", issues.toString(), out.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private void exported(String... more) {
    CommandLineRun run = export(more);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private Map<String, FileTime> times() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        times.put(out.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private void age() throws IOException {
    for (String name : times().keySet()) {
      Files.setLastModifiedTime(out.resolve(name), LONG_AGO);
    }
  }

  private void assertRefused(CommandLineRun run, String... words) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip())
        .startsWith("offprint: ")
        .hasLineCount(1)
        .contains(words)
        .doesNotContain("Exception");
  }

  @Test
  void folderIsMadeAndSummedUp() throws IOException {
    CommandLineRun run = export();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    int files = times().size() - 1;
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            "%s: %d written, 0 unchanged, 0 removed, 0 problems\n".formatted(out, files));
    assertThat(Files.readString(out.resolve("feed.atom")))
        .contains("href=\"https://news.example.org/feed.atom\"");
    assertThat(Files.readAllLines(out.resolve(ExportManifest.NAME)))
        .hasSize(files)
        .isSorted()
        .contains("index.html", "issues/1.md");
  }

  @Test
  void filesCanBeReadByEveryoneWhoMayReadNewFiles() throws IOException {
    exported();
    Path other = Files.createFile(temp.resolve("other"));

    assertThat(Files.getPosixFilePermissions(out.resolve("feed.atom")))
        .isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void issueThatIsStillToComeIsHeldBack() {
    files().givenIssue("3.md", "Three", "2999-01-01", "Later.");
    exported();

    assertThat(out.resolve("issues/2.html")).exists();
    assertThat(out.resolve("issues/3.html")).doesNotExist();
    assertThat(out.resolve("issues/3.md")).doesNotExist();
  }

  @Test
  void noFileHasWhatIsPrivateInAnIssue() throws IOException {
    files().given("3.md", """
        ---
        title: Three
        date: 2026-06-15
        author: {name: Mara, email: mara@private.example}
        internal-notes: call the printer
        ---

        Text. <!-- Ida leaves -->
        """);
    exported();

    assertThat(Files.readString(out.resolve("issues/3.md"))).startsWith("# Three\n");
    for (String name : times().keySet()) {
      assertThat(Files.readString(out.resolve(name), StandardCharsets.ISO_8859_1))
          .as(name)
          .doesNotContain("private.example", "call the printer", "Ida leaves");
    }
  }

  @Nested
  final class Again {
    @Test
    void markdownOfIssuesGoesWithItsSetting() {
      exported();
      files().given("offprint.yaml", SETTINGS + "markdown: false\n");
      exported();

      assertThat(out.resolve("issues/1.html")).exists();
      assertThat(out.resolve("issues/1.md")).doesNotExist();
    }

    @Test
    void nothingIsTouchedThatIsTheSame() throws IOException {
      exported();
      age();

      assertThat(export().out()).contains(": 0 written, ", " 0 removed");
      assertThat(times().values()).containsOnly(LONG_AGO);
    }

    @Test
    void onlyWhatAnEditConcernsIsWritten() throws IOException {
      exported();
      age();
      files()
          .givenIssue(
              "1.md", "One", "2026-06-01", "New.\n\n# Tools\n\n[A](https://a.example.org/)");
      exported();

      assertThat(Files.readString(out.resolve("issues/1.html"))).contains("New.");
      Map<String, FileTime> times = times();
      assertThat(times.get("issues/1.html")).isGreaterThan(LONG_AGO);
      assertThat(times.get("feed.atom")).isGreaterThan(LONG_AGO);
      assertThat(times.get("issues/2.html")).isEqualTo(LONG_AGO);
      assertThat(times.get("sections/news.atom")).isEqualTo(LONG_AGO);
      assertThat(times.get(ExportManifest.NAME)).isEqualTo(LONG_AGO);
    }

    @Test
    void whatIsGoneIsRemovedWithItsFolders() throws IOException {
      exported();
      Files.writeString(out.resolve("issues/photo.jpg"), "mine");
      files().remove("2.md");
      CommandLineRun run = export();

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).doesNotContain(" 0 removed");
      assertThat(out.resolve("issues/2.html")).doesNotExist();
      assertThat(out.resolve("issues/2.md")).doesNotExist();
      assertThat(out.resolve("sections/news.atom")).doesNotExist();
      assertThat(out.resolve("sections/news")).doesNotExist();
      assertThat(out.resolve("issues/photo.jpg")).hasContent("mine");
      assertThat(Files.readAllLines(out.resolve(ExportManifest.NAME)))
          .contains("issues/1.html")
          .noneMatch(name -> name.contains("news"));
    }

    @Test
    void exportThatWasInterruptedIsTakenUp() throws IOException {
      exported();
      Files.delete(out.resolve("issues/1.html"));
      Files.writeString(out.resolve("issues").resolve(WholeFile.UNFINISHED), "half");
      exported();

      assertThat(out.resolve("issues/1.html")).exists();
      assertThat(times().keySet()).noneMatch(name -> name.endsWith(WholeFile.UNFINISHED));
    }

    @Test
    void exportThatWasKilledLeavesNothingBehindInTheEnd() throws IOException {
      exported();
      List<Path> left = Stream.of("", "issues", "sections", "sections/news")
          .map(place -> out.resolve(place).resolve(WholeFile.UNFINISHED))
          .toList();
      for (Path file : left) {
        Files.writeString(file, "half");
      }
      Files.createDirectory(out.resolve("mine"));
      Path foreign = out.resolve("mine").resolve(WholeFile.UNFINISHED);
      Files.writeString(foreign, "nobody's");
      files().remove("2.md");
      exported();

      assertThat(left).noneMatch(Files::exists);
      assertThat(out.resolve("sections/news")).doesNotExist();
      assertThat(foreign).exists();
    }

    @Test
    void linkOfThatNameIsNotFollowed() throws IOException {
      exported();
      Path link = out.resolve("issues").resolve(WholeFile.UNFINISHED);
      Files.createSymbolicLink(link, out.resolve("index.html"));
      exported();

      assertThat(out.resolve("index.html")).exists();
    }

    @Test
    void folderWithoutIssuesRemovesNothing() throws IOException {
      exported();
      Map<String, FileTime> before = times();
      files().remove("1.md").remove("2.md");

      assertRefused(export(), "has no issue to publish", out.toString());
      assertThat(times()).isEqualTo(before);
    }
  }

  @Nested
  final class Problems {
    @Test
    void othersAreExportedAllTheSame() {
      files().given("3.md", "---\ntitle: Three\ndate: someday\n---\n\nText.\n");
      CommandLineRun run = export();

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).startsWith(issues + "/3.md:3: ").hasLineCount(1);
      assertThat(run.out()).contains("1 problem");
      assertThat(out.resolve("issues/1.html")).exists();
    }

    @Test
    void whatWasExportedIsNotTakenAwayByASlip() {
      assertThat(export().exitCode()).isZero();
      files().given("1.md", "---\ntitle: One\ndate: someday\n---\n\nText.\n");

      CommandLineRun refused = export();

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("/1.md:3: ", "stays as it is", "--allow-missing");
      assertThat(out.resolve("issues/1.html")).exists();
      assertThat(export("--allow-missing").exitCode()).isZero();
      assertThat(out.resolve("issues/1.html")).doesNotExist();
    }

    @Test
    void strictExportFails() {
      files().given("3.md", "Just text.\n");

      assertThat(export("--strict").exitCode()).isEqualTo(1);
      assertThat(out.resolve("issues/1.html")).exists();
    }

    @Test
    void mistakeInTheSettingsIsRefused() {
      files().given("offprint.yaml", SETTINGS + "tilte: Weekly\n");

      assertRefused(export(), issues + "/offprint.yaml:3: ", "tilte");
      assertThat(out).doesNotExist();
    }
  }

  @Nested
  final class BaseUrl {
    @Test
    void missingOneIsRefused() {
      files().given("offprint.yaml", "title: Weekly\n");

      assertRefused(export(), "base-url", "--base-url", issues + "/offprint.yaml");
      assertThat(out).doesNotExist();
    }

    @Test
    void oneThatIsNoneIsNamed() {
      assertRefused(export("--base-url", "news"), "--base-url", "news");
    }

    @Test
    void flagComesBeforeTheSettings() throws IOException {
      exported("--base-url", "https://example.net/letters");

      assertThat(Files.readString(out.resolve("feed.atom")))
          .contains("href=\"https://example.net/letters/feed.atom\"")
          .doesNotContain("https://news.example.org/");
      assertThat(Files.readString(out.resolve("index.html")))
          .contains("href=\"/letters/issues/1\"");
    }

    @Test
    void variableIsUnderstood() throws IOException {
      CommandLineRun run = CommandLineRun.of(
          Map.of("OFFPRINT_BASE_URL", "https://example.net/"),
          "export",
          issues.toString(),
          out.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(Files.readString(out.resolve("feed.atom"))).contains("https://example.net/");
    }
  }

  @Nested
  final class Refusals {
    @Test
    void folderWithFilesOfOthers() throws IOException {
      Files.createDirectories(out);
      Files.writeString(out.resolve("index.html"), "mine");

      assertRefused(export(), out.toString(), "new or empty");
      assertThat(out.resolve("index.html")).hasContent("mine");
      assertThat(out.resolve(ExportManifest.NAME)).doesNotExist();
    }

    @Test
    void hiddenFilesAloneDoNotCount() throws IOException {
      Files.createDirectories(out.resolve(".git"));

      exported();
      assertThat(out.resolve(".git")).exists();
    }

    @Test
    void fileOfOthersInTheWay() throws IOException {
      exported();
      age();
      files().givenIssue("3.md", "Three", "2026-06-15", "Text.");
      Files.writeString(out.resolve("issues/3.html"), "mine");
      Map<String, FileTime> before = times();

      assertRefused(export(), out.resolve("issues/3.html").toString(), "in the way");
      assertThat(times()).isEqualTo(before);
      assertThat(out.resolve("issues/3.html")).hasContent("mine");
    }

    @Test
    void linkThatLeadsOut() throws IOException {
      Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
      exported();
      files().givenIssue("3.md", "Three", "2026-06-15", "# Jobs\n\n[J](https://j.example.org/)");
      Files.createSymbolicLink(out.resolve("sections/jobs"), elsewhere);

      assertRefused(export(), "sections/jobs", "in the way");
      assertThat(elsewhere).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../precious", "/precious", "issues/../../precious", ".", ""})
    void manifestThatLeadsOut(String line) throws IOException {
      exported();
      Path precious = Files.writeString(temp.resolve("www/precious"), "mine");
      Files.writeString(out.resolve(ExportManifest.NAME), "index.html\n" + line + "\n");

      assertRefused(export(), ExportManifest.NAME + ":2: ");
      assertThat(precious).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"issues", "issues/public", ".", "issues/../issues/x", "link/public"})
    void foldersThatHoldEachOther(String name) throws IOException {
      Files.createSymbolicLink(temp.resolve("link"), issues);
      out = temp.resolve(name);

      assertRefused(export(), "inside the other");
      assertThat(issues.resolve("public")).doesNotExist();
      assertThat(issues.resolve(ExportManifest.NAME)).doesNotExist();
    }

    @Test
    void fileInsteadOfAFolder() throws IOException {
      out = Files.createFile(temp.resolve("file"));

      assertRefused(export(), out.toString(), "it is a file");
    }

    @Test
    void hostThatIsNone() {
      assertRefused(export("--server-files", "iis"), "--server-files", "iis");
    }

    @Test
    void missingFolderToWriteTo() {
      assertRefused(CommandLineRun.of("export", issues.toString()), "OUT");
    }
  }
}
