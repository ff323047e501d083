package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.site.Answer;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/**
 * Each case must give its documents byte for byte. {@code -Dgolden.update=true} writes them anew, and
 * fails so that nobody leaves it on; an empty file in {@code expected} asks for one more document.
 */
final class GoldenFeedTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @ParameterizedTest
  @MethodSource("org.offprint.app.GoldenCase#all")
  void siteGivesTheExpectedBytes(GoldenCase golden) throws IOException {
    Site site = golden.site();
    List<String> rewritten = new ArrayList<>();
    for (Path file : golden.expected()) {
      byte[] actual = bytes(site, file);
      byte[] expected = Files.readAllBytes(file);
      if (UPDATE && !Arrays.equals(actual, expected)) {
        Files.write(file, actual);
        rewritten.add(file.getFileName().toString());
      } else if (!UPDATE) {
        // As text first: a difference in words is easier to read.
        assertThat(text(actual)).as("%s: %s", golden, file.getFileName()).isEqualTo(text(expected));
        assertThat(actual).isEqualTo(expected);
      }
    }
    if (UPDATE) {
      fail("rewrote %s; review the change and run again without -Dgolden.update", rewritten);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Site site, Path expected) {
    String path = GoldenCase.pathOf(expected);
    assertThat(site.find(path)).as("what %s names", expected).isInstanceOf(Answer.Found.class);
    Representation representation = ((Answer.Found) site.find(path)).representation();
    byte[] bytes = new byte[representation.length()];
    representation.body().get(bytes);
    return expected.toString().endsWith(".html") ? withoutHashes(bytes) : bytes;
  }

  /** The stylesheet and the script may change without the pages. */
  private static byte[] withoutHashes(byte[] page) {
    return text(page)
        .replaceAll("(/assets/offprint)-[0-9a-f]{12}", "$1")
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("org.offprint.app.GoldenCase#all")
  void caseSaysWhatItIsAboutAndExpectsSomething(GoldenCase golden) throws IOException {
    assertThat(Files.readAllLines(golden.folder().resolve("README")))
        .anyMatch(line -> line.startsWith("Description: "))
        .anyMatch(line -> line.startsWith("Expect: "));
    assertThat(golden.expected()).isNotEmpty();
  }
}
