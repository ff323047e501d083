package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;

/** The settings for pollers reach the server. */
final class ApplicationLimitsPollersTest {
  private static final TestClock CLOCK = TestClock.at(LiveNewsletter.NOW);

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeIssue() {
    new IssueFiles(folder).givenIssue("1.md", "Letter 1", "2026-05-31", "Text.");
  }

  private LiveNewsletter live(Map<String, String> flags) {
    return LiveNewsletter.of(folder, CLOCK, flags);
  }

  @Test
  void flagLimitsThem() {
    try (LiveNewsletter letter = live(Map.of("poll-limit", "2"))) {
      assertThat(letter.get("/feed.atom").status()).isEqualTo(200);
      assertThat(letter.get("/feed.atom").status()).isEqualTo(200);
      assertThat(letter.get("/feed.atom").status()).isEqualTo(429);
      assertThat(letter.body("/feed.atom")).contains("If-None-Match", "1800 seconds");
    }
  }

  @Test
  void settingsFileLimitsThem() {
    new IssueFiles(folder).given("offprint.yaml", "server:\n  poll-limit: 1\n");
    try (LiveNewsletter letter = live(Map.of())) {
      assertThat(letter.get("/feed.atom").status()).isEqualTo(200);
      assertThat(letter.get("/feed.atom").status()).isEqualTo(429);
    }
  }

  @Test
  void nobodyLimitsThemByDefault() {
    try (LiveNewsletter letter = live(Map.of())) {
      for (int i = 0; i < 100; i++) {
        assertThat(letter.get("/feed.atom").status()).isEqualTo(200);
      }
    }
  }
}
