package org.offprint.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.offprint.issue.FileType;
import org.offprint.publication.OpenFile;
import org.offprint.publication.Publication;

/** Opens the files that issues bring with them. Caches their tags from one site to the next. Thread-safe. */
final class LocalFiles {
  private static final int MOST_TAGS = 10_000;
  private static final int CHUNK = 1 << 16;

  /** A write within that time after the last one may not change the times of a file. */
  private static final Duration UNSETTLED = Duration.ofSeconds(2);

  private final Publication publication;
  private final Supplier<Instant> now;
  private final Cache<OpenFile.State, Tag> tags;

  /** A tag, which is computed again if the file had just been written. */
  private record Tag(String value, boolean isSettled) {}

  LocalFiles(Publication publication, Supplier<Instant> now, Optional<LocalFiles> earlier) {
    this.publication = publication;
    this.now = now;
    this.tags = earlier
        .map(last -> last.tags)
        .orElseGet(() ->
            Caffeine.newBuilder().maximumSize(MOST_TAGS).executor(Runnable::run).build());
  }

  Optional<SiteFile> find(String path) {
    return publication.files().open(path).flatMap(file -> tagged(path, file));
  }

  private Optional<SiteFile> tagged(String path, OpenFile file) {
    try {
      return Optional.of(new SiteFile(file, FileType.of(path).orElseThrow(), tag(file)));
    } catch (IOException | UncheckedIOException e) {
      // It cannot be read, or is just being written.
      file.close();
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  /** Of many that ask at once, one reads the file. */
  private String tag(OpenFile file) throws IOException {
    boolean isSettled = file.state().isOlderThan(now.get(), UNSETTLED);
    Tag known = tags.getIfPresent(file.state());
    if (known == null || (isSettled && !known.isSettled())) {
      known = tags.asMap()
          .compute(
              file.state(),
              (state, last) -> last != null && (last.isSettled() || !isSettled)
                  ? last
                  : new Tag(computed(file), isSettled));
    }
    if (!file.isUntouched()) {
      throw new IOException("the file has changed");
    }
    return known.value();
  }

  private static String computed(OpenFile file) {
    MessageDigest digest = ContentTag.digest();
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    long position = 0;
    try {
      for (int read = file.read(buffer, 0); read >= 0; read = file.read(buffer, position)) {
        position += read;
        digest.update(buffer.flip());
        buffer.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ContentTag.of(digest);
  }
}
