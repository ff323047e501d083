package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.publication.Wording;

/** The usual gap between issues, in words. */
final class SectionFactsTest {
  @ParameterizedTest
  @CsvSource({
    "1, several times a day",
    "24, daily",
    "48, every 2 days",
    "120, every 5 days",
    "168, weekly",
    "216, weekly",
    "336, every 2 weeks",
    "744, monthly",
    "2208, every 3 months",
    "8760, yearly",
    "17520, every 2 years"
  })
  void gapInHoursHasItsWords(int hours, String words) {
    assertThat(SectionFacts.rhythm(Duration.ofHours(hours), Wording.ENGLISH)).isEqualTo(words);
  }

  @Test
  void middleGapCounts() {
    Instant last = Instant.parse("2026-01-01T00:00:00Z");
    List<Instant> dates = List.of(
        last,
        last.minus(Duration.ofDays(7)),
        last.minus(Duration.ofDays(14)),
        last.minus(Duration.ofDays(200)));

    assertThat(SectionFacts.rhythm(dates, Wording.ENGLISH)).contains("weekly");
    assertThat(SectionFacts.rhythm(dates.subList(0, 2), Wording.ENGLISH)).isEmpty();
  }
}
