package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** The commands and messages of the command line. */
@Timeout(20)
final class CommandLineInterfaceTest {
  @TempDir
  private Path folder = Path.of("");

  @Nested
  final class Help {
    @Test
    void overviewNamesTheCommands() {
      CommandLineRun run = CommandLineRun.of("--help");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains(
              "serve", "init", "check", "headings", "explain", "export", "health", "Exit codes:");
      assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "serve,    offprint serve ~/newsletter/issues --port 9000",
      "init,     offprint init ~/newsletter/issues",
      "check,    offprint check ~/newsletter/issues",
      "headings, offprint headings ~/newsletter/issues",
      "explain,  offprint explain --json issues/2026-01-04-139.md",
      "health,   offprint health --folder ~/newsletter/issues",
      "export,   offprint export ~/newsletter/issues public",
    })
    void everyCommandHasExamples(String command, String example) {
      CommandLineRun run = CommandLineRun.of(command, "--help");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("Usage: offprint " + command, "Examples:", example);
      assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--host",
          "--port",
          "--base-url",
          "--scan-interval",
          "--feed-max-age",
          "--memory",
          "--poll-limit",
          "--behind-proxy"
        })
    void serveNamesItsOptions(String option) {
      assertThat(CommandLineRun.of("serve", "--help").out()).contains(option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "init", "check", "headings", "explain", "export", "health"})
    void shortOptionIsUnderstood(String command) {
      assertThat(CommandLineRun.of(command, "-h").out()).contains("Usage: offprint " + command);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "serve", "init", "check", "headings", "explain", "export", "health"})
    void fitsATerminal(String command) {
      CommandLineRun run =
          command.isEmpty() ? CommandLineRun.of("--help") : CommandLineRun.of(command, "--help");

      assertThat(run.out().lines())
          .hasSizeGreaterThan(10)
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void columnsAreInLine() {
      assertThat(CommandLineRun.of("export", "--help").out()).containsSubsequence("""
          Usage: offprint export [OPTION]... FOLDER OUT
          """, """
            --strict               exit with 1 if an issue or the settings have a problem
            --allow-missing        update an export though a file or folder cannot be
                                   read, and remove what was exported of it (default:
                                   refused)
            -h, --help             show this help, and do nothing else
          """);
    }

    @Test
    void isShownBesideOtherOptionsAndForAnArgumentThatIsMissing() {
      assertThat(CommandLineRun.of("export", "--strict", "-h").out())
          .startsWith("Writes all pages and feeds");
    }

    @Test
    void versionIsOneLine() {
      CommandLineRun run = CommandLineRun.of("--version");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out().strip()).matches("offprint \\d+\\.\\d+\\.\\d+\\S*");
      assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "init", "check", "headings", "explain", "export", "health"})
    void everyCommandTellsTheVersion(String command) {
      CommandLineRun run = CommandLineRun.of(command, "--version");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).isEqualTo(CommandLineRun.of("--version").out());
    }
  }

  @Nested
  final class Mistakes {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "--nonsense",
          "publish",
          "serve --nonsense",
          "check --nonsense",
          "headings --port 80",
          "serve --port",
          "serve one two",
          "check one two",
        })
    void mistypedCommandIsOneLine(String line) {
      assertRefused(CommandLineRun.of(line.split(" ", -1)), "--help");
    }

    @ParameterizedTest
    @CsvSource({
      "serve --prot 80, there is no option --prot (is \"--port\" meant?); see \"offprint serve --help\"",
      "serve --po 80, there is no option --po",
      "serve -p, there is no option -p;",
      "--strict, there is no option --strict;",
      "servee, there is no command \"servee\" (is \"serve\" meant?); see \"offprint --help\"",
      "headings --folder=a, there is no option --folder=a;",
      "serve --data, --data lacks its value: --data=FOLDER;",
      "serve --data --port 80, --data lacks its value",
      "serve --port 1 --port=2, --port is given more than once: \"1\" and \"2\"",
      "check one two, \"two\" is more than \"offprint check\" takes",
      "export one, OUT is missing (where the files go:",
      "export one two --strict=yes, there is no option --strict=yes (is \"--strict\" meant?)",
    })
    void mistakeIsNamed(String line, String words) {
      assertRefused(CommandLineRun.of(line.split(" ", -1)), words);
    }

    @Test
    void emptyCommandIsNone() {
      assertRefused(CommandLineRun.of(""), "there is no command \"\"");
    }

    @Test
    void quotesBelongToAValue() {
      assertRefused(CommandLineRun.of("serve", "--port", "\"80\""), "\"\"80\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check", "headings"})
    void missingFolderIsNamed(String command) {
      Path missing = folder.resolve("missing");

      assertRefused(CommandLineRun.of(command, missing.toString()), missing.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check", "headings"})
    void nameThatCanBeNoFolderIsNamed(String command) {
      assertRefused(CommandLineRun.of(command, "is\0sues"), "sues\" can be no folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check", "headings"})
    void fileInsteadOfAFolderIsNamed(String command) throws IOException {
      Path file = Files.createFile(folder.resolve("issue.md"));

      assertRefused(CommandLineRun.of(command, file.toString()), file.toString());
    }

    @ParameterizedTest
    @CsvSource({
      "--scan-interval, soon",
      "--feed-max-age, long",
      "--memory, 64",
      "--poll-limit, 0",
      "--behind-proxy, proxy.example.org"
    })
    void valueThatIsNoneIsNamed(String option, String value) {
      assertRefused(CommandLineRun.of("serve", folder.toString(), option, value), value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "-1", "65536", "80.5"})
    void portThatIsNoneIsNamed(String port) {
      assertRefused(CommandLineRun.of("serve", folder.toString(), "--port", port), port);
    }

    @Test
    void takenPortIsNamed() throws IOException {
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String port = String.valueOf(other.getLocalPort());

        assertRefused(
            CommandLineRun.of("serve", folder.toString(), "--host", "127.0.0.1", "--port", port),
            port);
      }
    }

    @Test
    void hostThatIsNoneIsNamed() {
      assertRefused(
          CommandLineRun.of("serve", folder.toString(), "--host", "no such host", "--port", "0"),
          "no such host");
    }

    @Test
    void environmentIsNamedWhereTheMistakeIs() {
      assertRefused(
          CommandLineRun.of(Map.of("OFFPRINT_PORT", "eighty"), "serve", folder.toString()),
          "OFFPRINT_PORT");
    }

    @Test
    void settingsFileAndLineAreNamed() {
      new IssueFiles(folder).given("offprint.yaml", "title: Weekly\ntime-zone: Nowhere\n");

      assertRefused(
          CommandLineRun.of("serve", folder.toString(), "--port", "0"),
          folder + "/offprint.yaml:2: ");
    }

    private void assertRefused(CommandLineRun run, String words) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().strip())
          .startsWith("offprint: ")
          .hasLineCount(1)
          .contains(words)
          .doesNotContain("Exception");
    }
  }

  @Nested
  final class Check {
    @Test
    void folderWithoutProblemsPasses() {
      new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");

      CommandLineRun run = CommandLineRun.of("check", folder.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).doesNotContain(".md").contains("1 issue").contains("0 problems");
      assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "'base-url: https://example.org/news/', true",
      "'base-url: http://localhost:8080/', false",
      "'title: Weekly', false",
      "'{base-url: https://example.org/news/, id: \"tag:example.org,2010\"}', false"
    })
    void publicSiteIsAdvisedToSetTheBeginningOfItsIds(String settings, boolean isAdvised) {
      new IssueFiles(folder)
          .givenIssue("1.md", "One", "2026-06-01", "Text.")
          .given("offprint.yaml", settings + "\n");

      CommandLineRun run = CommandLineRun.of("check", folder.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out().contains("such as id: tag:example.org,2005:news\n"))
          .isEqualTo(isAdvised);
      assertThat(run.out().contains("warning:")).isEqualTo(isAdvised);
    }

    @Test
    void issuesHeldBackAreListed() {
      new IssueFiles(folder)
          .givenIssue("1.md", "One", "2026-06-01", "Text.")
          .givenIssue("2.md", "Two", "2099-01-01T10:00:00Z", "Text.")
          .given("3.md", "---\ntitle: Three\ndate: 2026-06-01\ndraft: true\n---\n\nText.\n");

      CommandLineRun run = CommandLineRun.of("check", folder.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains(folder + "/2.md: held back until 2099-01-01T10:00Z\n")
          .contains(folder + "/3.md: held back as a draft\n")
          .contains("1 issue, 1 draft, 1 still to come, 0 problems");
    }

    @Test
    void everyProblemIsNamedWithFileAndLine() {
      new IssueFiles(folder)
          .givenIssue("1.md", "One", "2026-06-01", "Text.")
          .given("2.md", "---\ntitle: Two\ndate: someday\n---\n\nText.\n")
          .given("2026/3.md", "Just text.\n");

      CommandLineRun run = CommandLineRun.of("check", folder.toString());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out().lines().filter(line -> line.startsWith(folder + "/")).toList())
          .satisfiesExactly(
              first -> assertThat(first).matches("\\Q" + folder + "/2.md:3: \\E\\S.*"),
              second -> assertThat(second).matches("\\Q" + folder + "/2026/3.md:1: \\E\\S.*"));
    }

    @Test
    void problemsAreInTheOrderOfTheirFiles() {
      for (String name : new String[] {"c.md", "a.md", "b.md"}) {
        new IssueFiles(folder).given(name, "---\ntitle: No date\n---\n\nText.\n");
      }

      assertThat(CommandLineRun.of("check", folder.toString())
              .out()
              .lines()
              .filter(line -> line.contains(".md:"))
              .map(line -> line.substring((folder + "/").length(), (folder + "/a").length())))
          .containsExactly("a", "b", "c");
    }

    @Test
    void mistakeInTheSettingsIsAProblem() {
      new IssueFiles(folder)
          .given("offprint.yaml", "title: Weekly\ntilte: Weekly\n")
          .givenIssue("1.md", "One", "2026-06-01", "Text.");

      CommandLineRun run = CommandLineRun.of("check", folder.toString());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains(folder + "/offprint.yaml:2: ").contains("tilte");
    }

    @Test
    void problemOfAFutureIssueIsFoundBeforeItIsDue() {
      new IssueFiles(folder)
          .givenIssue("1.md", "One", "2026-06-01", "Text.")
          .given("a/next.md", "---\ntitle: Next\ndate: 2999-01-01\nslug: next\n---\nText.")
          .given("b/next.md", "---\ntitle: Next again\ndate: 2999-01-08\nslug: next\n---\nText.");

      CommandLineRun run = CommandLineRun.of("check", folder.toString());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("b/next.md:1: ", "a/next.md");
    }
  }

  @Nested
  final class Headings {
    @Test
    void nearMissesAndUnmappedHeadingsComeFirst() {
      new IssueFiles(folder)
          .given("offprint.yaml", """
              sections:
                - key: tools
                  title: Tools
                  headings: [Tools]
                - key: news
                  title: News
                  headings: [News]
              """)
          .givenIssue(
              "1.md", "One", "2026-06-01", "# Tools\n\na\n\n# News\n\nb\n\n# Weather\n\nc\n")
          .givenIssue("2.md", "Two", "2026-06-02", "# Tools\n\na\n\n# Weather\n\nc\n")
          .givenIssue("3.md", "Three", "2026-06-03", "# Toolz\n\na\n\n# Tools\n\nb\n");

      CommandLineRun run = CommandLineRun.of("headings", folder.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out().lines().skip(1).map(line -> line.strip().replaceAll(" +", " ")))
          .containsExactly(
              "1 (toolz), near tools Toolz", "2 (weather) Weather", "1 news News", "3 tools Tools");
    }

    @Test
    void headingsOfIssuesThatAreHeldBackCount() {
      new IssueFiles(folder)
          .given("1.md", "---\ntitle: One\ndate: 2026-06-01\ndraft: true\n---\n\n# Later\n\na\n")
          .givenIssue("2.md", "Two", "2999-01-01", "# Later\n\nb\n");

      assertThat(CommandLineRun.of("headings", folder.toString()).out().lines().skip(1))
          .singleElement()
          .asString()
          .contains("2", "Later");
    }

    @Test
    void folderWithoutHeadingsHasOnlyTheColumns() {
      new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Text.");

      CommandLineRun run = CommandLineRun.of("headings", folder.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out().strip()).hasLineCount(1).contains("count", "section", "heading");
    }
  }
}
