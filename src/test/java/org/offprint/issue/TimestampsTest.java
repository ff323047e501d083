package org.offprint.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T10:00:00+05:30, 2026-01-31T10:00:00+05:30",
    "2026-01-31T10:00:00-08:00, 2026-01-31T10:00:00-08:00",
    "2026-01-31T10:00:00+0100,  2026-01-31T10:00:00+01:00",
    "2026-01-31T10:00:00+01,    2026-01-31T10:00:00+01:00",
    "2026-01-31T10:00:00Z,      2026-01-31T10:00:00Z",
    "2026-01-31t10:00:00z,      2026-01-31T10:00:00Z",
    "Saturday 31 January 2026 10:00 UTC, 2026-01-31T10:00:00Z",
    "2026-Jan-31 10:00 UTC, 2026-01-31T10:00:00Z",
    "2026-01-31 10:00 UTC (Saturday), 2026-01-31T10:00:00Z",
    "Sat Jan 31 2026 10:00:00 GMT+0100 (Central European Standard Time), 2026-01-31T10:00:00+01:00",
    "2026-01-31 10:00:00 UTC,   2026-01-31T10:00:00Z",
    "2026-01-31 10:00:00 GMT,   2026-01-31T10:00:00Z"
  })
  void anOffsetIsKept(String text, String expected) {
    assertThat(Timestamps.parse(text, DateRules.of(BERLIN)))
        .contains(OffsetDateTime.parse(expected));
  }

  @Test
  void theFormOfJekyllIsUnderstood() {
    assertThat(Timestamps.parse("2013-09-01 12:45:10 +0100", DateRules.of(ZoneOffset.UTC)))
        .contains(OffsetDateTime.parse("2013-09-01T12:45:10+01:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T10:00:00, 2026-01-31T10:00:00+01:00",
    "2026-07-31T10:00:00, 2026-07-31T10:00:00+02:00",
    "2026-07-31 10:00,    2026-07-31T10:00:00+02:00",
    "2026-07-31 9:05,     2026-07-31T09:05:00+02:00"
  })
  void withoutOffsetItIsInThePublicationsZone(String text, String expected) {
    assertThat(Timestamps.parse(text, DateRules.of(BERLIN)))
        .contains(OffsetDateTime.parse(expected));
  }

  @Test
  void aDateWithoutTimeIsMidnightInThePublicationsZone() {
    assertThat(Timestamps.parse("2026-07-31", DateRules.of(BERLIN)))
        .contains(OffsetDateTime.parse("2026-07-31T00:00:00+02:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31T10:00:00.999Z", "2026-01-31T10:00:00,5Z"})
  void fractionsOfASecondAreDropped(String text) {
    assertThat(Timestamps.parse(text, DateRules.of(ZoneOffset.UTC)))
        .contains(OffsetDateTime.parse("2026-01-31T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "01/02/2026",
        "13/13/2026",
        "32 January 2026",
        "5 Marchember 2026",
        "2026-01-31 13:00 PM",
        "2026-01-31 10:00 XYZ",
        "2026",
        "2026-02-30",
        "2026-13-01",
        "2026-00-10",
        "2026-01-31T24:30:00Z",
        "2026-01-31T10:60:00Z",
        "2026-01-31T10:00:61Z",
        "2026-01-31T10:00:00+25:00",
        "2026-01-31 and more",
        "٢٠٢٦-٠١-٣١"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(Timestamps.parse(text, DateRules.of(ZoneOffset.UTC))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          2026/01/05 | 2026-01-05T00:00Z
          2026-1-5 | 2026-01-05T00:00Z
          2026.01.05 | 2026-01-05T00:00Z
          20260105 | 2026-01-05T00:00Z
          05.01.2026 | 2026-01-05T00:00Z
          2026年1月5日 | 2026-01-05T00:00Z
          5 January 2026 | 2026-01-05T00:00Z
          5th of January, 2026 | 2026-01-05T00:00Z
          Jan 5, 2026 | 2026-01-05T00:00Z
          Sept. 5, 2026 | 2026-09-05T00:00Z
          January 5th, 2026 | 2026-01-05T00:00Z
          5-Jan-2026 | 2026-01-05T00:00Z
          07-19-2022 | 2022-07-19T00:00Z
          19/07/2022 | 2022-07-19T00:00Z
          05-05-2026 | 2026-05-05T00:00Z
          Mon, 05 Jan 2026 10:00:00 +0100 | 2026-01-05T10:00+01:00
          2026-01-5 09:00:00 +0100 | 2026-01-05T09:00+01:00
          2026-01-05 10:00 PM | 2026-01-05T22:00Z
          2026-01-05 12:30 a.m. | 2026-01-05T00:30Z
          2026-01-05 10:00:00 -0800 PST | 2026-01-05T10:00-08:00
          2026-01-05 10:00:00 Europe/Paris | 2026-01-05T10:00+01:00
          2026-01-05 10:00:00 CET | 2026-01-05T10:00+01:00
          Jan 5, 2026 at 10:00 | 2026-01-05T10:00Z
          """)
  void formsThatPeopleWriteAreUnderstood(String text, String moment) {
    assertThat(Timestamps.parse(text, DateRules.of(ZoneOffset.UTC)))
        .contains(OffsetDateTime.parse(moment));
  }

  @ParameterizedTest
  @CsvSource({
    "5. März 2026, de, 2026-03-05",
    "5 de enero de 2026, es, 2026-01-05",
    "5 janvier 2026, fr, 2026-01-05"
  })
  void monthsHaveTheirNamesInTheNewslettersLanguage(String text, String language, LocalDate day) {
    DateRules rules = new DateRules(
        ZoneOffset.UTC, LocalTime.MIDNIGHT, DateRules.Order.UNKNOWN, language, DateSources.NONE);

    assertThat(Timestamps.parse(text, rules).map(OffsetDateTime::toLocalDate)).contains(day);
  }

  @ParameterizedTest
  @CsvSource({"MDY, 2022-07-05", "DMY, 2022-05-07"})
  void theOrderOfDayAndMonthMayBeSet(DateRules.Order order, LocalDate day) {
    DateRules rules =
        new DateRules(ZoneOffset.UTC, LocalTime.of(7, 0), order, "en", DateSources.NONE);

    assertThat(Timestamps.parse("07-05-2022", rules))
        .contains(day.atTime(7, 0).atOffset(ZoneOffset.UTC));
    assertThat(Timestamps.remedy("07-05-2022", DateRules.of(ZoneOffset.UTC)))
        .contains("date-order: mdy");
  }

  @Test
  void aTimeThatTheClocksSkipIsMovedPastTheGap() {
    assertThat(Timestamps.parse("2026-03-29T02:30:00", DateRules.of(BERLIN)))
        .contains(OffsetDateTime.parse("2026-03-29T03:30:00+02:00"));
  }

  @Nested
  final class DateOfAnIssue {
    private static Optional<OffsetDateTime> dateOf(String name, String line) {
      return Given.file(name, "---\ntitle: A\n" + line + "---\n").issue().map(Issue::date);
    }

    @Test
    void isItsFrontMatters() {
      assertThat(dateOf("2020-01-01-a.md", "date: 2026-01-31T10:00:00-05:00\n"))
          .contains(OffsetDateTime.parse("2026-01-31T10:00:00-05:00"));
    }

    @Test
    void mayStandInQuotes() {
      assertThat(dateOf("a.md", "date: \"2026-01-31 10:00:00 +0100\"\n"))
          .contains(OffsetDateTime.parse("2026-01-31T10:00:00+01:00"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-01-31-a.md",
          "2026-01-31.md",
          "2026/2026-01-31-a.markdown",
          "2026-01-31_a.txt",
          "2026-01-31 a.md",
          "2026-01-31-a/index.md",
          "2026-01-31/index.md"
        })
    void isThatOfTheFileNameWhereFrontMatterHasNone(String name) {
      assertThat(dateOf(name, "")).contains(OffsetDateTime.parse("2026-01-31T00:00:00Z"));
    }

    @Test
    void isInThePublicationsZoneWhenTakenFromTheFileName() {
      ReadingRules rules = new ReadingRules(
          SourceRules.of(BERLIN),
          URI.create("https://example.org/"),
          1000,
          Given.RULES.headings(),
          new TreeMap<>());
      IssueReading reading = new IssueReader(rules)
          .read("2026-07-31-a.md", "---\ntitle: A\n---\n".getBytes(UTF_8), Surroundings.NONE);

      assertThat(reading.issue().map(Issue::date))
          .contains(OffsetDateTime.parse("2026-07-31T00:00:00+02:00"));
    }

    @Test
    void isRequired() {
      IssueReading reading = Given.frontMatter("title: A\n");

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.message()).contains("date is missing").contains("2026-01-31");
      });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-02-30", "[2026-01-31]"})
    void thatCannotBeIsAWarningIfTheFileNameHasOne(String value) {
      IssueReading reading =
          Given.file("2026-01-31-a.md", "---\ntitle: A\ndate: " + value + "\n---\n");

      assertThat(reading.issue().map(Issue::date))
          .contains(OffsetDateTime.parse("2026-01-31T00:00:00Z"));
      assertThat(reading.problems()).noneMatch(Problem::isError);
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.message()).contains("is no date for \"date\"");
      });
    }

    @Test
    void impossibleInTheFileNameIsAMissingDate() {
      IssueReading reading = Given.file("2026-02-30-a.md", "---\ntitle: A\n---\n");

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems())
          .extracting(Problem::message)
          .allMatch(message -> message.contains("date is missing"));
    }

    @Test
    void ofTheLastChangeThatIsWrongIsReportedUnderItsOwnKeyAndKeepsNothingBack() {
      IssueReading reading = Given.frontMatter("title: A\ndate: 2026-01-31\nlastmod: later\n");

      assertThat(reading.issue().orElseThrow().updated()).isEmpty();
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.message()).contains("\"later\" is no date for \"lastmod\"");
      });
    }
  }
}
