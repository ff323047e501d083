package org.offprint.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files in one step, so that nobody sees half of one. */
public final class WholeFile {
  /** Beside the file: only a move within one folder is sure to be atomic. */
  static final String UNFINISHED = ".offprint-unfinished.tmp";

  private WholeFile() {}

  /** Writes a file; returns false if it has these bytes already. */
  public static boolean write(Path file, ByteBuffer bytes) throws IOException {
    if (has(file, bytes)) {
      return false;
    }
    Path unfinished = file.resolveSibling(UNFINISHED);
    byte[] all = new byte[bytes.remaining()];
    bytes.duplicate().get(all);
    Files.createDirectories(unfinished.toAbsolutePath().getParent());
    try {
      Files.deleteIfExists(unfinished);
      Files.write(unfinished, all);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static boolean has(Path file, ByteBuffer bytes) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == bytes.remaining()
        && ByteBuffer.wrap(Files.readAllBytes(file)).equals(bytes);
  }
}
