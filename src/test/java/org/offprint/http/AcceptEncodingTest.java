package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.site.ContentCoding;

final class AcceptEncodingTest {
  private static final List<ContentCoding> BOTH = List.of(ContentCoding.BROTLI, ContentCoding.GZIP);

  private static Optional<ContentCoding> chosen(String header) {
    return AcceptEncoding.parse(Optional.of(header)).choose(BOTH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | GZIP",
        "GZip | GZIP",
        "x-gzip | GZIP",
        "br | BROTLI",
        "gzip, br | BROTLI",
        "gzip, deflate, br, zstd | BROTLI",
        "gzip;q=1.0, br;q=0.5 | GZIP",
        "gzip; q=0.5 , br ; q=0.8 | BROTLI",
        "gzip;q=0.001 | GZIP",
        "br;q=0, gzip | GZIP",
        "* | BROTLI",
        "*;q=0.5, br;q=0 | GZIP",
        "br;q=0, *;q=1 | GZIP",
        "identity;q=0, gzip;q=0.1 | GZIP",
        "identity;q=0.5, gzip;q=0.5 | GZIP",
        "zstd, gzip | GZIP",
        ", ,gzip,, | GZIP",
        "gzip;q=0, gzip | GZIP"
      })
  void choosesWhatTheClientLikesBest(String header, ContentCoding coding) {
    assertThat(chosen(header)).contains(coding);
  }

  @Test
  void codingBehindMoreThanAnyClientKnowsIsNotLookedAt() {
    assertThat(chosen("zstd, ".repeat(49) + "gzip")).contains(ContentCoding.GZIP);
    assertThat(chosen("zstd, ".repeat(50) + "gzip")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "identity, gzip;q=0.5",
        "gzip;q=0",
        "gzip;q=0, br;q=0.000",
        "*;q=0",
        "deflate, zstd",
        "gzip;level=9",
        "gzip;q=abc",
        "gzip;q=2",
        "gzip;q=-1",
        "gzip br",
        "\"gzip\"",
        "identity;q=0"
      })
  void sendsPlainBytesOtherwise(String header) {
    assertThat(chosen(header)).isEmpty();
  }

  @Test
  void clientThatSaysNothingGetsPlainBytes() {
    assertThat(AcceptEncoding.parse(Optional.empty()).choose(BOTH)).isEmpty();
  }

  @Test
  void takesTheNextBestWhereACodingIsMissing() {
    assertThat(
            AcceptEncoding.parse(Optional.of("br, gzip;q=0.1")).choose(List.of(ContentCoding.GZIP)))
        .contains(ContentCoding.GZIP);
  }
}
