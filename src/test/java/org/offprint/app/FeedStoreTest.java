package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedStoreTest {
  private static final byte[] FEEDS = {1, 2, 3};

  @TempDir
  private Path folder = Path.of("");

  private FeedStore store() {
    return new FeedStore(folder, "program");
  }

  private Path file() {
    return folder.resolve(FeedStore.FILE);
  }

  @BeforeEach
  void keep() throws IOException {
    assertThat(store().find("name")).isEmpty();
    store().keep("name", FEEDS);
  }

  @Test
  void nextStartFindsWhatWasKept() {
    assertThat(store().find("name")).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(FEEDS));
  }

  @Test
  void tellsWhetherThisProgramHasKeptAny() throws IOException {
    assertThat(store().hasAny()).isTrue();
    assertThat(new FeedStore(folder, "another").hasAny()).isFalse();
    assertThat(new FeedStore(folder, "progra").hasAny()).isFalse();

    Files.write(file(), new byte[1]);
    assertThat(store().hasAny()).isFalse();
    Files.delete(file());
    assertThat(store().hasAny()).isFalse();
  }

  @Test
  void lastKeptIsTheOnlyOne() throws IOException {
    store().keep("another", new byte[0]);

    assertThat(store().find("another"))
        .hasValueSatisfying(kept -> assertThat(kept).isEmpty());
    assertThat(store().find("name")).isEmpty();
  }

  @Test
  void underAnotherNameThereIsNothing() {
    assertThat(store().find("nam")).isEmpty();
    assertThat(store().find("name ")).isEmpty();
    assertThat(store().find("Name")).isEmpty();
    assertThat(new FeedStore(folder, "another").find("name")).isEmpty();
  }

  @Test
  void whatHasComeToHarmIsNotFound() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    for (int i = 0; i < whole.length; i++) {
      byte[] harmed = whole.clone();
      harmed[i] ^= 0x10;
      Files.write(file(), harmed);
      assertThat(store().find("name")).as("byte %d is another", i).isEmpty();
      Files.write(file(), Arrays.copyOf(whole, i));
      assertThat(store().find("name")).as("cut off after %d", i).isEmpty();
    }
  }

  @Test
  void folderInItsPlaceHoldsNothing() throws IOException {
    Files.delete(file());
    Files.createDirectories(file().resolve("below"));

    assertThat(store().find("name")).isEmpty();
    assertThatThrownBy(() -> store().keep("name", FEEDS)).isInstanceOf(IOException.class);
  }
}
