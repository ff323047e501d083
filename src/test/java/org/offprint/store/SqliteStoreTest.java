package org.offprint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.push.StoreException;

/** The store in a file. */
final class SqliteStoreTest extends StoreContract {
  @TempDir
  private Path folder = Path.of("");

  private int places;

  @Override
  Place place() {
    places++;
    return Place.in(folder.resolve("data" + places));
  }

  private static void open(Path data) {
    Store.open(data, Clock.systemUTC()).close();
  }

  @Test
  void keepsItsFileForNobodyElseToRead() throws IOException {
    assertThat(PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("data1/push.sqlite"))))
        .isEqualTo("rw-------");
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("--data");
  }

  @Test
  void saysThatTheFileIsNoDatabase() throws IOException {
    Path data = Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(data.resolve("push.sqlite"), "no database ".repeat(1000));

    assertThatThrownBy(() -> open(data))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
  }
}
