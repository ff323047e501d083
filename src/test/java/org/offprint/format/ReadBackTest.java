package org.offprint.format;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedFormat;

final class ReadBackTest {
  private static void check(String text, FeedFormat format) {
    ReadBack.check(text.getBytes(StandardCharsets.UTF_8), format);
  }

  @ParameterizedTest
  @CsvSource({"ATOM, <feed/>", "RSS, <rss><channel/></rss>", "JSON, '{\"items\":[]}'"})
  void soundDocumentPasses(FeedFormat format, String text) {
    assertThatCode(() -> check(text, format)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<feed>", "<feed></rss>", "<feed>\u0001</feed>", "<a:feed/>", "<feed/>x"})
  void xmlThatNoParserTakesIsRefused(String text) {
    assertThatThrownBy(() -> check(text, FeedFormat.ATOM))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Atom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}", "{'a':1}", "{\"a\":1,}"})
  void jsonThatNoParserTakesIsRefused(String text) {
    assertThatThrownBy(() -> check(text, FeedFormat.JSON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("JSON Feed");
  }
}
