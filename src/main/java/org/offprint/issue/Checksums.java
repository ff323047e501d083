package org.offprint.issue;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells by 64 bits whether bytes have changed: against edits, not against forgery. On usual processors the JVM has
 * machine code for that from its first moment on; a SHA-256 of all issues took a quarter of a start.
 */
public final class Checksums {
  private Checksums() {}

  /** Two checksums that overlook different changes. */
  public static long of(byte[] bytes) {
    CRC32 other = new CRC32();
    other.update(bytes);
    return other.getValue() << Integer.SIZE | Integer.toUnsignedLong(shortOf(bytes));
  }

  /** One alone, for bytes that only a fault of the disk can have changed. */
  static int shortOf(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
