package org.offprint.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.offprint.publication.OpenFile;

/** A file that an issue brings with it, open, with its media type and validator. To be closed. */
public final class SiteFile implements AutoCloseable {
  private final OpenFile file;
  private final String mediaType;
  private final String tag;

  SiteFile(OpenFile file, String mediaType, String tag) {
    this.file = file;
    this.mediaType = mediaType;
    this.tag = tag;
  }

  /** Returns its content type. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the opaque part of its ETag: the same bytes have the same on every machine. */
  public String tag() {
    return tag;
  }

  /** Returns the number of bytes. */
  public int size() {
    return file.size();
  }

  /** Returns some of its bytes. */
  public Part part(int first, int length) {
    return new Part(first, length);
  }

  @Override
  public void close() {
    file.close();
  }

  /** Some bytes of the file, read in order. Never gives the last ones if they are not those of the tag. For one thread at a time. */
  public final class Part {
    private final MessageDigest digest = ContentTag.digest();
    private final boolean isWhole;
    private final int end;
    private int position;

    private Part(int first, int length) {
      this.position = first;
      this.end = first + length;
      this.isWhole = length == size();
    }

    /** Returns the number of bytes that have not been read. */
    public int remaining() {
      return end - position;
    }

    /**
     * Fills a buffer, as far as there are bytes.
     *
     * @throws IOException if the file cannot be read, or has changed since it was opened
     */
    public void read(ByteBuffer buffer) throws IOException {
      int start = buffer.position();
      buffer.limit(Math.min(buffer.capacity(), start + remaining()));
      while (buffer.hasRemaining()) {
        int read = file.read(buffer, position);
        if (read < 0) {
          throw new IOException("the file has become shorter");
        }
        position += read;
      }
      digest.update(buffer.duplicate().flip().position(start));
      if (remaining() == 0 && !isAsBefore()) {
        throw new IOException("the file has changed");
      }
    }

    /** A part has no tag of its own. */
    private boolean isAsBefore() throws IOException {
      return isWhole ? ContentTag.of(digest).equals(tag) : file.isUntouched();
    }
  }
}
