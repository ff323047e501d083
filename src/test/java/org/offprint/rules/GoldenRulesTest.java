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

  @Nested
  final class Rfc4287 implements AtomRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class Rss implements RssRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class Rfc5005 implements ArchiveRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class JsonFeed11 implements JsonFeedRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class Readers implements ReaderRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class AtomReaders implements AtomReaderRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class RssReaders implements RssReaderRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class JsonReaders implements JsonReaderRulesContract {
    @Override
    public Findings findings() {
      return found;
    }
  }

  @Nested
  final class Together implements FeedDocumentsContract {
    @Override
    public Findings findings() {
      return found;
    }
  }
}
