package org.offprint.issue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells by 64 bits whether bytes have changed: against edits, not against forgery. On usual processors the JVM has
 * machine code for that from its first moment on; a SHA-256 of all issues took a quarter of a start.
 */
public final class Checksums {
  private Checksums() {}

  /** Returns two checksums that overlook different changes. */
  public static long of(byte[] bytes) {
    CRC32 first = new CRC32();
    first.update(bytes);
    CRC32C second = new CRC32C();
    second.update(bytes);
    return first.getValue() << Integer.SIZE | second.getValue();
  }

  /** Puts the checksum of bytes before them. */
  public static byte[] guard(byte[] bytes) {
    return ByteBuffer.allocate(Long.BYTES + bytes.length)
        .putLong(of(bytes))
        .put(bytes)
        .array();
  }

  /** Returns the bytes that {@link #guard} got; empty if they are damaged. */
  public static Optional<byte[]> unguard(byte[] guarded) {
    byte[] bytes =
        Arrays.copyOfRange(guarded, Math.min(Long.BYTES, guarded.length), guarded.length);
    return bytes.length > 0 && ByteBuffer.wrap(guarded).getLong() == of(bytes)
        ? Optional.of(bytes)
        : Optional.empty();
  }
}
