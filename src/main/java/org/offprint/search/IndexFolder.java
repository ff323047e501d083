package org.offprint.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
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

  private static final String NAME = "offprint-search-";
  private static final Pattern OF_PROCESS = Pattern.compile(NAME + "([0-9]{1,18})-.*");
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  /** A place for the index of so many issues. */
  static IndexFolder of(int issues) {
    return issues <= MOST_ISSUES_IN_MEMORY ? inMemory() : onDisk();
  }

  static IndexFolder inMemory() {
    return new IndexFolder(new ByteBuffersDirectory(), Optional.empty());
  }

  static IndexFolder onDisk() {
    try {
      clearAway();
      Path folder = Files.createTempDirectory(NAME + ProcessHandle.current().pid() + "-");
      return new IndexFolder(new NIOFSDirectory(folder), Optional.of(folder));
    } catch (IOException e) {
      LOG.warn("no temporary folder can be written: searches take memory, 2 KB an issue", e);
      return inMemory();
    }
  }

  /** Deletes what processes have left that were killed: in a container the next one has the same number. */
  private static void clearAway() throws IOException {
    try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path left : found.toList()) {
        Matcher name = OF_PROCESS.matcher(left.getFileName().toString());
        if (name.matches() && isLeft(Long.parseLong(name.group(1))) && Files.isDirectory(left)) {
          delete(left);
        }
      }
    }
  }

  private static boolean isLeft(long process) {
    return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
  }

  private static void delete(Path folder) {
    try {
      IOUtils.rm(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", folder, e);
    }
  }

  @Override
  public void close() throws IOException {
    directory.close();
    folder.ifPresent(IndexFolder::delete);
  }
}
