package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SectionKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"tools", "a", "7", "open-source-news", "n-0a1b2c", "новости-it", "ai-新闻"})
  void keepsSlugAsItIs(String slug) {
    assertThat(new SectionKey(slug)).hasToString(slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "Tools", "-tools", "tools-", "a--b", "a b", "a/b", "..", "ä", "a\n", "Новости",
        "新闻!"
      })
  void rejectsWhatIsNoSlug(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SectionKey(text))
        .withMessageContaining("\"" + text + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "Tools, tools",
    "'  Open   Source! ', open-source",
    "Événements, evenements",
    "'>From our sponsor, Acme', from-our-sponsor-acme",
    "'', untitled"
  })
  void comesFromHeading(String heading, String key) {
    assertThat(SectionKey.ofHeading(heading)).hasToString(key);
  }

  @Test
  void comesFromVeryLongHeading() {
    SectionKey key = SectionKey.ofHeading("word ".repeat(20_000));

    assertThat(key.value()).startsWith("word");
  }

  @Test
  void sortsByName() {
    assertThat(Stream.of("tools", "events", "news").map(SectionKey::new).sorted())
        .extracting(SectionKey::value)
        .containsExactly("events", "news", "tools");
  }
}
