package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that XML forbids comes through, wherever a character reference may bring it in. */
final class SanitizerTest {
  /** Elements that a parser drops outside others. */
  private static final Map<String, String> AROUND = Map.of(
      "caption", "<table>%s</table>",
      "colgroup", "<table>%s</table>",
      "col", "<table><colgroup>%s</table>",
      "thead", "<table>%s</table>",
      "tbody", "<table>%s</table>",
      "tfoot", "<table>%s</table>",
      "tr", "<table><tbody>%s</table>",
      "summary", "<details>%s</details>",
      "td", "<table><tbody><tr>%s</table>",
      "th", "<table><tbody><tr>%s</table>");

  /** The attributes without which an element would not stay. */
  private static final Map<String, String> NEEDED =
      Map.of("img", "src=\"p.png\"", "section", "class=\"footnotes\"");

  static Stream<List<String>> attributes() {
    return new TreeSet<>(Sanitizer.ELEMENTS)
        .stream()
            .flatMap(element -> Stream.concat(
                    Sanitizer.EVERYWHERE.stream(),
                    Sanitizer.ATTRIBUTES.getOrDefault(element, Set.of()).stream())
                .sorted()
                .map(attribute -> List.of(element, attribute)));
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void aForbiddenCharacterComesThroughNoAttribute(List<String> place) {
    String element = place.get(0);
    String attribute = place.get(1);
    String value = attribute.equals("class") ? "footnotes &#1;&#xFFFE;b" : "a&#1;&#xFFFE;b";
    String needed = NEEDED.getOrDefault(element, "");
    String tag = "<" + element + " " + attribute + "=\"" + value + "\" " + needed + ">";

    String html = Given.html(AROUND.getOrDefault(element, "%s").formatted(tag) + "\n\nText.\n");

    assertThat(Jsoup.parseBodyFragment(html).select("[" + attribute + "]")).isNotEmpty();
    assertThat(html.codePoints())
        .allMatch(c -> SourceText.withoutForbidden(Character.toString(c)).length() > 0);
  }
}
