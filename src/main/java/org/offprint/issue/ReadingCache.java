package org.offprint.issue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Parsed files on disk, so that a start need not parse again what has not changed: one file per reading. Its name is a hash of
 * everything that the reading depends on: name and bytes of the issue's file, rules and program. The hash protects against edits, not
 * against forgery. A damaged reading is parsed again. Only the owner can read the files, because some are of drafts. Thread-safe.
 */
public final class ReadingCache {
  private static final String FOLDER = "readings";
  private static final String ENDING = ".reading";
  private static final String UNFINISHED = "unfinished";
  private static final String UNFINISHED_ENDING = ".tmp";
  /** Files of others are left alone. */
  private static final String OURS =
      "{*" + ENDING + "," + UNFINISHED + "*" + UNFINISHED_ENDING + "}";

  private final Path folder;
  private final String program;
  private final Consumer<IOException> faults;
  private final AtomicBoolean hasFailed = new AtomicBoolean();
  /** The files of earlier runs that this run has not used yet. */
  private final Set<Path> unused = ConcurrentHashMap.newKeySet();
  /** The reading of each issue's file, by the name of that file. */
  private final Map<String, Path> current = new ConcurrentHashMap<>();

  private ReadingCache(Path folder, String program, Consumer<IOException> faults) {
    this.folder = folder;
    this.program = program;
    this.faults = faults;
  }

  /**
   * Opens the cache in a data folder, which is created if need be.
   *
   * @param program the version of the program: another one may read differently
   * @param faults is called once if something cannot be kept later
   * @throws IOException if the folder cannot be created or listed
   */
  public static ReadingCache open(Path data, String program, Consumer<IOException> faults)
      throws IOException {
    Path folder = Files.createDirectories(data.resolve(FOLDER));
    ReadingCache cache = new ReadingCache(folder, program, faults);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OURS)) {
      files.forEach(cache.unused::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return cache;
  }

  /** Returns the kept reading of a file; empty if there is none, or it is damaged. */
  Optional<IssueReading> find(String name, byte[] bytes, ReadingRules rules, Surroundings around) {
    Path file = file(name, bytes, rules, around);
    try {
      Optional<IssueReading> reading = Checksums.unguard(Files.readAllBytes(file))
          .map(kept -> ReadingCodec.decode(kept, name, bytes))
          .filter(kept -> kept.issue()
              .filter(issue -> !issue.isReadAlike(rules.headings()) || !around.agreesWith(issue))
              .isEmpty());
      reading.ifPresent(found -> use(name, file));
      return reading;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  /** Keeps the reading of a file in place of its last one. If that fails, the next start parses the file again. */
  void keep(
      String name, byte[] bytes, ReadingRules rules, Surroundings around, IssueReading reading) {
    try {
      Path file = file(name, bytes, rules, around);
      write(file, Checksums.guard(ReadingCodec.encode(reading, bytes)));
      use(name, file);
    } catch (IOException e) {
      failed(e);
    } catch (RuntimeException | OutOfMemoryError e) {
      failed(new IOException("a reading cannot be written down", e));
    }
  }

  private void write(Path file, byte[] bytes) throws IOException {
    // Only the owner may read what this creates.
    Path unfinished = Files.createTempFile(folder, UNFINISHED, UNFINISHED_ENDING);
    try {
      Files.write(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void use(String name, Path file) {
    unused.remove(file);
    Optional.ofNullable(current.put(name, file))
        .filter(last -> !last.equals(file))
        .ifPresent(this::delete);
  }

  /** Deletes what this run has not used, once it has read all issues. */
  public void tidy() {
    unused.forEach(this::delete);
    unused.clear();
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Reports the first fault. */
  private void failed(IOException fault) {
    if (!hasFailed.getAndSet(true)) {
      faults.accept(fault);
    }
  }

  private Path file(String name, byte[] bytes, ReadingRules rules, Surroundings around) {
    String origin = String.join(
        "\n",
        program,
        name,
        String.valueOf(bytes.length),
        rules.toString(),
        around.linkingTo(Optional.empty()).toString());
    return folder.resolve(Long.toHexString(Checksums.of(bytes))
        + "-"
        + Long.toHexString(Checksums.of(origin.getBytes(StandardCharsets.UTF_8)))
        + ENDING);
  }
}
