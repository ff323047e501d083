package org.offprint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that every rule of a kind catches what it is there for, and nothing but that. */
interface CatchContract {
  /** The rules. */
  Rule[] rules();

  /** Documents with one mistake each. */
  Stream<Broken> broken();

  /** A rule that complains of another one's mistake would hide which one is broken. */
  @TestFactory
  default Stream<DynamicTest> mistakeIsCaughtByItsRuleAlone() {
    return broken()
        .map(broken -> DynamicTest.dynamicTest(broken.rule().testName(), () -> {
          ParsedFeed feed = broken.specimen().parsed();
          List<Rule> found =
              Rule.all().filter(rule -> !rule.violations(feed).isEmpty()).toList();
          List<Rule> expected = Stream.concat(Stream.of(broken.rule()), broken.stricter().stream())
              .toList();
          assertThat(found)
              .as("%s", broken.specimen())
              .containsExactlyInAnyOrderElementsOf(expected);
        }));
  }

  @Test
  default void everyRuleIsShownToCatchSomething() {
    assertThat(broken().map(Broken::rule)).contains(rules());
  }
}
