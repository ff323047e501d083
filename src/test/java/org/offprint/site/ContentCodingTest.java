package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContentCodingTest {
  private static final byte[] TEXT =
      "The quick brown fox jumps over the lazy dog.\n".repeat(200).getBytes(StandardCharsets.UTF_8);

  private static Representation text() {
    return new Representation(Representation.Kind.FEED, "text/plain", TEXT, Optional.empty());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] unpacked(ContentCoding coding, byte[] packed) throws IOException {
    InputStream bytes = new ByteArrayInputStream(packed);
    try (InputStream plain =
        coding == ContentCoding.GZIP ? new GZIPInputStream(bytes) : new BrotliInputStream(bytes)) {
      return plain.readAllBytes();
    }
  }

  @Test
  void bothAreThereOnLinuxTheSmallerFirst() {
    assertThat(ContentCoding.available()).containsExactly(ContentCoding.BROTLI, ContentCoding.GZIP);
  }

  @ParameterizedTest
  @EnumSource
  void packsAndUnpacksToTheSameBytes(ContentCoding coding) throws IOException {
    byte[] packed = bytes(text().body(coding));

    assertThat(packed.length).isLessThan(TEXT.length / 10);
    assertThat(unpacked(coding, packed)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @EnumSource
  void packsOnceAndGivesEverybodyTheWhole(ContentCoding coding) {
    Representation representation = text();
    byte[] first = bytes(representation.body(coding));

    assertThat(representation.body(coding).isReadOnly()).isTrue();
    assertThat(bytes(representation.body(coding))).isEqualTo(first);
  }

  @Test
  void smallOnesAreNotWorthIt() {
    byte[] little = new byte[999];
    assertThat(new Representation(Representation.Kind.FILE, "text/css", little, Optional.empty())
            .isWorthPacking())
        .isFalse();
    assertThat(text().isWorthPacking()).isTrue();
  }
}
