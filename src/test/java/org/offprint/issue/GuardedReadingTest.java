package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Any failure to read one file is a problem of that file. */
final class GuardedReadingTest {
  private static final String TABLE_BOMB = "---\ntitle: Table\ndate: 2026-01-31\n---\n\n"
      + "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n" + "|x|\n".repeat(1_000);

  /** No system takes a path with such a name. */
  private static final String IMPOSSIBLE = "a\u0000.md";

  private final IssueReader reader = new IssueReader(Given.RULES);

  @TempDir
  private Path folder = Path.of("");

  private static void assertRefused(String file, IssueReading reading) {
    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.file()).isEqualTo(file);
      assertThat(problem.isOfReading()).isFalse();
    });
  }

  @Test
  void aTableOfAMillionCellsIsRefused() {
    new IssueFiles(folder).given("bomb.md", TABLE_BOMB);

    assertRefused("bomb.md", reader.read(folder, "bomb.md"));
  }

  @Test
  void aFileThatCannotBeOpenedIsRefused() {
    assertRefused(IMPOSSIBLE, reader.read(folder, IMPOSSIBLE));
  }
}
