package org.offprint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks the words of a query in a text. */
final class SnippetTest {
  private static final String FILLER = "Lorem ipsum dolor sit amet. ".repeat(40);

  private static String snippet(String query, String text, int most) {
    return SearchQuery.of(query).snippet(text, most).stream()
        .map(piece -> piece.isMarked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cafe|A Café, and a cafe\u0301.|A [Café], and a [cafe\u0301].",
        "kube*|Kubernetes is no kub.|[Kubernetes] is no kub.",
        "\"error budget\"|An error, an error budget.|An error, an [error budget].",
        "budget \"error budget\"|An error budget, a budget.|An [error budget], a [budget].",
        "-budget error|An error budget.|An [error] budget.",
        "host:github.com|github.com|github.com",
        "ß|Strasse, SS|Strasse, [SS]"
      })
  void marks(String query, String text, String marked) {
    assertThat(snippet(query, text, 200)).isEqualTo(marked);
  }

  @Test
  void showsThePlaceWithTheMostMarks() {
    String text = FILLER + "One needle. " + FILLER + "Two needles: needle, needle. " + FILLER;

    String shown = snippet("needle", text, 120);

    assertThat(shown).startsWith("…").endsWith("…").contains("[needle], [needle]");
    assertThat(shown.replace("[", "").replace("]", "")).hasSizeLessThanOrEqualTo(122);
  }

  @Test
  void showsTheBeginningOfATextWithoutMarks() {
    assertThat(snippet("needle", FILLER, 60)).startsWith("Lorem").endsWith("…");
    assertThat(snippet("needle", "", 60)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "検", "e\u0301", "a a ", "c++ "})
  void takesTextsOfAnyKind(String part) {
    String text = part.repeat(20_000);

    assertThat(snippet("a 検 c++ aa*", text, 100)).isNotEmpty();
  }

  @Test
  void cutsNoCharacterInTwo() {
    String text = "\uD83D\uDE00".repeat(300);

    for (int most = 10; most < 20; most++) {
      String shown = snippet("x", text, most).replace("…", "");
      assertThat(shown.codePoints()).allMatch(character -> character == 0x1F600);
    }
  }
}
