package org.offprint.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(2), Duration.ofMillis(10));

  @Test
  void scansOfASmallFolderKeepTheInterval() {
    assertThat(pace.betweenScans(Duration.ofMillis(5))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void scansOfALargeFolderTakeATwentiethOfTheTime() {
    assertThat(pace.betweenScans(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void saveIsOverAfterAShortSilence() {
    assertThat(pace.quietAfter(Duration.ZERO)).isEqualTo(Duration.ofMillis(10));
    assertThat(pace.quietAfter(Duration.ofMillis(30))).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void whatTakesLongerIsOverAfterALongerSilence() {
    assertThat(pace.quietAfter(Duration.ofMillis(31))).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void waitingEndsInAnyCase() {
    assertThat(pace.longestWait()).isEqualTo(Duration.ofSeconds(1));
  }
}
