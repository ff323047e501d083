package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Divides entries into archive documents. */
final class ArchiveTest {
  private static final int LARGE = (int) Archive.MOST_BYTES * 2 / 5;

  private static Archive of(int entries, Lens lens) {
    return Archive.of(List.of(new Archive.IssueSize(entries, 1)), lens);
  }

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
    Archive archive = of(entries, lens);

    assertThat(archive.has(0)).isFalse();
    assertThat(archive.has(1)).isTrue();
    assertThat(archive.has(documents)).isTrue();
    assertThat(archive.has(documents + 1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "49, 1", "50, 1", "51, 2", "100, 2", "101, 3"})
  void newestWithAnEntryIsNeverAnEmptyOne(int entries, int newest) {
    Archive archive = of(entries, Lens.ISSUES);

    assertThat(archive.newest()).isEqualTo(newest);
    assertThat(archive.end(newest) - archive.start(newest)).isPositive();
  }

  @Test
  void countsFromTheOldest() {
    Archive archive = of(120, Lens.ISSUES);

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
    Archive archive = of(0, lens);

    assertThat(archive.start(1)).isZero();
    assertThat(archive.end(1)).isZero();
    assertThat(archive.place(1))
        .isEqualTo(
            new FeedDocument.DocumentPlace(Optional.of(1), Optional.empty(), Optional.empty()));
  }

  @Test
  void fullDocumentNamesItsSuccessorFromTheFirst() {
    assertThat(of(50, Lens.ISSUES).place(1).newer()).contains(2);
    assertThat(of(49, Lens.ISSUES).place(1).newer()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void largeEntriesFillADocumentEarlier(Lens lens) {
    Archive archive = Archive.of(List.of(new Archive.IssueSize(5, LARGE)), lens);

    assertThat(archive.ends()).containsExactly(2, 4);
    assertThat(archive.count()).isEqualTo(3);
    assertThat(archive.newest()).isEqualTo(3);
    assertThat(archive.start(1)).isEqualTo(3);
    assertThat(archive.end(3)).isEqualTo(1);
  }

  @Test
  void entryAboveTheLimitHasADocumentOfItsOwn() {
    Archive.IssueSize small = new Archive.IssueSize(1, 1);
    Archive.IssueSize huge = new Archive.IssueSize(1, Archive.MOST_BYTES + 1);

    assertThat(Archive.of(List.of(huge, huge, small, small, huge), Lens.ISSUES).ends())
        .containsExactly(1, 2, 4);
  }

  @Test
  void newerEntriesMoveNoBorder() {
    List<Archive.IssueSize> issues = new ArrayList<>();
    List<Integer> before = List.of();
    for (int i = 0; i < 300; i++) {
      issues.add(new Archive.IssueSize(i % 4, i * 7919L % Archive.MOST_BYTES));
      Archive archive = Archive.of(issues, Lens.ITEMS);
      assertThat(archive.ends().subList(0, before.size())).isEqualTo(before);
      before = archive.ends();
    }
    assertThat(before).hasSizeGreaterThan(10);
  }
}
