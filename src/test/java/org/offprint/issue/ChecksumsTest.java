package org.offprint.issue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChecksumsTest {
  /** The check values that both polynomials are published with. */
  @Test
  void areTheTwoUsualOnes() {
    byte[] digits = "123456789".getBytes(US_ASCII);

    assertThat(Checksums.of(digits)).isEqualTo(0xcbf43926_e3069283L);
  }
}
