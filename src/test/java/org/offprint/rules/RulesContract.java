package org.offprint.rules;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that hold many feed documents against rules: one test for each rule, named after it. */
interface RulesContract {
  /** What the rules found. */
  Findings findings();

  /** Fails if any document breaks the rule. */
  default void keeps(Rule rule) {
    assertThat(findings().of(rule)).as("%s in %s", rule, findings()).isEmpty();
  }
}
