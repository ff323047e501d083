package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDateTest {
  private static final Instant NOW = Instant.parse("2026-06-07T10:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "  Sun, 06 Nov 1994 08:49:37 GMT ",
        "sun, 06 nov 1994 08:49:37 gmt",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 -0000",
        "Sun, 06 Nov 1994 09:49:37 +0100"
      })
  void readsEveryFormThatRecipientsMustUnderstand(String text) {
    assertThat(HttpDate.parse(text, NOW))
        .contains(new HttpDate(Instant.parse("1994-11-06T08:49:37Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "0",
        "-1",
        "Sun",
        "yesterday",
        "2026-06-07T10:00:00Z",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Wed, 31 Jun 2026 10:00:00 GMT",
        "Sun, 99 Jun 2030 10:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 31-Jun-26 10:00:00 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 CET",
        "Son, 06 Nov 1994 08:49:37 GMT",
        "Sun Jun 31 10:00:00 2026",
        "Sun Nov  6 08:49:37 94",
        "Sun Nov  6 08:49:37 1994 GMT"
      })
  void readsNothingElse(String text) {
    assertThat(HttpDate.parse(text, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "26, 2026-06-07T10:00:00Z",
    "27, 2027-06-07T10:00:00Z",
    "76, 2076-06-07T10:00:00Z",
    "77, 1977-06-07T10:00:00Z",
    "99, 1999-06-07T10:00:00Z",
    "00, 2000-06-07T10:00:00Z",
  })
  void yearOfTwoDigitsIsNotMoreThanFiftyYearsAhead(String year, Instant moment) {
    assertThat(HttpDate.parse("Sunday, 07-Jun-" + year + " 10:00:00 GMT", NOW))
        .contains(new HttpDate(moment));
  }

  @Test
  void secondThatIsMoreThanFiftyYearsAheadIsPast() {
    assertThat(HttpDate.parse("Friday, 07-Jun-76 10:00:01 GMT", NOW))
        .contains(new HttpDate(Instant.parse("1976-06-07T10:00:01Z")));
  }

  @Test
  void centuryFollowsTheClock() {
    Instant later = Instant.parse("2090-01-01T00:00:00Z");

    assertThat(HttpDate.parse("Sunday, 07-Jun-26 10:00:00 GMT", later))
        .contains(new HttpDate(Instant.parse("2126-06-07T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1994-11-06T08:49:37Z | Sun, 06 Nov 1994 08:49:37 GMT",
        "2026-09-01T00:00:00.999Z | Tue, 01 Sep 2026 00:00:00 GMT",
        "2026-05-31T23:59:59Z | Sun, 31 May 2026 23:59:59 GMT"
      })
  void isWrittenInTheFormOfToday(Instant moment, String text) {
    assertThat(new HttpDate(moment)).hasToString(text);
  }

  @Test
  void whatIsWrittenIsRead() {
    for (int month = 1; month <= 12; month++) {
      HttpDate date = new HttpDate(Instant.parse("2026-%02d-07T01:02:03Z".formatted(month)));

      assertThat(HttpDate.parse(date.toString(), NOW)).contains(date);
    }
  }
}
