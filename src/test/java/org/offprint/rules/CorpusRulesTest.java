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

  @Nested
  final class Rfc4287 implements AtomRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class Rss implements RssRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class Rfc5005 implements ArchiveRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class JsonFeed11 implements JsonFeedRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class Readers implements ReaderRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class AtomReaders implements AtomReaderRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class RssReaders implements RssReaderRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class JsonReaders implements JsonReaderRulesContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }

  @Nested
  final class Together implements FeedDocumentsContract {
    @Override
    public Findings findings() {
      return Once.FOUND;
    }
  }
}
