package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.assertProblem;
import static org.offprint.settings.GivenSettings.good;
import static org.offprint.settings.GivenSettings.only;
import static org.offprint.settings.GivenSettings.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;

/** The setting {@code redirects}, right and wrong. */
final class RedirectSettingsTest {
  private static List<String> redirects(String yaml) {
    return good(yaml).redirects().stream()
        .map(redirect -> redirect.from() + " > " + redirect.to())
        .toList();
  }

  @Test
  void areReadInTheirOrder() {
    assertThat(redirects("""
        redirects:
          "/{slug}/": /issues/{slug}
          /about.html: /
          /shop: https://shop.example.org/?from=weekly
          "/{year}/{month}/{day}/{slug}.html": "https://example.org/{year}/{slug}"
          /: /feeds
          /all/: /archive
          "/{year}/w{number}": /issues/{slug}
        """))
        .containsExactly(
            "/{slug} > /issues/{slug}",
            "/about.html > /",
            "/shop > https://shop.example.org/?from=weekly",
            "/{year}/{month}/{day}/{slug}.html > https://example.org/{year}/{slug}",
            "/ > /feeds",
            "/all > /archive",
            "/{year}/w{number} > /issues/{slug}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirects:", "redirects: ~", "redirects: {}"})
  void mayBeNone(String yaml) {
    assertThat(redirects(yaml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "about|/x",
        "https://old.example.org/a|/x",
        "/?p=12|/x",
        "/{title}|/x",
        "/{slug|/x",
        "/a|x",
        "/a|ftp://example.org/x",
        "/a|https:///x",
        "/a|/{title}",
        "/a|javascript:alert(1)"
      })
  void ofOtherKindsAreMistakes(String from, String to) {
    assertProblem(
        only("redirects:\n  /good: /\n  '" + from + "': '" + to + "'\n"),
        3,
        from,
        to,
        "/{slug}/",
        "/issues/{slug}");
  }

  @Test
  void ofAFixedPathToAPatternAreMistakes() {
    assertProblem(
        only("redirects:\n  /about: '/issues/{slug}'\n"), 2, "/issues/{slug}", "old path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirects: /a", "redirects: [/a]"})
  void thatAreNoBlockAreMistakes(String yaml) {
    assertProblem(only(yaml), 1, "\"redirects\"", "block");
  }

  @Test
  void withoutTargetAreMistakes() {
    assertProblem(only("redirects:\n  /a: [/b, /c]\n"), 2, "\"/a\"", "one line of text");
  }

  @Test
  void toItselfAreMistakes() {
    assertProblem(only("redirects:\n  /a: /a\n"), 2, "\"/a: /a\"", "leads back");
  }

  @Test
  void inACircleAreMistakesEach() {
    SettingsFile reading = read("redirects:\n  /a: /b\n  /b: /c\n  /c: /a\n  /d: /a\n");

    assertThat(reading.settings()).isEmpty();
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(2, 3, 4);
  }

  @Test
  @Timeout(5)
  void ofThousandsInARowAreRead() {
    StringBuilder yaml = new StringBuilder("redirects:\n");
    for (int i = 0; i < 3000; i++) {
      yaml.append("  /a%d: /a%d\n".formatted(i, i + 1));
    }

    assertThat(redirects(yaml.toString())).hasSize(3000).startsWith("/a0 > /a1");
  }
}
