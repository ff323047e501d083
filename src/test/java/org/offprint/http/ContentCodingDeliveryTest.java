package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

  @ParameterizedTest
  @CsvSource({
    "/feed.atom, gzip",
    "/feed.atom, br",
    "/feed/items.rss, gzip",
    "/feed.json, br",
    "/, gzip",
    "/, br",
    "/issues/2, br"
  })
  void unpackedBytesAreThePlainOnes(String path, String coding) throws IOException {
    RawResponse plain = served.get(path);
    RawResponse packed = served.get(path, "Accept-Encoding: " + coding);

    assertThat(packed.header("Content-Encoding")).isEqualTo(coding);
    assertThat(unpacked(packed)).isEqualTo(plain.bytes());
    assertThat(packed.length()).isLessThan(plain.length());
    assertThat(packed.header("Content-Length")).isEqualTo(String.valueOf(packed.length()));
    assertThat(withoutCoding(packed)).isEqualTo(withoutCoding(plain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-gzip | gzip",
        "GZIP | gzip",
        "* | br",
        "identity;q=0 | none",
        "identity;q=0, gzip;q=0.001 | gzip",
        "*;q=0, gzip | gzip",
        "*;q=0, identity | none",
        "gzip;q=0, *;q=0.5 | br",
        "gzip;q=0.5, br;q=0.4, identity;q=0.6 | none",
        "deflate, compress, zstd | none",
        "deflate, gzip;q=abc, br;q=2 | none",
        "gzip;q=, br;;q=1 | none",
        "gzip;level=9;q=1 | none",
        "gzip, \u00ff\u00fe | gzip",
        ";;;,,,===, gzip | gzip",
        "\"gzip, br\" | none"
      })
  void headerOfAnyKindIsAnsweredInFull(String accepted, String coding) throws IOException {
    RawResponse answer = served.get(FEED, "Accept-Encoding: " + accepted);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.find("Content-Encoding").orElse("none")).isEqualTo(coding);
    assertThat(unpacked(answer)).isEqualTo(served.get(FEED).bytes());
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
  }

  @Test
  @Timeout(3)
  void longestHeaderThatFitsIsReadSoon() {
    for (String part : List.of("gzip,", " ", "x;q=0,", "gzip;q=0.", ";q=", "\t,")) {
      String accepted = part.repeat(7000 / part.length());

      assertThat(served.get(FEED, "Accept-Encoding: " + accepted).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/issues/1.md", "/nothing", "/status", "/rss"})
  void whatIsNeverPackedDoesNotVaryByCoding(String path) {
    RawResponse answer = served.get(path, "Accept-Encoding: gzip, br");

    assertThat(answer.headers()).doesNotContainKeys("Content-Encoding", "Vary");
    assertThat(answer.headersWithoutDate()).isEqualTo(served.get(path).headersWithoutDate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/", "/issues/2"})
  void tagOfOneCodingIsKnownInAnother(String path) {
    String tag = served.get(path, "Accept-Encoding: br").header("ETag");

    assertThat(
            served.get(path, "Accept-Encoding: gzip", "If-None-Match: " + tag).status())
        .isEqualTo(304);
    assertThat(served.get(path, "If-None-Match: " + tag).status()).isEqualTo(304);
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

  private static byte[] unpacked(RawResponse answer) throws IOException {
    ByteArrayInputStream body = new ByteArrayInputStream(answer.bytes());
    String coding = answer.find("Content-Encoding").orElse("");
    try (InputStream plain = coding.equals("gzip")
        ? new GZIPInputStream(body)
        : coding.equals("br") ? new BrotliInputStream(body) : body) {
      return plain.readAllBytes();
    }
  }

  private static Map<String, List<String>> withoutCoding(RawResponse answer) {
    Map<String, List<String>> headers = answer.headersWithoutDate();
    headers.remove("Content-Encoding");
    headers.remove("Content-Length");
    return headers;
  }
}
