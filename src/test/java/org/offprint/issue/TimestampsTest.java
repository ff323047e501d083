package org.offprint.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
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
    "2026-01-31 10:00:00 UTC,   2026-01-31T10:00:00Z",
    "2026-01-31 10:00:00 GMT,   2026-01-31T10:00:00Z"
  })
  void anOffsetIsKept(String text, String expected) {
    assertThat(Timestamps.parse(text, BERLIN)).contains(OffsetDateTime.parse(expected));
  }

  @Test
  void theFormOfJekyllIsUnderstood() {
    assertThat(Timestamps.parse("2013-09-01 12:45:10 +0100", ZoneOffset.UTC))
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
    assertThat(Timestamps.parse(text, BERLIN)).contains(OffsetDateTime.parse(expected));
  }

  @Test
  void aDateWithoutTimeIsMidnightInThePublicationsZone() {
    assertThat(Timestamps.parse("2026-07-31", BERLIN))
        .contains(OffsetDateTime.parse("2026-07-31T00:00:00+02:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31T10:00:00.999Z", "2026-01-31T10:00:00,5Z"})
  void fractionsOfASecondAreDropped(String text) {
    assertThat(Timestamps.parse(text, ZoneOffset.UTC))
        .contains(OffsetDateTime.parse("2026-01-31T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "31 January 2026",
        "01/02/2026",
        "2026",
        "2026-1-31",
        "2026-02-30",
        "2026-13-01",
        "2026-00-10",
        "2026-01-31T24:30:00Z",
        "2026-01-31T10:60:00Z",
        "2026-01-31T10:00:61Z",
        "2026-01-31T10:00:00+25:00",
        "2026-01-31T10:00:00 CET",
        "2026-01-31 and more",
        "٢٠٢٦-٠١-٣١"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(Timestamps.parse(text, ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void aTimeThatTheClocksSkipIsMovedPastTheGap() {
    assertThat(Timestamps.parse("2026-03-29T02:30:00", BERLIN))
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
          BERLIN, URI.create("https://example.org/"), 1000, Given.RULES.headings());
      IssueReading reading =
          new IssueReader(rules).read("2026-07-31-a.md", "---\ntitle: A\n---\n".getBytes(UTF_8));

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
    void thatCannotBeIsAProblemEvenIfTheFileNameHasOne(String value) {
      IssueReading reading =
          Given.file("2026-01-31-a.md", "---\ntitle: A\ndate: " + value + "\n---\n");

      assertThat(reading.issue()).isEmpty();
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
