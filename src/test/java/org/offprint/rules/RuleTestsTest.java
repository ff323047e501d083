package org.offprint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No rule without a test of its name. */
final class RuleTestsTest {
  @Test
  void everyAtomRuleHasItsTest() {
    assertThat(tests(AtomRulesContract.class)).isEqualTo(names(AtomRules.values()));
  }

  @Test
  void everyRssRuleHasItsTest() {
    assertThat(tests(RssRulesContract.class)).isEqualTo(names(RssRules.values()));
  }

  @Test
  void everyArchiveRuleHasItsTest() {
    assertThat(tests(ArchiveRulesContract.class)).isEqualTo(names(ArchiveRules.values()));
  }

  @Test
  void everyJsonFeedRuleHasItsTest() {
    assertThat(tests(JsonFeedRulesContract.class)).isEqualTo(names(JsonFeedRules.values()));
  }

  @Test
  void everyReaderRuleHasItsTest() {
    assertThat(tests(ReaderRulesContract.class)).isEqualTo(names(ReaderRules.values()));
  }

  @Test
  void everyAtomReaderRuleHasItsTest() {
    assertThat(tests(AtomReaderRulesContract.class)).isEqualTo(names(AtomReaderRules.values()));
  }

  @Test
  void everyRssReaderRuleHasItsTest() {
    assertThat(tests(RssReaderRulesContract.class)).isEqualTo(names(RssReaderRules.values()));
  }

  @Test
  void everyJsonReaderRuleHasItsTest() {
    assertThat(tests(JsonReaderRulesContract.class)).isEqualTo(names(JsonReaderRules.values()));
  }

  private static Set<String> names(Rule[] rules) {
    return Stream.of(rules).map(Rule::testName).collect(Collectors.toSet());
  }

  private static Set<String> tests(Class<? extends RulesContract> contract) {
    return Stream.of(contract.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getName())
        .collect(Collectors.toSet());
  }
}
