package org.offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A comment begins with a verb or a noun, so that its reader knows at once what is described. */
final class JavadocTest {
  private static final Pattern WITHOUT_NOUN =
      Pattern.compile("/\\*\\*[\\s*]*(?:What|How|Whether|Where|Who)\\b.*");

  @Test
  void beginsWithVerbOrNoun() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        WITHOUT_NOUN
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> found.add(file + ": " + match.group()));
      }
    }

    assertThat(found).isEmpty();
  }
}
