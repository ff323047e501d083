package org.offprint.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is still being written may end at any byte. */
final class TruncatedIssueTest {
  private static final String OF_EVERYTHING = """
      \uFEFF---
      title: "Weekly \\u00e9 🎉"
      author: {name: Ada, url: https://a.example/}
      tags: [a, 'b']
      date: 2026-01-31 10:00:00 +0100
      ---
      >From me. <something> &amp; &#7; ~~a~~ ~13~[^1]

      # A
      ## B
      - [c](https://c.example/ "d")
        1. ![e](f.png)

      | g | h |
      |---|:-:|
      | i<br>j | `k` |

      ```java
      l < m
      ```
      <div class="n">
      <b>o</b> <!-- p -->
      </div>
      <script>q</script>

      [r][s] https://t.example/(u)

      [s]: v
      [^1]: Note.
      """;

  /** Cuts byte by byte where the front matter and the first heading are, then at every 29th byte. */
  @ParameterizedTest
  @CsvSource({"2025-11-23-43.md, 0", "2025-09-07-32.md, 13"})
  void truncationsOfASampleIssueReadWithoutException(String name, int offset) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("issues").resolve(name));

    IntStream.concat(
            IntStream.range(0, 200),
            IntStream.iterate(
                200 + offset, length -> length <= whole.length, length -> length + 29))
        .forEach(length -> assertReads(Arrays.copyOf(whole, length)));
  }

  @Test
  void everyTruncationOfAnIssueWithEveryConstructReadsWithoutException() {
    assertEveryTruncationReads(OF_EVERYTHING.getBytes(UTF_8));
  }

  @Test
  void everyTruncationOfAnIssueWithWindowsLineEndsReadsWithoutException() {
    assertEveryTruncationReads(OF_EVERYTHING.replace("\n", "\r\n").getBytes(UTF_8));
  }

  private static void assertEveryTruncationReads(byte[] whole) {
    IntStream.rangeClosed(0, whole.length)
        .forEach(length -> assertReads(Arrays.copyOf(whole, length)));
    assertThat(Given.file("a.md", whole).issue()).isPresent();
  }

  private static void assertReads(byte[] bytes) {
    IssueReading reading = Given.file("a.md", bytes);
    assertThat(reading.issue().isPresent() || !reading.problems().isEmpty())
        .as("the first %d bytes give an issue or a problem", bytes.length)
        .isTrue();
  }
}
