package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {
  @Nested
  final class Cutting {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "exactly ten"})
    void leavesAShortTextAlone(String text) {
      assertThat(Html.cut(text, 11)).isEqualTo(text);
    }

    @Test
    void isAtAWord() {
      assertThat(Html.cut("one two three four", 12)).isEqualTo("one two…");
    }

    @Test
    void leavesNoMarkBeforeTheEllipsis() {
      assertThat(Html.cut("one two, three four", 13)).isEqualTo("one two…");
    }

    @Test
    void neverExceedsTheLimit() {
      for (int limit = 2; limit < 40; limit++) {
        assertThat(Html.cut("one two three 🎉🎉🎉 fourfivesix seven eight", limit))
            .hasSizeLessThanOrEqualTo(limit);
      }
    }

    @Test
    void neverLeavesHalfACharacter() {
      for (int limit = 3; limit < 20; limit++) {
        assertThat(Html.cut("🎉".repeat(30), limit)).matches("(🎉)*…");
      }
    }
  }

  @Nested
  final class OfHtml {
    @Test
    void isTheVisibleTextWithFoldedSpace() {
      assertThat(Given.body("A  *b*\n`c`&nbsp;d\n\nE\n").content().text()).isEqualTo("A b c d E");
    }

    @Test
    void keepsTheWordsOfTwoBlocksApart() {
      assertThat(Given.body("One\n\n- Two\n- Three\n\nA<br>B\n").content().text())
          .isEqualTo("One Two Three A B");
    }

    @Test
    void hasNoBareUrlInAnExcerpt() {
      assertThat(Given.body("A tool. <https://a.example/> And [more](https://b.example/).\n")
              .content()
              .excerpt(100))
          .isEqualTo("A tool. And more.");
    }

    @Test
    void isCutInAnExcerpt() {
      assertThat(Given.body("word ".repeat(100)).content().excerpt(50))
          .hasSizeLessThanOrEqualTo(50)
          .endsWith("word…");
    }
  }

  @Nested
  final class Pieces {
    @Test
    void areEqualWhereTheirMarkupIs() {
      assertThat(Given.body("## A\n\nOne.\n").parts().get(0).content())
          .isEqualTo(Given.body("Lead.\n\n## A\n\nOne.\n").parts().get(0).content())
          .hasSameHashCodeAs(
              Given.body("Lead.\n\n## A\n\nOne.\n").parts().get(0).content())
          .isNotEqualTo(Given.body("Lead.\n\n## A\n\nTwo.\n").parts().get(0).content());
    }

    @Test
    void joinInOrder() {
      Html one = Given.body("One.\n").content();
      Html two = Given.body("Two.\n").content();

      assertThat(Html.join(List.of(one, Html.EMPTY, two)).markup())
          .isEqualTo(one.markup() + two.markup());
      assertThat(Html.join(List.of()).isEmpty()).isTrue();
    }

    @Test
    void escapeWhatIsNotMarkup() {
      assertThat(Html.paragraphWithLink("a <b> & ", URI.create("https://a.example/?b&c=%22"), "<d>")
              .markup())
          .startsWith("<p>a &lt;b&gt; &amp; <a href=\"https://a.example/?b&amp;c=")
          .endsWith("c=%22\">&lt;d&gt;</a></p>\n");
    }
  }

  @Nested
  final class Problems {
    @Test
    void areWrittenAsCompilersDo() {
      assertThat(new Problem("2026/a.md", 3, "is wrong")).hasToString("2026/a.md:3: is wrong");
      assertThat(new Problem("a.md", 0, "is wrong")).hasToString("a.md:1: is wrong");
    }

    @Test
    void areOrderedByFileThenLine() {
      Problem first = new Problem("a.md", 9, "x");
      Problem second = new Problem("a.md", 10, "a");
      Problem third = new Problem("b.md", 1, "a");

      assertThat(List.of(third, second, first).stream().sorted())
          .containsExactly(first, second, third);
    }
  }
}
