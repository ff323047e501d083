package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.publication.Publication;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** A weekly letter, the last of which came out on Sunday, 28th December 2025, at ten. */
final class CacheControlTest {
  @TempDir
  private Path folder = Path.of("");

  private Publication weekly(int issues) {
    for (int i = 0; i < issues; i++) {
      new IssueFiles(folder)
          .givenIssue(
              i + ".md",
              "Letter " + i,
              Instant.parse("2025-12-28T10:00:00Z")
                  .minus(Duration.ofDays(7L * i))
                  .toString(),
              "Words.");
    }
    return TestPublications.read(folder);
  }

  private static Duration age(Publication publication, String now) {
    return new CacheControl(Optional.empty())
        .ageOfFeeds(publication.nextExpected(), Instant.parse(now));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-28T10:00:01Z, PT1H",
    "2025-12-31T12:00:00Z, PT1H",
    "2026-01-03T15:12:00Z, PT1H",
    "2026-01-03T16:27:00Z, PT45M",
    "2026-01-03T16:57:00Z, PT15M",
    "2026-01-04T09:59:59Z, PT15M",
    "2026-01-04T12:00:00Z, PT15M",
    "2026-02-01T00:00:00Z, PT15M"
  })
  void feedsLastLongWhileNoIssueIsExpectedAndShortWhenOneIs(String now, Duration age) {
    assertThat(age(weekly(5), now)).isEqualTo(age);
  }

  @Test
  void feedsLastAShortTimeWithoutARhythm() {
    assertThat(age(weekly(2), "2025-12-29T00:00:00Z")).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void operatorSetsTheMaxAgeOfFeeds() {
    assertThat(new CacheControl(Optional.of(Duration.ZERO))
            .ageOfFeeds(weekly(5).nextExpected(), Instant.parse("2025-12-29T00:00:00Z")))
        .isEqualTo(Duration.ZERO);
  }
}
