package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;

final class DataFolderTest {
  private final Path folder;
  private final Path data;
  private final Path jar;

  DataFolderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.jar = folder.resolve("offprint.jar");
    writeJar("one");
  }

  private void writeJar(String code) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      ZipEntry entry = new ZipEntry("org/offprint/app/Main.class");
      // As the build has it: the same sources give the same bytes.
      entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      zip.write(code.getBytes(StandardCharsets.UTF_8));
    }
  }

  private DataFolder open() {
    return DataFolder.open(Optional.of(data), jar.toString());
  }

  private static Publication load(GoldenCase given, DataFolder folder) {
    return GoldenCase.load(
        new PublicationLoader(given.issues(), folder.readings()), given.issues());
  }

  static Stream<GoldenCase> newsletters() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void newsletterIsTheSameFromWhatWasKept(GoldenCase given) throws IOException {
    Publication read = GoldenCase.load(new PublicationLoader(given.issues()), given.issues());
    try (DataFolder first = open()) {
      assertThat(load(given, first).issues()).isEqualTo(read.issues());
    }
    byte[] kept = Files.readAllBytes(data.resolve("offprint.readings"));
    try (DataFolder second = open()) {
      Publication again = load(given, second);

      assertThat(again.issues()).isEqualTo(read.issues());
      assertThat(again.problems()).isEqualTo(read.problems());
    }
    assertThat(data.resolve("offprint.readings")).hasBinaryContent(kept);
  }

  @Test
  void otherJarReadsAgain() throws IOException {
    GoldenCase given = GoldenCase.all().findFirst().orElseThrow();
    try (DataFolder first = open()) {
      load(given, first);
    }
    writeJar("two");
    try (DataFolder second = open()) {
      assertThat(data.resolve("offprint.readings")).hasSize(32);
      load(given, second);
    }
    assertThat(Files.size(data.resolve("offprint.readings"))).isGreaterThan(32);
  }

  @Test
  void sameJarWrittenAnewReadsNothingAgain() throws IOException {
    GoldenCase given = GoldenCase.all().findFirst().orElseThrow();
    try (DataFolder first = open()) {
      load(given, first);
    }
    byte[] kept = Files.readAllBytes(data.resolve("offprint.readings"));
    writeJar("one");
    try (DataFolder second = open()) {
      load(given, second);
    }
    assertThat(data.resolve("offprint.readings")).hasBinaryContent(kept);
  }

  @Test
  void jarThatIsGoneKeepsNothing() throws IOException {
    Files.delete(jar);
    try (DataFolder none = open()) {
      assertThat(none.readings()).isEmpty();
    }
  }

  @Test
  void programThatIsNoJarKeepsFeedsAlone() {
    String classes = jar + File.pathSeparator + folder;

    try (DataFolder feedsAlone = DataFolder.open(Optional.of(data), classes)) {
      assertThat(feedsAlone.readings()).isEmpty();
      assertThat(feedsAlone.keepsFeeds()).isTrue();
    }
  }

  @Test
  void withoutAFolderNothingIsKept() {
    try (DataFolder none = DataFolder.open(Optional.empty(), jar.toString())) {
      assertThat(none.readings()).isEmpty();
    }
  }

  @Test
  void folderThatCannotBeWrittenToIsDoneWithout() throws IOException {
    Files.writeString(data, "a file");

    try (DataFolder none = open()) {
      assertThat(none.readings()).isEmpty();
      assertThat(none.keepsFeeds()).isFalse();
    }
    assertThat(data).hasContent("a file");
  }

  @Test
  void folderOfAnotherServerIsDoneWithout() {
    try (DataFolder first = open();
        DataFolder second = open()) {
      assertThat(first.readings()).isPresent();
      assertThat(second.readings()).isEmpty();
    }
  }
}
