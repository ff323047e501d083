package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths of issue files with a date, and without. */
final class DatedNameTest {
  private static DatedName named(String file) {
    return DatedName.of(file, DateRules.of(ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "2016-07-04-knots.md,              2016-07-04, knots",
    "2016-7-4-knots.md,                2016-07-04, knots",
    "2025-11-01-.NET.md,               2025-11-01, .NET",
    "2016-07-04.md,                    2016-07-04, 2016-07-04",
    "2015.10.21.md,                    2015-10-21, 2015.10.21",
    "20160704_knots.md,                2016-07-04, knots",
    "2016-07-04-12.md,                 2016-07-04, 12",
    "2021-02.md,                       2021-02-01, 2021-02",
    "2021-02-knots.md,                 2021-02-01, knots",
    "2023-W46.md,                      2023-11-13, 2023-W46",
    "2023/2023-W46/index.md,           2023-11-13, 2023-W46",
    "2025/07/08.md,                    2025-07-08, 2025-07-08",
    "2025/07/08-knots.md,              2025-07-08, knots",
    "2022/Aug/08.md,                   2022-08-08, 2022-08-08",
    "2022/08/15/index.md,              2022-08-15, 2022-08-15",
    "2023-10-11_Ropes/README.md,       2023-10-11, Ropes",
    "2023-10-11/ropes.md,              2023-10-11, ropes",
    "letters/knots-2016-07-04.md,      2016-07-04, knots-2016-07-04"
  })
  void tellTheDateAndTheNameThatIsLeft(String file, LocalDate date, String name) {
    assertThat(named(file)).isEqualTo(new DatedName(Optional.of(date), Optional.empty(), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "knots.md",
        "12.md",
        "issue-12.md",
        "2026-02-30-a.md",
        "2026-13-a.md",
        "README.md",
        "1999.md",
        "12345678.md"
      })
  void mayHaveNone(String file) {
    assertThat(named(file).date()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          Harbour Weekly 273 | a | 273
          Harbour News Edition 100 (June 30th, 2026) | a | 100
          港口周刊（第 300 期）：绳结 | a | 300
          Issue 12 | a | 12
          Harbour No. 12 | a | 12
          100 / Here they come | a | 100
          Harbour #12 | a | 12
          Week 411 | a | 411
          Knots | issue-012 | 12
          Knots | Week411 | 411
          Knots | 12 | 12
          Knots | No. 12 | 12
          Knots | Harbour #12 knots | 12
          Knots | 第300期 | 300
          """)
  void orTheTitleTellTheNumber(String title, String name, String number) {
    assertThat(IssueNumber.of(title, name)).contains(number);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          The best of 2025 | knots
          Java 17.0.2 is out | knots
          What happened in 2025 | 2025
          Knots and 5 ropes | knots-2016-07-04
          """)
  void mayTellNoNumber(String title, String name) {
    assertThat(IssueNumber.of(title, name)).isEmpty();
  }
}
