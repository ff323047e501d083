package org.offprint.rules;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.app.CheckedSites;

/** Every feed document of every golden case, and of a newsletter with a long archive, keeps every rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoldenRulesTest implements RulesContract {
  private Findings findings = new Findings();

  @BeforeAll
  void lookAtEverything(@TempDir Path folder) {
    findings =
        FeedWalk.of(Stream.concat(CheckedSites.golden(), Stream.of(CheckedSites.longRun(folder))));
  }

  @Override
  public Findings findings() {
    return findings;
  }
}
