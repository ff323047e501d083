package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.EntryTrail;

final class EntityTagTest {
  private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789abcdefL})
  void trailIsReadBack(long print) {
    EntryTrail trail = new EntryTrail(20, print);
    assertThat(EntityTag.trail(EntityTag.of(BODY, trail))).contains(trail);
  }

  @Test
  void sameEntriesInOtherBytesHaveAnotherTag() {
    EntryTrail trail = new EntryTrail(1, 1);
    assertThat(EntityTag.of(BODY, trail)).isNotEqualTo(EntityTag.of(new byte[0], trail));
  }

  /** Some clients keep tags in a column of 255 characters. */
  @Test
  void tagIsShort() {
    assertThat(EntityTag.of(BODY, new EntryTrail(1000, Long.MIN_VALUE))).hasSizeLessThan(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "47DEQpj8HBSa-_TI",
        "47DEQpj8HBSa-_TI.20",
        "47DEQpj8HBSa-_TI.0.AAAAAAAAAAE",
        "47DEQpj8HBSa-_TI.99999.AAAAAAAAAAE",
        "47DEQpj8HBSa-_TI.-1.AAAAAAAAAAE",
        "47DEQpj8HBSa-_TI.20.AAAAAAAAAA",
        "47DEQpj8HBSa-_TI.20.AAAAAAAAAA!",
        "47DEQpj8HBSa-_TI.20.AAAAAAAAAAEA",
        "5d8c72a5edda8d6a.20",
        "\"47DEQpj8HBSa-_TI.20.AAAAAAAAAAE\""
      })
  void otherTagsSayNothing(String tag) {
    assertThat(EntityTag.trail(tag)).isEmpty();
  }
}
