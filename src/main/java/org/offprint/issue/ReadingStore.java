package org.offprint.issue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What came of reading files, kept on disk, so that a start need not read again what has not changed. A reading is
 * found by two checksums of its file's bytes (64 bits, against edits, not against forgery), the file's name, the rules and the
 * program; whatever differs in any of them, or has come to harm on the disk, is read again. Nothing is lost with the store: it may be deleted at any time while
 * the server is down.
 *
 * <p>One file of records, one behind the other: a key, the length and the checksum of what follows, the reading. New ones
 * are written at the end, so that a crash harms the last one alone. At most 512 MiB. Drafts are among the readings, so only the
 * owner may read the file, where the system knows owners; it is as trustworthy as its folder. Thread-safe; one process at a
 * time.
 */
public final class ReadingStore implements AutoCloseable {
  private static final String FILE = "offprint.readings";
  private static final String LOCK = "offprint.readings.lock";
  /** A program that writes another form of readings has another name for it. */
  private static final String FORM = "Offprint readings 2\n";

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private static final int DIGEST = 32;
  private static final int RECORD_HEADER = 2 * Long.BYTES + 2 * Integer.BYTES;
  private static final long MOST_BYTES = 1L << 29;
  /** Of so many bytes one may be of no use before the others are written anew. */
  private static final int TIDY_SHARE = 3;

  private final Path file;
  private final byte[] header;
  private final FileChannel lock;
  private final Map<Key, Place> places = new HashMap<>();
  private final Set<Key> used = new HashSet<>();
  private final Consumer<IOException> faults;
  private FileChannel records;
  private long end;
  private boolean hasFailed;

  /** Checksums of a file's bytes, and of all else that a reading goes by. */
  private record Key(long ofBytes, long ofTheRest) {}

  /** Where a reading stands. */
  private record Place(long start, int length, int checksum) {}

  private ReadingStore(Path folder, byte[] header, FileChannel lock, Consumer<IOException> faults)
      throws IOException {
    this.file = folder.resolve(FILE);
    this.header = header;
    this.lock = lock;
    this.faults = faults;
    this.records = openPrivately(file);
  }

  /**
   * Opens the store in a folder, which is made if need be.
   *
   * @param program what distinguishes one version of the program from another that may read differently
   * @param faults is told once if something cannot be kept later
   * @throws IOException if the folder cannot be written to, or another process has the store
   */
  public static ReadingStore open(Path folder, String program, Consumer<IOException> faults)
      throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!isMine(lock)) {
        throw new IOException("another process uses " + folder);
      }
      ReadingStore store =
          new ReadingStore(folder, digest(FORM + ReadingLimits.FORM + program), lock, faults);
      try {
        store.list();
      } catch (IOException e) {
        store.records.close();
        throw e;
      }
      return store;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** The files of a store are no business of others; a link is not followed. */
  private static FileChannel openPrivately(Path file) throws IOException {
    boolean knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = knowsOwners
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
        : new FileAttribute<?>[0];
    return FileChannel.open(
        file,
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS),
        attributes);
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Finds out where the readings stand; those of another program, and a half-written last one, are dropped. */
  private void list() throws IOException {
    ByteBuffer first = ByteBuffer.allocate(DIGEST);
    boolean isOurs = isRead(first, 0) && MessageDigest.isEqual(first.array(), header);
    if (!isOurs) {
      records.truncate(0);
      records.write(ByteBuffer.wrap(header), 0);
    }
    end = DIGEST;
    ByteBuffer next = ByteBuffer.allocate(RECORD_HEADER);
    while (isRead(next.clear(), end)) {
      Key key = new Key(next.getLong(), next.getLong());
      Place place = new Place(end + RECORD_HEADER, next.getInt(), next.getInt());
      if (place.length() <= 0 || place.start() + place.length() > records.size()) {
        break;
      }
      places.put(key, place);
      end = place.start() + place.length();
    }
    records.truncate(end);
  }

  /** Whether there are as many bytes as the buffer takes; it is ready to be read then. */
  private boolean isRead(ByteBuffer buffer, long from) throws IOException {
    while (buffer.hasRemaining()) {
      if (records.read(buffer, from + buffer.position()) < 0) {
        return false;
      }
    }
    buffer.flip();
    return true;
  }

  /** What was kept of a file. */
  Optional<IssueReading> find(String name, byte[] bytes, ReadingRules rules) {
    Key key = key(name, bytes, rules);
    return place(key).flatMap(this::kept).flatMap(kept -> ReadingCodec.decode(kept, name, bytes));
  }

  private synchronized Optional<Place> place(Key key) {
    used.add(key);
    return Optional.ofNullable(places.get(key));
  }

  private Optional<byte[]> kept(Place place) {
    try {
      return read(place);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What stands there; empty if it has come to harm. */
  private Optional<byte[]> read(Place place) throws IOException {
    ByteBuffer kept = ByteBuffer.allocate(place.length());
    return isRead(kept, place.start()) && Checksums.shortOf(kept.array()) == place.checksum()
        ? Optional.of(kept.array())
        : Optional.empty();
  }

  /**
   * Keeps what came of a file.
   *
   * @throws IOException if it cannot be written: the disk is full, or gone; then it is not kept
   */
  void keep(String name, byte[] bytes, ReadingRules rules, IssueReading reading)
      throws IOException {
    byte[] kept = ReadingCodec.encode(reading, bytes);
    keep(key(name, bytes, rules), kept, Checksums.shortOf(kept));
  }

  /** What is half written is written over, or cut off at the next start. */
  private synchronized void keep(Key key, byte[] kept, int checksum) throws IOException {
    if (end + RECORD_HEADER + kept.length <= MOST_BYTES) {
      places.remove(key);
      Place place = write(records, end, key, kept, checksum);
      places.put(key, place);
      end = place.start() + place.length();
    }
  }

  /** Something could not be kept. */
  synchronized void failed(IOException fault) {
    if (!hasFailed) {
      hasFailed = true;
      faults.accept(fault);
    }
  }

  private static Place write(FileChannel to, long at, Key key, byte[] kept, int checksum)
      throws IOException {
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + kept.length)
        .putLong(key.ofBytes())
        .putLong(key.ofTheRest())
        .putInt(kept.length)
        .putInt(checksum)
        .put(kept)
        .flip();
    long next = at;
    while (record.hasRemaining()) {
      next += to.write(record, next);
    }
    return new Place(at + RECORD_HEADER, kept.length, checksum);
  }

  /**
   * Drops what nothing has asked for since the start, if it is much.
   *
   * @throws IOException if the others cannot be written; the store stays as it was
   */
  public synchronized void tidy() throws IOException {
    long useful = places.entrySet().stream()
        .filter(entry -> used.contains(entry.getKey()))
        .mapToLong(entry -> RECORD_HEADER + (long) entry.getValue().length())
        .sum();
    if (end - DIGEST - useful <= useful / TIDY_SHARE) {
      return;
    }
    Path other = file.resolveSibling(FILE + ".new");
    FileChannel to = openPrivately(other);
    try {
      to.truncate(0);
      Map<Key, Place> moved = copyUsed(to);
      Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      records.close();
      records = to;
      places.clear();
      places.putAll(moved);
      end = to.size();
    } catch (IOException e) {
      to.close();
      Files.deleteIfExists(other);
      throw e;
    }
  }

  private Map<Key, Place> copyUsed(FileChannel to) throws IOException {
    Map<Key, Place> moved = new HashMap<>();
    to.write(ByteBuffer.wrap(header), 0);
    long at = DIGEST;
    for (Map.Entry<Key, Place> entry : places.entrySet()) {
      Optional<byte[]> kept =
          used.contains(entry.getKey()) ? read(entry.getValue()) : Optional.empty();
      if (kept.isPresent()) {
        Place place = write(to, at, entry.getKey(), kept.get(), entry.getValue().checksum());
        moved.put(entry.getKey(), place);
        at = place.start() + place.length();
      }
    }
    return moved;
  }

  /** Lets another process have the store; it keeps and finds nothing any more. */
  @Override
  public synchronized void close() throws IOException {
    places.clear();
    records.close();
    lock.close();
  }

  private static Key key(String name, byte[] bytes, ReadingRules rules) {
    String origin = String.join(
        "\n",
        name,
        String.valueOf(bytes.length),
        rules.zone().toString(),
        rules.issuesBase().toString(),
        String.valueOf(rules.mostBytes()));
    return new Key(Checksums.of(bytes), Checksums.of(origin.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
