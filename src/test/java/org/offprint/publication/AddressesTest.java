package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.issue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "http://localhost:8080/",
        "https://example.org/newsletter/",
        "https://example.org/a/b/",
        "http://[::1]:8080/"
      })
  void standBelowTheBase(String base) {
    Addresses addresses = new Addresses(URI.create(base));

    assertThat(addresses.of("/")).hasToString(base);
    assertThat(addresses.of("/sections/tools.atom")).hasToString(base + "sections/tools.atom");
    assertThat(addresses.issue(issue("139", "2026-01-04T10:00:00Z")))
        .hasToString(base + "issues/139");
    assertThat(addresses.issue(issue("139", "2026-01-04T10:00:00Z"), "i-0a1b"))
        .hasToString(base + "issues/139#i-0a1b");
  }

  @Test
  void areWrittenInOnePlace() throws IOException {
    Path sources = Path.of("src/main/java/org/offprint");
    Path own = sources.resolve("publication/Addresses.java");
    Set<String> paths = Pattern.compile("= (\"/[a-z.]+)")
        .matcher(Files.readString(own))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
    assertThat(paths).hasSizeGreaterThan(10);

    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.equals(own)) {
          assertThat(Files.readString(file)).as("%s", file).doesNotContain(paths);
        }
      }
    }
  }
}
