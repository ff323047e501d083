package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Divides entries into archive documents. */
final class ArchiveTest {
  @ParameterizedTest
  @CsvSource({
    "ISSUES, 0, 1",
    "ISSUES, 1, 1",
    "ISSUES, 49, 1",
    "ISSUES, 50, 2",
    "ISSUES, 51, 2",
    "ISSUES, 100, 3",
    "ITEMS, 0, 1",
    "ITEMS, 249, 1",
    "ITEMS, 250, 2",
    "ITEMS, 500, 3",
    "ITEMS, 501, 3"
  })
  void hasADocumentBeyondTheLastFullOne(Lens lens, int entries, int documents) {
    Archive archive = new Archive(entries, lens);

    assertThat(archive.has(0)).isFalse();
    assertThat(archive.has(1)).isTrue();
    assertThat(archive.has(documents)).isTrue();
    assertThat(archive.has(documents + 1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "49, 1", "50, 1", "51, 2", "100, 2", "101, 3"})
  void newestWithAnEntryIsNeverAnEmptyOne(int entries, int newest) {
    Archive archive = new Archive(entries, Lens.ISSUES);

    assertThat(archive.newest()).isEqualTo(newest);
    assertThat(archive.end(newest) - archive.start(newest)).isPositive();
  }

  @Test
  void countsFromTheOldest() {
    Archive archive = new Archive(120, Lens.ISSUES);

    assertThat(archive.start(1)).isEqualTo(70);
    assertThat(archive.end(1)).isEqualTo(120);
    assertThat(archive.start(2)).isEqualTo(20);
    assertThat(archive.end(2)).isEqualTo(70);
    assertThat(archive.start(3)).isZero();
    assertThat(archive.end(3)).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void ofNothingIsOneEmptyDocument(Lens lens) {
    Archive archive = new Archive(0, lens);

    assertThat(archive.start(1)).isZero();
    assertThat(archive.end(1)).isZero();
    assertThat(archive.place(1))
        .isEqualTo(new DocumentPlace(Optional.of(1), Optional.empty(), Optional.empty()));
  }

  @Test
  void fullDocumentNamesItsSuccessorFromTheFirst() {
    assertThat(new Archive(50, Lens.ISSUES).place(1).newer()).contains(2);
    assertThat(new Archive(49, Lens.ISSUES).place(1).newer()).isEmpty();
  }
}
