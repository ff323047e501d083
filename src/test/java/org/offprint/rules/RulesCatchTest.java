package org.offprint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Shows that every rule catches its mistake, and nothing but that. */
final class RulesCatchTest {
  private static Stream<Broken> broken() {
    return Stream.of(
            AtomMistakes.all(),
            RssMistakes.all(),
            ArchiveMistakes.all(),
            JsonFeedMistakes.all(),
            ReaderMistakes.all(),
            AtomReaderMistakes.all(),
            RssReaderMistakes.all(),
            JsonReaderMistakes.all())
        .flatMap(mistakes -> mistakes);
  }

  /** A rule that complains of another one's mistake would hide which one is broken. */
  @TestFactory
  Stream<DynamicTest> mistakeIsCaughtByItsRuleAlone() {
    return broken()
        .map(broken -> DynamicTest.dynamicTest(broken.rule().toString(), () -> {
          ParsedFeed feed = broken.specimen().parsed();
          assertThat(Rule.all().filter(rule -> !rule.violations(feed).isEmpty()))
              .as("%s", broken.specimen())
              .containsExactlyInAnyOrderElementsOf(
                  Stream.concat(Stream.of(broken.rule()), broken.stricter().stream())
                      .toList());
        }));
  }

  @Test
  void everyRuleIsShownToCatchSomething() {
    assertThat(broken().map(Broken::rule)).containsAll(Rule.all().toList());
  }
}
