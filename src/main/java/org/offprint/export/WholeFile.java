package org.offprint.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that nobody ever sees half of one. */
public final class WholeFile {
  /** Beside the file, since only within one folder a move is sure to take one step. */
  static final String UNFINISHED = ".offprint-unfinished.tmp";

  private WholeFile() {}

  /** Writes a file, or leaves it alone if it has those bytes; tells whether it was written. */
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
