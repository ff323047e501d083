package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often something appears, in words. */
final class RhythmTest {
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
    assertThat(Rhythm.words(Duration.ofHours(hours))).isEqualTo(words);
  }

  @Test
  void middleGapCounts() {
    Instant last = Instant.parse("2026-01-01T00:00:00Z");
    List<Instant> dates = List.of(
        last,
        last.minus(Duration.ofDays(7)),
        last.minus(Duration.ofDays(14)),
        last.minus(Duration.ofDays(200)));

    assertThat(Rhythm.of(dates)).contains("weekly");
    assertThat(Rhythm.of(dates.subList(0, 2))).isEmpty();
  }
}
