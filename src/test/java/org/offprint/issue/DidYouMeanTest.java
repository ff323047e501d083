package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name that is meant by a mistyped one. */
final class DidYouMeanTest {
  private static final List<String> NAMES =
      List.of("sponsor", "news", "tools", "open-source", "jobs");

  private static Optional<String> nearest(String name) {
    return DidYouMean.of(name, NAMES, Stream::of);
  }

  @ParameterizedTest
  @CsvSource({
    "tool, tools",
    "Tools, tools",
    "toools, tools",
    "tolos, tools",
    "nws, news",
    "sponsored, sponsor",
    "spnsr, sponsor",
    "open, open-source",
    "opensource, open-source",
    "job, jobs",
    "jobs-abroad, jobs"
  })
  void isTheOneThatDiffersLeast(String name, String meant) {
    assertThat(nearest(name)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gadgets", "xyz", "events", "12345"})
  void isNothingWhereAllAreFar(String name) {
    assertThat(nearest(name)).isEmpty();
  }

  @Test
  void isTheFirstOfTwoAsNear() {
    assertThat(DidYouMean.of("bat", List.of("cat", "hat"), Stream::of)).contains("cat");
  }

  @Test
  void comparesEveryNameOfACandidate() {
    assertThat(DidYouMean.of(
            "werkzeug", NAMES, name -> Stream.of(name, name.equals("jobs") ? "Werkzeug" : name)))
        .contains("jobs");
  }

  @Test
  @Timeout(3)
  void doesNotCompareWhatNoPersonTypes() {
    assertThat(nearest("tools" + "x".repeat(100_000))).isEmpty();
    assertThat(DidYouMean.of("tools", List.of("tools" + "x".repeat(100_000)), Stream::of))
        .isEmpty();
  }
}
