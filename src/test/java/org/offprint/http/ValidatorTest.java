package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with a validator and without: only the latter count as polls. */
final class ValidatorTest {
  private static final String DATE = "Sun, 07 Jun 2026 10:00:00 GMT";

  private static boolean isThere(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {
    return new ConditionalRequest(Optional.empty(), Optional.empty(), ifNoneMatch, ifModifiedSince)
        .hasValidator(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a\"", "W/\"a\"", " \"a\" ", "*", "\"a\", W/\"b\"", "\"\"", "junk, \"a\""})
  void isThereWithAnEntityTag(String header) {
    assertThat(isThere(Optional.of(header), Optional.empty())).isTrue();
    assertThat(isThere(Optional.of(header), Optional.of("junk"))).isTrue();
  }

  @Test
  void isThereWithADate() {
    assertThat(isThere(Optional.empty(), Optional.of(DATE))).isTrue();
  }

  @Test
  void isNotThereWithNothing() {
    assertThat(isThere(Optional.empty(), Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "\"", "W/", "none"})
  void isNotThereWithWhatIsNoEntityTag(String header) {
    assertThat(isThere(Optional.of(header), Optional.empty())).isFalse();
  }

  /** A date does not count beside an entity tag, even one that cannot be read. */
  @Test
  void isNotThereWithADateThatIsPassedOver() {
    assertThat(isThere(Optional.of("none"), Optional.of(DATE))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-06-07T10:00:00Z", "0"})
  void isNotThereWithWhatIsNoDate(String header) {
    assertThat(isThere(Optional.empty(), Optional.of(header))).isFalse();
  }
}
