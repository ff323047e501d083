package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who opens the address of a feed in a browser is no feed reader. */
final class NavigationTest extends ServedTest {
  private static final String DOCUMENT = "Sec-Fetch-Dest: document";
  private static final String NAVIGATE = "Sec-Fetch-Mode: navigate";

  @ParameterizedTest
  @CsvSource({
    "/feed.atom, /",
    "/feed.xml, /",
    "/feed/items.json, /",
    "/sections/tools.rss, /sections/tools",
    "/sections/tools/archive/1.atom, /sections/tools",
    "/except/tools.atom, /except/tools"
  })
  void personGetsThePageOfTheFeed(String feed, String page) {
    RawResponse answer = served.get(feed, DOCUMENT, NAVIGATE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.body()).isEqualTo(served.get(page).body());
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.header("Vary")).contains("Sec-Fetch-Dest");
    assertThat(answer.find("ETag")).isEmpty();
  }

  @Test
  void feedSaysThatItIsNotForEverybody() {
    assertThat(served.get("/feed.atom").header("Vary")).contains("Sec-Fetch-Dest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: text/html",
        DOCUMENT,
        NAVIGATE,
        "Sec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors",
        "Sec-Fetch-Dest: iframe\r\nSec-Fetch-Mode: navigate",
        "User-Agent: Mozilla/5.0\r\nAccept: text/html,application/xhtml+xml"
      })
  void everybodyElseGetsTheFeed(String headers) {
    assertThat(served.get("/feed.atom", headers).contentType())
        .isEqualTo("application/atom+xml; charset=utf-8");
  }

  @Test
  void unknownFeedIsMissingForAPersonToo() {
    assertThat(served.get("/sections/unknown.atom", DOCUMENT, NAVIGATE).status())
        .isEqualTo(404);
  }

  @Test
  void headTellsAPersonOfThePage() {
    assertThat(served.head("/feed.atom", DOCUMENT, NAVIGATE).contentType())
        .isEqualTo("text/html; charset=utf-8");
  }
}
