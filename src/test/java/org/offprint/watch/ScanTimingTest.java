package org.offprint.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScanTimingTest {
  private final ScanTiming timing = new ScanTiming(Duration.ofSeconds(2), Duration.ofMillis(10));

  @Test
  void scansOfASmallFolderKeepTheInterval() {
    assertThat(timing.betweenScans(Duration.ofMillis(5))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void scansOfALargeFolderTakeATwentiethOfTheTime() {
    assertThat(timing.betweenScans(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void saveIsOverAfterAShortSilence() {
    assertThat(timing.quietAfter(Duration.ZERO)).isEqualTo(Duration.ofMillis(10));
    assertThat(timing.quietAfter(Duration.ofMillis(30))).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void whatTakesLongerIsOverAfterALongerSilence() {
    assertThat(timing.quietAfter(Duration.ofMillis(31))).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void waitingEndsInAnyCase() {
    assertThat(timing.longestWait()).isEqualTo(Duration.ofSeconds(1));
  }
}
