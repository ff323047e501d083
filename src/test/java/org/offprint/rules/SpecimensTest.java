package org.offprint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents into which tests put a mistake have none before. */
final class SpecimensTest {
  static Stream<Specimen> specimens() {
    return Stream.of(
        Specimens.ATOM,
        Specimens.ATOM_ARCHIVE,
        Specimens.ATOM_COMPLETE,
        Specimens.RSS,
        Specimens.RSS_ARCHIVE,
        Specimens.JSON,
        Specimens.JSON_ARCHIVE);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void specimenKeepsEveryRule(Specimen specimen) {
    ParsedFeed feed = specimen.parsed();
    assertThat(Rule.all()).allSatisfy(rule -> assertThat(rule.violations(feed)).isEmpty());
  }
}
