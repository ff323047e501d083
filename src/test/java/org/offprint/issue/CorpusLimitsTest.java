package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Real issues, which are not part of the project, need no more than a tenth of any limit: made ten times as long, each is
 * read, and so is each of its paragraphs. Runs where the variable OFFPRINT_CORPUS names their folder.
 */
final class CorpusLimitsTest {
  private static final int TIMES = 10;
  private static final int LONGEST_TITLE = 300;
  private static final String HEAD = "---\ntitle: '%s'\ndate: 2026-01-31\n---\n";

  private static Path corpus() {
    Optional<Path> corpus =
        Optional.ofNullable(System.getenv("OFFPRINT_CORPUS")).map(Path::of);
    Assumptions.assumeTrue(
        corpus.filter(Files::isDirectory).isPresent(),
        "skipped: OFFPRINT_CORPUS names no folder of real issues");
    return corpus.orElseThrow();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(corpus())) {
      return files
          .filter(file -> file.getFileName().toString().matches(".+\\.(md|markdown|mdx|txt)"))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return SourceText.decode(Files.readAllBytes(file)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tenfold(String text) {
    return Stream.of(text.split("\n[ \t]*\n", -1))
        .map(paragraph -> (paragraph + "\n").repeat(TIMES))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void tenTimesAsLongTheyAreRead() throws IOException {
    String head = HEAD.formatted("A".repeat(LONGEST_TITLE * TIMES));
    for (Path file : files()) {
      assertThat(Given.file("a.md", head + tenfold(text(file))).problems())
          .as(file.toString())
          .noneMatch(Problem::isError);
    }
  }
}
