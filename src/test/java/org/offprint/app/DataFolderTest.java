package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** The kept readings by name, each with the number of its file, which changes when it is written again. */
  private Map<String, Object> readings() throws IOException {
    Map<String, Object> readings = new TreeMap<>();
    for (Path file : GoldenCase.list(data.resolve("readings"))) {
      readings.put(file.getFileName().toString(), Files.getAttribute(file, "unix:ino"));
    }
    return readings;
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
    assertThat(load(given, open()).issues()).isEqualTo(read.issues());
    Map<String, Object> kept = readings();
    Publication again = load(given, open());

    assertThat(again.issues()).isEqualTo(read.issues());
    assertThat(again.problems()).isEqualTo(read.problems());
    assertThat(readings()).isEqualTo(kept);
  }

  @Test
  void otherJarReadsAgain() throws IOException {
    GoldenCase given = GoldenCase.all().findFirst().orElseThrow();
    load(given, open());
    Map<String, Object> kept = readings();
    writeJar("two");
    DataFolder second = open();

    load(given, second);
    second.tidy();

    assertThat(readings())
        .hasSameSizeAs(kept)
        .doesNotContainKeys(kept.keySet().toArray(String[]::new));
  }

  @Test
  void sameJarWrittenAnewReadsNothingAgain() throws IOException {
    GoldenCase given = GoldenCase.all().findFirst().orElseThrow();
    load(given, open());
    Map<String, Object> kept = readings();
    writeJar("one");
    load(given, open());
    assertThat(readings()).isNotEmpty().isEqualTo(kept);
  }

  @Test
  void jarThatIsGoneKeepsNothing() throws IOException {
    Files.delete(jar);
    assertThat(open().readings()).isEmpty();
  }

  @Test
  void programThatIsNoJarKeepsFeedsAlone() {
    String classes = jar + File.pathSeparator + folder;

    DataFolder feedsAlone = DataFolder.open(Optional.of(data), classes);
    assertThat(feedsAlone.readings()).isEmpty();
    assertThat(feedsAlone.keepsFeeds()).isTrue();
  }

  @Test
  void withoutAFolderNothingIsKept() {
    assertThat(DataFolder.open(Optional.empty(), jar.toString()).readings()).isEmpty();
  }

  @Test
  void folderThatCannotBeWrittenToIsDoneWithout() throws IOException {
    Files.writeString(data, "a file");

    DataFolder none = open();
    assertThat(none.readings()).isEmpty();
    assertThat(none.keepsFeeds()).isFalse();
    assertThat(data).hasContent("a file");
  }
}
