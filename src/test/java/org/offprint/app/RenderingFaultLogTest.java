package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedRules;
import org.offprint.site.Site;
import org.offprint.site.SiteHooks;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;
import org.slf4j.LoggerFactory;

/** A lack of memory is one line of the log, however many ask for what there is no memory for. */
final class RenderingFaultLogTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void lackOfMemoryIsOneLineForAllWhoAsk() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2025-01-01", "Words.");
    SiteHooks hooks = TestSites.hooks(
        (kind, time) -> {
          throw new OutOfMemoryError("not of this test");
        },
        () -> Instant.EPOCH);
    Site site = new Site(
        TestPublications.read(folder),
        FeedRules.DEFAULT,
        Site.DEFAULT_MOST_BYTES,
        Optional.empty(),
        hooks);
    Logger log = (Logger) LoggerFactory.getLogger("org.offprint.site");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      for (int i = 0; i < 5; i++) {
        site.find("/feed.atom");
      }
    } finally {
      log.detachAppender(lines);
    }

    assertThat(lines.list).singleElement().satisfies(line -> {
      assertThat(line.getFormattedMessage())
          .startsWith("/feed.atom cannot be rendered for lack of memory");
      assertThat(line.getThrowableProxy()).isNull();
    });
  }
}
