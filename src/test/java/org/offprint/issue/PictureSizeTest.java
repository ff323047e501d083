package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.PictureFiles;

final class PictureSizeTest {
  private static Optional<PictureSize> size(byte[] file) {
    try {
      return PictureSize.read((buffer, position) -> read(file, buffer, position));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A few bytes at a time, as a slow disk may give them. */
  private static int read(byte[] file, ByteBuffer buffer, long position) {
    if (position >= file.length) {
      return -1;
    }
    int length = Math.min(Math.min(5, buffer.remaining()), file.length - (int) position);
    buffer.put(file, (int) position, length);
    return length;
  }

  static Stream<byte[]> pictures() {
    return Stream.of(
        PictureFiles.png(640, 480),
        PictureFiles.gif(640, 480),
        PictureFiles.jpeg(640, 480),
        PictureFiles.photo(640, 480, 1, ByteOrder.BIG_ENDIAN),
        PictureFiles.webp(640, 480),
        PictureFiles.webpLossless(640, 480),
        PictureFiles.webpExtended(640, 480));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void isInTheHeader(byte[] file) {
    assertThat(size(file)).contains(new PictureSize(640, 480));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 8})
  void isThatOfTheTurnedPhoto(int orientation) {
    PictureSize size = orientation < 5 ? new PictureSize(640, 480) : new PictureSize(480, 640);

    assertThat(size(PictureFiles.photo(640, 480, orientation, ByteOrder.LITTLE_ENDIAN)))
        .contains(size);
    assertThat(size(PictureFiles.photo(640, 480, orientation, ByteOrder.BIG_ENDIAN)))
        .contains(size);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void ofHalfAFileIsUnknown(byte[] file) {
    assertThat(size(Arrays.copyOf(file, 20))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
        "\u00ff\u00d8\u00ff",
        "GIF89a"
      })
  void ofOtherFilesIsUnknown(String file) {
    assertThat(size(file.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  void thatCannotBeIsUnknown() {
    assertThat(size(PictureFiles.png(0, 480))).isEmpty();
    assertThat(size(PictureFiles.png(-1, 480))).isEmpty();
    assertThat(size(PictureFiles.png(640, 2_000_000_000))).isEmpty();
  }

  @Test
  void damagedFilesAreReadToAnEnd() {
    Random random = new Random(1);
    pictures().forEach(file -> {
      for (int i = 0; i < 2000; i++) {
        byte[] damaged = Arrays.copyOf(file, random.nextInt(file.length) + 1);
        damaged[random.nextInt(Math.min(damaged.length, 64))] = (byte) random.nextInt();
        size(damaged).ifPresent(size -> assertThat(size.width()).isPositive());
      }
    });
  }

  @Test
  void countingPictureIsTiny() {
    assertThat(new PictureSize(1, 1).isTiny()).isTrue();
    assertThat(new PictureSize(1, 2).isTiny()).isFalse();
  }
}
