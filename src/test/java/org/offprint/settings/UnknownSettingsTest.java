package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.only;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.issue.Problem;

/** A key that means nothing is named with its line and with the keys that there are. */
final class UnknownSettingsTest {
  @Test
  void nameTheSettings() {
    Problem problem = only("title: A\ntitel: B\n");

    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.message())
        .contains("\"titel\"")
        .contains("title, description, base-url, id, ", ", ids, redirects, server");
  }

  @ParameterizedTest
  @CsvSource({
    "titel, title",
    "Title, title",
    "time_zone, time-zone",
    "timezone, time-zone",
    "baseurl, base-url",
    "redirect, redirects",
    "author, authors"
  })
  void nameTheOneThatMayBeMeant(String key, String meant) {
    assertThat(only(key + ": B\n").message())
        .contains("\"" + key + "\" here (is \"" + meant + "\" meant?); ");
  }

  @Test
  void nameNoneThatIsFarOff() {
    assertThat(only("podcast: B\n").message()).doesNotContain("meant");
  }

  @Test
  void withoutValueAreOnesToo() {
    assertThat(only("titel:\n").message()).contains("\"titel\"");
  }

  @Test
  void ofSectionNameItsSettings() {
    Problem problem = only("""
        sections:
          - key: tools
            heading: Tool*
        """);

    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.message()).contains("\"heading\"", "key, title, kind, headings");
  }

  @Test
  void ofWindowNameItsSettings() {
    Problem problem = only("window:\n  issues: 5\n  entries: 5\n");

    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.message()).contains("\"entries\"", "issues, items, bytes");
  }

  @Test
  void ofAuthorNameItsSettings() {
    Problem problem = only("authors:\n  - name: Mara\n    mail: mara@example.org\n");

    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.message()).contains("\"mail\"", "name, email, url, uri");
  }

  @Test
  void ofServerNameItsSettings() {
    Problem problem = only("server:\n  ports: 80\n");

    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.message()).contains("\"ports\"", "host, port, base-url, scan-interval");
  }
}
