package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.http.ServedNewsletter.LAST_MODIFIED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Only if it is still what I have" (RFC 9110 sections 13.1.1, 13.1.4 and 13.2.2). */
final class PreconditionTest extends ServedTest {
  private static final String FEED = "/feed.atom";
  private static final String EARLIER = "Sun, 07 Jun 2026 09:59:59 GMT";
  private static final String LATER = "Mon, 08 Jun 2026 10:00:00 GMT";

  private int status(String... headers) {
    return served.get(FEED, headers).status();
  }

  @Test
  void anyVersionIsThere() {
    assertThat(status("If-Match: *")).isEqualTo(200);
    assertThat(status("If-Match:  * ")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/\"other\"", "\"a\", \"b\"", "junk", "\"\"", "*, \"a\""})
  void anotherVersionIsRefused(String tags) {
    assertThat(status("If-Match: " + tags)).isEqualTo(412);
  }

  @Test
  void weakTagIsNoProofThatTheBytesAreTheSame() {
    String tag = served.get(FEED).header("ETag");
    assertThat(tag).startsWith("W/");
    assertThat(status("If-Match: " + tag)).isEqualTo(412);
    assertThat(status("If-Match: " + tag.substring(2))).isEqualTo(412);
  }

  @Test
  void notModifiedSinceItIsServed() {
    assertThat(status("If-Unmodified-Since: " + LAST_MODIFIED)).isEqualTo(200);
    assertThat(status("If-Unmodified-Since: " + LATER)).isEqualTo(200);
  }

  @Test
  void modifiedSinceItIsRefused() {
    assertThat(status("If-Unmodified-Since: " + EARLIER)).isEqualTo(412);
    assertThat(status("If-Unmodified-Since: Sun Jun  7 09:59:59 2026")).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2026-06-07"})
  void dateThatCannotBeReadDoesNotCount(String date) {
    assertThat(status("If-Unmodified-Since: " + date)).isEqualTo(200);
  }

  @Test
  void dateOfWhatHasNoneDoesNotCount() {
    assertThat(served.get("/feeds.opml", "If-Unmodified-Since: " + EARLIER).status())
        .isEqualTo(200);
  }

  @Test
  void tagsWinOverTheDate() {
    assertThat(status("If-Match: *", "If-Unmodified-Since: " + EARLIER)).isEqualTo(200);
    assertThat(status("If-Match: \"other\"", "If-Unmodified-Since: " + LATER)).isEqualTo(412);
  }

  @Test
  void comesBeforeTheQuestionWhetherItHasChanged() {
    assertThat(status("If-Match: *", "If-None-Match: *")).isEqualTo(304);
    assertThat(status("If-Match: \"other\"", "If-None-Match: *")).isEqualTo(412);
    assertThat(status("If-Unmodified-Since: " + EARLIER, "If-Modified-Since: " + LATER))
        .isEqualTo(412);
  }

  @ParameterizedTest
  @CsvSource({"/nowhere.atom, 404", "/rss, 301", "/sections/nowhere.atom, 404"})
  void countsOnlyForWhatWouldBeServed(String path, int status) {
    assertThat(served.get(path, "If-Match: \"other\"").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {FEED, "/feed/items.json", "/", "/issues/2.md"})
  void refusalIsOneLineThatNoCacheKeeps(String path) {
    RawResponse answer = served.get(path, "If-Match: \"other\"");

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.body()).contains("If-Match").hasLineCount(1);
    assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.headers()).doesNotContainKeys("ETag", "Last-Modified", "Retry-After");
  }

  @Test
  void refusalOfAFeedCanBeReadByScripts() {
    assertThat(served.get(FEED, "If-Match: \"other\"").header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }

  @Test
  void headIsAnsweredAlike() {
    RawResponse head = served.head(FEED, "If-Match: \"other\"");

    assertThat(head.status()).isEqualTo(412);
    assertThat(head.length()).isZero();
    assertThat(head.headersWithoutDate())
        .isEqualTo(served.get(FEED, "If-Match: \"other\"").headersWithoutDate());
  }
}
