package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NaturalOrderTest {
  @Test
  void numbersStandByTheirValueHighestFirst() {
    assertThat(Stream.of("issue-9", "a", "issue-10", "10", "9", "issue-010", "issue")
            .sorted(NaturalOrder.HIGHEST_FIRST)
            .toList())
        .isEqualTo(List.of("issue-10", "issue-010", "issue-9", "issue", "a", "10", "9"));
  }

  @Test
  void numbersOfAnyLengthAreCompared() {
    assertThat(NaturalOrder.HIGHEST_FIRST.compare("9".repeat(200), "1" + "0".repeat(200)))
        .isPositive();
  }
}
