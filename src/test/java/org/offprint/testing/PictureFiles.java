package org.offprint.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files that begin as pictures of some size do; nothing can be seen on them. */
public final class PictureFiles {
  private static final int LENGTH = 64;

  private PictureFiles() {}

  private static ByteBuffer beginning(String letters, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(order);
    bytes.put(letters.getBytes(StandardCharsets.ISO_8859_1));
    return bytes;
  }

  /** The beginning of a PNG file. */
  public static byte[] png(int width, int height) {
    return beginning("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", ByteOrder.BIG_ENDIAN)
        .putInt(width)
        .putInt(height)
        .array();
  }

  /** The beginning of a GIF file. */
  public static byte[] gif(int width, int height) {
    return beginning("GIF89a", ByteOrder.LITTLE_ENDIAN)
        .putShort((short) width)
        .putShort((short) height)
        .array();
  }

  /** The beginning of a JPEG file with other segments before the frame. */
  public static byte[] jpeg(int width, int height) {
    ByteBuffer bytes = ByteBuffer.allocate(70_000).order(ByteOrder.BIG_ENDIAN);
    bytes.put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1}).putShort((short)
        65_000);
    bytes.position(4 + 65_000);
    bytes.put(new byte[] {(byte) 0xff, (byte) 0xc4}).putShort((short) 100);
    bytes.position(bytes.position() + 98);
    bytes.put(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xc2}).putShort((short) 17);
    bytes.put((byte) 8).putShort((short) height).putShort((short) width);
    return bytes.array();
  }

  /** The beginning of a JPEG file from a camera, which says how it was held. */
  public static byte[] photo(int width, int height, int orientation, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.wrap(jpeg(width, height));
    bytes.position(6).put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer tiff = bytes.slice().order(order);
    tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x10f).putShort((short) 2).putInt(1).putInt(0);
    tiff.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return bytes.array();
  }

  /** The beginning of a WebP file with losses. */
  public static byte[] webp(int width, int height) {
    return beginning("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\u009d\u0001*", ByteOrder.LITTLE_ENDIAN)
        .putShort((short) width)
        .putShort((short) height)
        .array();
  }

  /** The beginning of a WebP file without losses. */
  public static byte[] webpLossless(int width, int height) {
    return beginning("RIFF\0\0\0\0WEBPVP8L\0\0\0\0/", ByteOrder.LITTLE_ENDIAN)
        .putInt((width - 1) | ((height - 1) << 14))
        .array();
  }

  /** The beginning of a WebP file in the extended form. */
  public static byte[] webpExtended(int width, int height) {
    return beginning("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0", ByteOrder.LITTLE_ENDIAN)
        .put((byte) (width - 1))
        .putShort((short) ((width - 1) >> 8))
        .put((byte) (height - 1))
        .putShort((short) ((height - 1) >> 8))
        .array();
  }
}
