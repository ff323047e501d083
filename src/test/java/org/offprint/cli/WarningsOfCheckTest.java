package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Holds what {@code offprint check} makes of warnings. */
final class WarningsOfCheckTest {
  private static final String WARNED =
      "---\ntitle: One\ndate: 2026-06-01\nupdated: some day\n---\n\nText.\n";

  private final Path folder;
  private final IssueFiles files;

  WarningsOfCheckTest(@TempDir Path folder) {
    this.folder = folder;
    this.files = new IssueFiles(folder);
  }

  @Test
  void warningHasItsPlaceAndFailsNoCheck() {
    files.given("1.md", WARNED);

    CommandLineRun run = CommandLineRun.of("check", folder.toString());

    assertThat(run.out())
        .startsWith(folder + "/1.md:4: warning: \"some day\" is no date")
        .endsWith("1 issue, 0 drafts, 0 still to come, 0 problems, 1 warning\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void warningFailsAStrictCheck() {
    files.given("1.md", WARNED);

    assertThat(CommandLineRun.of("check", folder.toString(), "--strict").exitCode())
        .isEqualTo(1);
  }

  @Test
  void strictCheckOfASoundFolderPasses() {
    files.givenIssue("1.md", "One", "2026-06-01", "Text.");

    assertThat(CommandLineRun.of("check", folder.toString(), "--strict").exitCode())
        .isZero();
  }

  @Test
  void moreThanTenOfAKindAreSummedUpWithThreeFiles() {
    givenIssuesWithWarnings(11);

    assertThat(CommandLineRun.of("check", folder.toString()).out().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(folder + "/10.md:4: warning: ")
        .endsWith(" (and 10 more of this kind, as in 11.md and 12.md;"
            + " \"offprint check --all\" lists them)");
  }

  @Test
  void tenOfAKindAreListed() {
    givenIssuesWithWarnings(10);

    assertThat(CommandLineRun.of("check", folder.toString()).out().lines()).hasSize(11);
  }

  @Test
  void allAreListedOnRequest() {
    givenIssuesWithWarnings(11);

    assertThat(CommandLineRun.of("check", folder.toString(), "--all").out().lines())
        .hasSize(12);
  }

  private void givenIssuesWithWarnings(int count) {
    for (int i = 10; i < 10 + count; i++) {
      files.given(i + ".md", WARNED.replace("some day", "day " + i).replace("One", "Day " + i));
    }
  }

  @Test
  void errorsWithOneMessageAreSummedUpAndOthersAreNot() {
    for (int i = 10; i < 30; i++) {
      files.given("a" + i + ".md", "---\ntitle: One\n---\n\nText.\n");
    }
    files.given("30.md", "---\ntitle: Two\ndate: someday\n---\n\nText.\n");

    CommandLineRun run = CommandLineRun.of("check", folder.toString());

    assertThat(run.out().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("/a10.md:1: ") && line.contains("and 19 more"))
        .anyMatch(line -> line.contains("/30.md:3: "))
        .anyMatch(line -> line.endsWith(" 21 problems"));
    assertThat(run.exitCode()).isEqualTo(1);
  }
}
