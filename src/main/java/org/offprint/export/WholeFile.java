package org.offprint.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.offprint.site.SiteFile;

/** Writes files in one step, so that nobody sees half of one. */
public final class WholeFile {
  /** Beside the file: only a move within one folder is sure to be atomic. */
  static final String UNFINISHED = ".offprint-unfinished.tmp";

  private static final int PIECE = 1 << 16;

  private WholeFile() {}

  /** Writes a file; returns false if it has these bytes already. */
  public static boolean write(Path file, ByteBuffer bytes) throws IOException {
    if (has(file, bytes)) {
      return false;
    }
    replace(file, output -> writeAll(output, bytes.duplicate()));
    return true;
  }

  /** Copies a file without having all of it in memory; returns false if it is there already. */
  static boolean copy(Path file, SiteFile original) throws IOException {
    if (has(file, original)) {
      return false;
    }
    replace(file, output -> {
      SiteFile.Part part = original.part(0, original.size());
      ByteBuffer buffer = ByteBuffer.allocate(PIECE);
      while (part.remaining() > 0) {
        part.read(buffer.clear());
        writeAll(output, buffer.flip());
      }
    });
    return true;
  }

  private static boolean has(Path file, SiteFile original) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) != original.size()) {
      return false;
    }
    SiteFile.Part part = original.part(0, original.size());
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    try (InputStream written = Files.newInputStream(file)) {
      while (part.remaining() > 0) {
        part.read(piece.clear());
        piece.flip();
        if (!ByteBuffer.wrap(written.readNBytes(piece.remaining())).equals(piece)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void writeAll(FileChannel output, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      output.write(bytes);
    }
  }

  /** Writes the bytes of a file. */
  private interface Writer {
    void write(FileChannel output) throws IOException;
  }

  private static void replace(Path file, Writer writer) throws IOException {
    Path unfinished = file.resolveSibling(UNFINISHED);
    Files.createDirectories(unfinished.toAbsolutePath().getParent());
    try {
      Files.deleteIfExists(unfinished);
      try (FileChannel output =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        writer.write(output);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
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
