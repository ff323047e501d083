package org.offprint.rules;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.app.CheckedSites;

/** Every feed document of every golden case, and of a newsletter with a long archive, keeps every rule. */
final class GoldenRulesTest {
  private static Findings found = new Findings();

  @BeforeAll
  static void lookAtEverything(@TempDir Path folder) {
    found =
        FeedWalk.of(Stream.concat(CheckedSites.golden(), Stream.of(CheckedSites.longRun(folder))));
  }

  private abstract static class Golden implements RulesContract {
    @Override
    public final Findings findings() {
      return found;
    }
  }

  @Nested
  final class Rfc4287 extends Golden implements AtomRulesContract {}

  @Nested
  final class Rss extends Golden implements RssRulesContract {}

  @Nested
  final class Rfc5005 extends Golden implements ArchiveRulesContract {}

  @Nested
  final class JsonFeed11 extends Golden implements JsonFeedRulesContract {}

  @Nested
  final class Readers extends Golden implements ReaderRulesContract {}

  @Nested
  final class AtomReaders extends Golden implements AtomReaderRulesContract {}

  @Nested
  final class RssReaders extends Golden implements RssReaderRulesContract {}

  @Nested
  final class JsonReaders extends Golden implements JsonReaderRulesContract {}

  @Nested
  final class Together extends Golden implements FeedDocumentsContract {}
}
