package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentCodingDeliveryTest extends ServedTest {
  private static final String FEED = "/feed.atom";

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "br, br", "'gzip, deflate, br', br", "'gzip;q=1, br;q=0.1', gzip"})
  void sendsTheCodingThatTheClientLikesBest(String accepted, String coding) {
    RawResponse answer = served.get(FEED, "Accept-Encoding: " + accepted);

    assertThat(answer.header("Content-Encoding")).isEqualTo(coding);
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
    assertThat(answer.length()).isLessThan(served.get(FEED).length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "zstd", "*;q=0", ""})
  void sendsPlainBytesToTheOthers(String accepted) {
    RawResponse answer = served.get(FEED, "Accept-Encoding: " + accepted);

    assertThat(answer.find("Content-Encoding")).isEmpty();
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.body()).startsWith("<?xml");
  }

  @Test
  void readsAHeaderOfSeveralLinesAsOneList() {
    assertThat(served
            .get(FEED, "Accept-Encoding: zstd", "Accept-Encoding: gzip")
            .header("Content-Encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void everyCodingHasTheSameEntityTag() {
    assertThat(served.get(FEED, "Accept-Encoding: gzip").header("ETag"))
        .isEqualTo(served.get(FEED, "Accept-Encoding: br").header("ETag"))
        .isEqualTo(served.get(FEED).header("ETag"))
        .startsWith("W/");
  }

  @Test
  void headSaysWhatGetWouldSend() {
    RawResponse get = served.get(FEED, "Accept-Encoding: gzip");
    RawResponse head = served.head(FEED, "Accept-Encoding: gzip");

    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    assertThat(head.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(head.length()).isZero();
  }

  @Test
  void unchangedFeedVariesToo() {
    String tag = served.get(FEED, "Accept-Encoding: gzip").header("ETag");
    RawResponse answer = served.get(FEED, "Accept-Encoding: gzip", "If-None-Match: " + tag);

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.find("Content-Encoding")).isEmpty();
    assertThat(answer.length()).isZero();
  }

  @Test
  void whatIsSmallIsSentAsItIs() {
    RawResponse answer = served.get("/issues/1.md", "Accept-Encoding: gzip");

    assertThat(answer.find("Content-Encoding")).isEmpty();
    assertThat(answer.find("Vary")).isEmpty();
  }
}
