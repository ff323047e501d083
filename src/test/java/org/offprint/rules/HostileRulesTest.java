package org.offprint.rules;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.app.CheckedSites;

/** Every feed document keeps every rule, whatever its issues are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileRulesTest implements RulesContract {
  /** Those guess what the author cannot have meant: whoever writes about HTML means it. */
  private static final Set<Rule> GUESSES = Set.of(
      RssRules.PLAIN_TEXTS_HOLD_NO_HTML,
      JsonFeedRules.ONLY_CONTENT_HTML_HOLDS_HTML,
      ReaderRules.TITLES_HAVE_NO_LEFTOVER_ESCAPE);

  private Findings findings = new Findings();

  @BeforeAll
  void lookAtEverything(@TempDir Path folder) {
    findings = FeedWalk.of(Stream.of(CheckedSites.hostile(folder)));
  }

  @Override
  public Stream<Rule> rules() {
    return Rule.all().filter(rule -> !GUESSES.contains(rule));
  }

  @Override
  public Findings findings() {
    return findings;
  }
}
