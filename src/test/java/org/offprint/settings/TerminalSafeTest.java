package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.cli.CommandLineRun;
import org.offprint.testing.IssueFiles;

/** Text from files is no command to a terminal, and no line of its own. */
final class TerminalSafeTest {
  @ParameterizedTest
  @CsvSource({
    "plain – text, plain – text",
    "'a\nb', a\\nb",
    "'a\rb', a\\rb",
    "'a\tb', a\\tb",
    "'\u001b[2J', '\\u001b[2J'",
    "'a\u0085b', a\\u0085b",
    "'a\u2028b', a\\u2028b",
    "'\u202eb', \\u202eb",
  })
  void controlCharactersAreWrittenOut(String text, String printed) {
    assertThat(TerminalSafe.of(text)).isEqualTo(printed);
  }

  @Test
  void nameOfAFileIsNoCommand(@TempDir Path folder) {
    new IssueFiles(folder).given("a\u001b[2J.md", "no front matter");

    CommandLineRun run = CommandLineRun.of("check", folder.toString());

    assertThat(run.out()).contains("a\\u001b[2J.md:1: ").doesNotContain("\u001b");
  }

  @Test
  void headingIsNoCommand(@TempDir Path folder) {
    new IssueFiles(folder)
        .givenIssue("1.md", "One", "2026-01-01", "# To\u202eols\n\n[A](https://a.example/)\n");

    assertThat(CommandLineRun.of("headings", folder.toString()).out())
        .contains("To\\u202eols")
        .doesNotContain("\u202e");
  }
}
