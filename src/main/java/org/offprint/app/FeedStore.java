package org.offprint.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.offprint.export.WholeFile;
import org.offprint.issue.Checksums;

/**
 * Some bytes that are kept for the next start, under a name that says what they depend on. One file: a checksum of what follows, the length
 * of the name, the name, the bytes. It may be deleted at any time.
 */
final class FeedStore {
  static final String FILE = "offprint.feeds";

  /** A program that writes another form of feeds has another name for it. */
  private static final String FORM = "Offprint feeds 1\n";

  /** What is kept goes through memory several times, at a moment when there may be little. */
  static final int MOST_BYTES = 1 << 22;

  /** Names are short. */
  private static final int MOST_BESIDES = 1 << 16;

  private static final int HEADER = Long.BYTES + Integer.BYTES;

  private final Path file;
  private final String program;

  /**
   * Keeps them in a folder.
   *
   * @param program what distinguishes one version of the program from another that may write differently
   */
  FeedStore(Path folder, String program) {
    this.file = folder.resolve(FILE);
    this.program = program;
  }

  /** Whether this program has kept anything: if not, nobody need find out the name. */
  boolean hasAny() {
    byte[] beginning = name("");
    try (InputStream kept = Files.newInputStream(file)) {
      kept.skipNBytes(HEADER);
      return Arrays.equals(kept.readNBytes(beginning.length), beginning);
    } catch (IOException e) {
      return false;
    }
  }

  /** What was kept under a name; empty if it was another one, or has come to harm. */
  Optional<byte[]> find(String name) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES + MOST_BESIDES
          ? find(name(name), Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      // It is not needed, only faster.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> find(byte[] name, byte[] kept) {
    ByteBuffer in = ByteBuffer.wrap(kept);
    boolean isWhole = kept.length >= HEADER + name.length
        && in.getLong() == Checksums.of(Arrays.copyOfRange(kept, Long.BYTES, kept.length))
        && in.getInt() == name.length
        && Arrays.equals(kept, HEADER, HEADER + name.length, name, 0, name.length);
    return isWhole
        ? Optional.of(Arrays.copyOfRange(kept, HEADER + name.length, kept.length))
        : Optional.empty();
  }

  /**
   * Keeps bytes, at most {@link #MOST_BYTES} or a little more, instead of what was kept before.
   *
   * @throws IOException if they cannot be written; what was kept before may still be there
   */
  void keep(String name, byte[] bytes) throws IOException {
    byte[] whole = name(name);
    byte[] rest = ByteBuffer.allocate(Integer.BYTES + whole.length + bytes.length)
        .putInt(whole.length)
        .put(whole)
        .put(bytes)
        .array();
    ByteBuffer all = ByteBuffer.allocate(Long.BYTES + rest.length)
        .putLong(Checksums.of(rest))
        .put(rest)
        .flip();
    WholeFile.write(file, all);
  }

  private byte[] name(String name) {
    return (FORM + program + "\n" + name).getBytes(StandardCharsets.UTF_8);
  }
}
