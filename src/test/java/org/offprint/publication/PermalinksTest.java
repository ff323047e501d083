package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.issue;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PermalinksTest {
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
    Permalinks permalinks = new Permalinks(URI.create(base));

    assertThat(permalinks.of("/")).hasToString(base);
    assertThat(permalinks.of("/sections/tools.atom")).hasToString(base + "sections/tools.atom");
    assertThat(permalinks.issue(issue("139", "2026-01-04T10:00:00Z")))
        .hasToString(base + "issues/139");
    assertThat(permalinks.issue(issue("139", "2026-01-04T10:00:00Z"), "i-0a1b"))
        .hasToString(base + "issues/139#i-0a1b");
  }
}
