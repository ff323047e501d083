package org.offprint.publication;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** A file that an issue refers to, checked and open. To be closed. Any thread may use it, one at a time. */
public final class OpenFile implements AutoCloseable {
  private final Path real;
  private final Folder.FileStamp stamp;
  private final FileChannel channel;

  private OpenFile(Path real, Folder.FileStamp stamp, FileChannel channel) {
    this.real = real;
    this.stamp = stamp;
    this.channel = channel;
  }

  static OpenFile of(MediaFolders.Place place) throws IOException {
    return new OpenFile(
        place.real(),
        place.stamp(),
        FileChannel.open(place.real(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  /** A state of a file, which another content changes. */
  public record State(Path file, Folder.FileStamp stamp) {
    /** Returns true if the last change is longer ago than a time, by a clock that says {@code now}. */
    public boolean isOlderThan(Instant now, Duration time) {
      return Stream.of(stamp.modified(), stamp.changed())
          .allMatch(change -> change.toInstant().plus(time).isBefore(now));
    }
  }

  /** Returns its state when it was opened. */
  public State state() {
    return new State(real, stamp);
  }

  /** Returns the number of bytes. */
  public int size() {
    return Math.toIntExact(stamp.size());
  }

  /** Reads bytes from a position on; returns their number, -1 at the end. */
  public int read(ByteBuffer buffer, long position) throws IOException {
    return channel.read(buffer, position);
  }

  /** Returns true if nobody has written into it since it was opened. Another file in its place does not touch it. */
  public boolean isUntouched() throws IOException {
    try {
      Folder.FileStamp now = Folder.FileStamp.of(real, LinkOption.NOFOLLOW_LINKS);
      return now.equals(stamp)
          || (!now.identity().isEmpty() && !now.identity().equals(stamp.identity()));
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing has been written.
    }
  }
}
