package org.offprint.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index stands: in memory, or in a new temporary folder where it would take much of a small heap. It is gone
 * when this is closed.
 *
 * @param directory what holds it
 * @param folder the temporary folder, if it is in one
 */
record IndexFolder(Directory directory, Optional<Path> folder) implements Closeable {
  /** Up to so many issues take a few megabytes. */
  static final int MOST_ISSUES_IN_MEMORY = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  /** A place for the index of so many issues. */
  static IndexFolder of(int issues) {
    return issues <= MOST_ISSUES_IN_MEMORY ? inMemory() : onDisk();
  }

  private static IndexFolder inMemory() {
    return new IndexFolder(new ByteBuffersDirectory(), Optional.empty());
  }

  private static IndexFolder onDisk() {
    try {
      Path folder = Files.createTempDirectory("offprint-search");
      return new IndexFolder(new NIOFSDirectory(folder), Optional.of(folder));
    } catch (IOException e) {
      LOG.warn("no temporary folder can be written: searches take memory, 2 KB an issue", e);
      return inMemory();
    }
  }

  @Override
  public void close() throws IOException {
    directory.close();
    if (folder.isPresent()) {
      List<Path> files;
      try (Stream<Path> found = Files.list(folder.get())) {
        files = found.toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder.get());
    }
  }
}
