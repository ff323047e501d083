package org.offprint.rules;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.offprint.app.CheckedSites;

/**
 * Every feed document of real issues, which are not part of the project, keeps every rule. Runs where
 * the variable OFFPRINT_CORPUS names their folder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorpusRulesTest implements RulesContract {
  private Findings findings = new Findings();

  @BeforeAll
  void lookAtEverything() {
    Assumptions.assumeTrue(
        CheckedSites.corpus().isPresent(),
        "skipped: OFFPRINT_CORPUS names no folder of real issues");
    findings = FeedWalk.of(CheckedSites.corpus().stream().flatMap(CheckedSites::of));
  }

  @Override
  public Findings findings() {
    return findings;
  }
}
