package org.offprint.app;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.offprint.export.WholeFile;
import org.offprint.issue.IssueReader;
import org.offprint.issue.ReadingCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of {@code --data}, kept between runs for a faster start: parsed issues and the main feeds. If it cannot be used, the
 * server logs that once and does without.
 */
final class DataFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final String JAR = ".jar";
  private static final String FEEDS = "offprint.feeds";

  private final Optional<Path> folder;
  private final Optional<ReadingCache> readings;

  private DataFolder(Optional<Path> folder, Optional<ReadingCache> readings) {
    this.folder = folder;
    this.readings = readings;
  }

  /**
   * Opens a folder.
   *
   * @param folder empty if nothing is to be kept
   * @param classPath the running program: a jar, which names its libraries with their versions; readings of anything else
   *     are not kept, since nobody can tell whether it has changed
   */
  static DataFolder open(Optional<Path> folder, String classPath) {
    try {
      return new DataFolder(
          folder, folder.isPresent() ? readings(folder.get(), classPath) : Optional.empty());
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("folder", folder.orElseThrow())
          .addKeyValue("reason", reason(e))
          .log(
              "nothing can be kept for the next start, which will be slower; let it write there and read its jar, or leave --data out");
      return new DataFolder(Optional.empty(), Optional.empty());
    }
  }

  private static Optional<ReadingCache> readings(Path folder, String classPath) throws IOException {
    Optional<String> program = program(classPath);
    if (program.isEmpty()) {
      LOG.info("parsed issues are not kept, since the program is no jar");
      return Optional.empty();
    }
    return Optional.of(ReadingCache.open(
        folder,
        program.get(),
        fault -> LOG.warn("parsed issues cannot be kept for the next start: {}", reason(fault))));
  }

  /** Returns the system's reason for a fault. */
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

  /** Returns the parsed issues of earlier runs. */
  Optional<ReadingCache> readings() {
    return readings;
  }

  /** Reads the feeds that the last run kept, as bytes. */
  Optional<byte[]> feeds() {
    try {
      Optional<Path> file = folder.map(path -> path.resolve(FEEDS)).filter(Files::isRegularFile);
      return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("the feeds of the last run cannot be read: {}", reason(e));
      return Optional.empty();
    }
  }

  /** Returns true if feeds are kept for the next run. */
  boolean keepsFeeds() {
    return folder.isPresent();
  }

  /** Keeps feeds in place of the last ones. */
  void keepFeeds(byte[] bytes) {
    if (folder.isPresent()) {
      try {
        WholeFile.write(folder.get().resolve(FEEDS), ByteBuffer.wrap(bytes));
      } catch (IOException e) {
        LOG.warn("the feeds cannot be kept for the next start: {}", reason(e));
      }
    }
  }

  /** Deletes the parsed issues of earlier runs that this one has not used. */
  void tidy() {
    readings.ifPresent(ReadingCache::tidy);
  }
}
