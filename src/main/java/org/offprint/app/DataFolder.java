package org.offprint.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.offprint.issue.IssueReader;
import org.offprint.issue.ReadingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept between runs: what came of reading the issues, and the feeds of the whole newsletter, so that the next start is faster. Where it cannot be
 * kept the server says so once, and does without.
 */
final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final String JAR = ".jar";

  private final Optional<Stores> stores;

  /** What there is where anything is kept. */
  private record Stores(ReadingStore readings, FeedStore feeds) {}

  private DataFolder(Optional<Stores> stores) {
    this.stores = stores;
  }

  /**
   * Opens a folder.
   *
   * @param folder empty if nothing is to be kept
   * @param classPath the running program: a jar, which names its libraries with their versions; of anything else
   *     nobody can tell whether it has changed, so nothing is kept
   */
  static DataFolder open(Optional<Path> folder, String classPath) {
    return new DataFolder(folder.flatMap(path -> stores(path, classPath)));
  }

  private static Optional<Stores> stores(Path folder, String classPath) {
    try {
      Optional<String> program = program(classPath);
      if (program.isEmpty()) {
        LOG.info("what is read is not kept, since the program is no jar");
        return Optional.empty();
      }
      ReadingStore readings = ReadingStore.open(
          folder,
          program.get(),
          fault -> LOG.warn("what is read cannot be kept for the next start: {}", reason(fault)));
      return Optional.of(new Stores(readings, new FeedStore(folder, program.get())));
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("folder", folder)
          .addKeyValue("reason", reason(e))
          .log(
              "nothing can be kept for the next start, which will be slower; let it write there and read its jar, or leave --data out");
      return Optional.empty();
    }
  }

  /** What the system says of a fault. */
  static String reason(IOException fault) {
    return fault instanceof FileSystemException
        ? IssueReader.reason(fault)
        : String.valueOf(fault.getMessage());
  }

  private static Optional<String> program(String classPath) throws IOException {
    if (!classPath.endsWith(JAR) || classPath.contains(File.pathSeparator)) {
      return Optional.empty();
    }
    return Optional.of(fingerprint(Path.of(classPath)) + " on Java " + Runtime.version());
  }

  /** Two checksums that overlook different changes: to hash a jar takes a start much longer. */
  private static String fingerprint(Path jar) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    return Stream.of(new CRC32(), new Adler32())
        .map(checksum -> {
          checksum.update(bytes);
          return Long.toHexString(checksum.getValue());
        })
        .collect(Collectors.joining("-", bytes.length + "-", ""));
  }

  /** What came of reading issues in earlier runs. */
  Optional<ReadingStore> readings() {
    return stores.map(Stores::readings);
  }

  /** The feeds of the last start. */
  Optional<FeedStore> feeds() {
    return stores.map(Stores::feeds);
  }

  /** Drops what was of no use in this start, if it is much. */
  void tidy() {
    readings().ifPresent(store -> {
      try {
        store.tidy();
      } catch (IOException e) {
        LOG.warn("what is kept for the next start could not be tidied: {}", reason(e));
      }
    });
  }

  @Override
  public void close() {
    readings().ifPresent(store -> {
      try {
        store.close();
      } catch (IOException e) {
        LOG.warn("what is kept for the next start could not be closed", e);
      }
    });
  }
}
