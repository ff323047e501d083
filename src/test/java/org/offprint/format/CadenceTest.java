package org.offprint.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Describes the frequency of changes and the time to live of a copy. */
final class CadenceTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, daily, 24",
    "PT1M, daily, 24",
    "PT30M, daily, 24",
    "PT6H, daily, 4",
    "P1D, daily, 1",
    "PT47H59M, daily, 1",
    "PT48H, weekly, 4",
    "PT84H, weekly, 2",
    "P7D, weekly, 1",
    "PT335H59M, weekly, 1",
    "P14D, monthly, 2",
    "P30D, monthly, 1",
    "PT1439H59M, monthly, 1",
    "P60D, yearly, 6",
    "P91D, yearly, 4",
    "P365D, yearly, 1",
    "P4000D, yearly, 1"
  })
  void isSaidInTheNearestPeriod(Duration gap, String period, int frequency) {
    assertThat(Cadence.of(gap)).isEqualTo(new Cadence(period, frequency));
  }

  @Test
  void isAtLeastOnceForAnyGap() {
    for (long hours = 0; hours < 20_000; hours += 7) {
      assertThat(Cadence.of(Duration.ofHours(hours)).frequency()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 15",
    "PT6H, 15",
    "PT6H24M, 16",
    "P1D, 60",
    "PT95H, 60",
    "P4D, 60",
    "P7D, 60",
    "P365000D, 60"
  })
  void givesCopiesAPartOfTheGapToLive(Duration gap, int minutes) {
    assertThat(Cadence.minutesToLive(Optional.of(gap))).isEqualTo(minutes);
  }

  @Test
  void givesCopiesAnHourWhereNobodyKnowsTheGap() {
    assertThat(Cadence.minutesToLive(Optional.empty())).isEqualTo(60);
  }

  /** Readers know these words only (the syndication module of RSS 1.0). */
  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P3D", "P20D", "P200D"})
  void usesTheWordsOfTheModule(Duration gap) {
    assertThat(Cadence.of(gap).period()).isIn("hourly", "daily", "weekly", "monthly", "yearly");
  }
}
