package org.offprint.issue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The size of a picture in pixels. */
public record PictureSize(int width, int height) {
  private static final int LARGEST = 100_000;
  private static final int HEAD = 32;
  private static final int MOST_SEGMENTS = 500;

  /** The marks of JPEG that begin a frame, but for those among them that begin something else. */
  private static final int FIRST_FRAME = 0xc0;

  private static final int LAST_FRAME = 0xcf;

  private static final int EXIF = 0xe1;
  private static final int MOST_EXIF = 512;
  private static final int ENTRY = 12;
  private static final int ORIENTATION = 0x112;
  private static final int FIRST_TURNED = 5;

  /** The bytes of a file. */
  public interface Source {
    /** Reads bytes from a position on, as {@link java.nio.channels.FileChannel#read(ByteBuffer, long)} does. */
    int read(ByteBuffer buffer, long position) throws IOException;
  }

  /** Reads the size from the header of a PNG, JPEG, GIF or WebP file; reads nothing else of it. */
  public static Optional<PictureSize> read(Source file) throws IOException {
    ByteBuffer head = bytes(file, 0, HEAD);
    if (head.limit() < HEAD) {
      return Optional.empty();
    }
    String letters = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
    if (letters.startsWith("\u0089PNG\r\n\u001a\n") && letters.startsWith("IHDR", 12)) {
      return sized(head.getInt(16), head.getInt(20));
    }
    if (letters.startsWith("GIF8")) {
      head.order(ByteOrder.LITTLE_ENDIAN);
      return sized(unsigned(head, 6), unsigned(head, 8));
    }
    if (letters.startsWith("RIFF") && letters.startsWith("WEBP", 8)) {
      return ofWebp(letters.substring(12, 16), head.order(ByteOrder.LITTLE_ENDIAN));
    }
    return letters.startsWith("\u00ff\u00d8\u00ff") ? ofJpeg(file) : Optional.empty();
  }

  private static Optional<PictureSize> ofWebp(String kind, ByteBuffer head) {
    return switch (kind) {
      case "VP8 " -> sized(unsigned(head, 26) & 0x3fff, unsigned(head, 28) & 0x3fff);
      case "VP8L" -> {
        int bits = head.getInt(21);
        yield sized((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
      }
      case "VP8X" -> sized((head.getInt(24) & 0xffffff) + 1, (head.getInt(27) & 0xffffff) + 1);
      default -> Optional.empty();
    };
  }

  /** Goes from segment to segment, since a preview may stand before the frame. */
  private static Optional<PictureSize> ofJpeg(Source file) throws IOException {
    long position = 2;
    boolean isTurned = false;
    for (int i = 0; i < MOST_SEGMENTS; i++) {
      ByteBuffer segment = bytes(file, position, 9);
      if (segment.limit() < 9 || (segment.get(0) & 0xff) != 0xff) {
        return Optional.empty();
      }
      int mark = segment.get(1) & 0xff;
      boolean isOther = mark == 0xc4 || mark == 0xc8 || mark == 0xcc;
      if (mark >= FIRST_FRAME && mark <= LAST_FRAME && !isOther) {
        int width = unsigned(segment, 7);
        int height = unsigned(segment, 5);
        return isTurned ? sized(height, width) : sized(width, height);
      }
      isTurned |= mark == EXIF && isTurned(bytes(file, position + 4, MOST_EXIF));
      // A byte of filling, else a segment, whose length does not count its mark.
      position += mark == 0xff ? 1 : 2 + unsigned(segment, 2);
    }
    return Optional.empty();
  }

  /** Returns true if a camera was held on its side, so that browsers turn the picture. */
  private static boolean isTurned(ByteBuffer exif) {
    String letters = StandardCharsets.ISO_8859_1.decode(exif.duplicate()).toString();
    if (!letters.startsWith("Exif\0\0") || letters.length() < HEAD) {
      return false;
    }
    ByteBuffer tiff = exif.position(6).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int place = tiff.getInt(4);
    if (place < 0 || place > tiff.limit() - 2) {
      return false;
    }
    int entry = place + 2;
    for (int i = unsigned(tiff, place); i > 0 && entry + ENTRY <= tiff.limit(); i--) {
      if (unsigned(tiff, entry) == ORIENTATION) {
        return unsigned(tiff, entry + 8) >= FIRST_TURNED;
      }
      entry += ENTRY;
    }
    return false;
  }

  private static int unsigned(ByteBuffer bytes, int place) {
    return bytes.getShort(place) & 0xffff;
  }

  private static Optional<PictureSize> sized(int width, int height) {
    boolean isSize = width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
    return isSize ? Optional.of(new PictureSize(width, height)) : Optional.empty();
  }

  private static ByteBuffer bytes(Source file, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = file.read(buffer, position + buffer.position());
    }
    return buffer.flip();
  }

  /** Returns true for a picture that counts readers and shows nothing. */
  public boolean isTiny() {
    return width <= 1 && height <= 1;
  }
}
