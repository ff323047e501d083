package org.offprint.rules;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.offprint.app.CheckedSites;

/**
 * Every feed document of real issues, which are not part of the project, keeps every rule. Runs where
 * the variable OFFPRINT_CORPUS names their folder.
 */
final class CorpusRulesTest {
  @BeforeAll
  static void realIssuesAreThere() {
    Assumptions.assumeTrue(
        CheckedSites.corpus().isPresent(),
        "skipped: OFFPRINT_CORPUS names no folder of real issues");
  }

  /** Made when the first test asks for it. */
  private static final class Once {
    private static final Findings FOUND =
        FeedWalk.of(CheckedSites.corpus().stream().flatMap(CheckedSites::of));

    private Once() {}
  }

  private abstract static class Corpus implements RulesContract {
    @Override
    public final Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class Rfc4287 extends Corpus implements AtomRulesContract {}

  @Nested
  final class Rss extends Corpus implements RssRulesContract {}

  @Nested
  final class Rfc5005 extends Corpus implements ArchiveRulesContract {}

  @Nested
  final class JsonFeed11 extends Corpus implements JsonFeedRulesContract {}

  @Nested
  final class Readers extends Corpus implements ReaderRulesContract {}

  @Nested
  final class AtomReaders extends Corpus implements AtomReaderRulesContract {}

  @Nested
  final class RssReaders extends Corpus implements RssReaderRulesContract {}

  @Nested
  final class JsonReaders extends Corpus implements JsonReaderRulesContract {}

  @Nested
  final class Together extends Corpus implements FeedDocumentsContract {}
}
