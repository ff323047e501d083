package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemTitleTest {
  private static String titleOf(String item) {
    return Given.body("## Tools\n\n" + item).parts().get(0).items().get(0).title();
  }

  @Test
  void isTheSubHeading() {
    assertThat(titleOf("### A *fine* tool\n\n[Other](https://a.example/) words.\n"))
        .isEqualTo("A fine tool");
  }

  @Nested
  final class LeadingLink {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "[A tool](https://a.example/) does things.",
          "**[A tool](https://a.example/)** does things.",
          "[**A tool**](https://a.example/) does things.",
          "- [A tool](https://a.example/): does things",
          "[A tool:](https://a.example/) does things.",
          "[A tool.](https://a.example/) Does things."
        })
    void isTheTitle(String item) {
      assertThat(titleOf(item + "\n")).isEqualTo("A tool");
    }

    @Test
    void thatShowsAUrlIsNoTitle() {
      assertThat(titleOf("[https://a.example/](https://a.example/) A tool for cuts. It is good.\n"))
          .isEqualTo("A tool for cuts");
    }

    @Test
    void thatDoesNotLeadIsNoTitle() {
      assertThat(titleOf("The makers of [salt](https://a.example/) sell pepper now. Buy some.\n"))
          .isEqualTo("The makers of salt sell pepper now");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- "})
  void isTheTextOfAPictureWithALinkBeforeItsAddress(String mark) {
    assertThat(titleOf(mark + "[![A tool](a.png)](https://a.example/)\n")).isEqualTo("A tool");
  }

  @Test
  void isNotTheCaptionOfAPicture() {
    assertThat(titleOf("![P](a.png)\n*Photo: Ann*\n\nA [tool](https://a.example/)\n"))
        .isEqualTo("A tool");
    assertThat(titleOf("![A quay](a.png)\n*Photo: Ann*\n")).isEqualTo("A quay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Watch:** [A tool](https://a.example/)",
        "**Watch**: [A tool](https://a.example/) and more.",
        "- **Watch:** [A tool](https://a.example/)",
      })
  void isTheLinkBehindABoldLabel(String body) {
    assertThat(titleOf(body + "\n")).isEqualTo("A tool");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Watch:** a film, [here](https://a.example/)",
        "**Watch** [here](https://a.example/)",
        "**Watch:** <https://a.example/>",
      })
  void isABoldWordWithoutALinkThatHasWords(String body) {
    assertThat(titleOf(body + "\n")).isEqualTo("Watch");
  }

  @Test
  void hasNoPunctuationOfTheAddressBeforeIt() {
    assertThat(titleOf("- <https://a.example/bare>, and more.\n")).isEqualTo("and more");
    assertThat(titleOf("- <https://a.example/bare>.\n")).isEqualTo("a.example/bare");
  }

  @Nested
  final class TitleParagraph {
    @Test
    void isTheTitle() {
      assertThat(
              titleOf("A short title\n\nA long text about it. And more.\n\n<https://a.example/>\n"))
          .isEqualTo("A short title");
    }

    @Test
    void thatIsASentenceIsTakenAsASentence() {
      assertThat(titleOf("It rained. Then it snowed.\n\n<https://a.example/>\n"))
          .isEqualTo("It rained");
    }
  }

  @Nested
  final class BoldText {
    @Test
    void thatLeadsIsTheTitle() {
      assertThat(titleOf("**A tool**: it does things. <https://a.example/>\n")).isEqualTo("A tool");
    }

    @Test
    void mayBeRawHtml() {
      assertThat(titleOf("<b>A tool.</b> It does things. <https://a.example/>\n"))
          .isEqualTo("A tool");
    }

    @Test
    void inTheMiddleIsNoTitle() {
      assertThat(titleOf("This is **very** new. Look. <https://a.example/>\n"))
          .isEqualTo("This is very new");
    }
  }

  @Nested
  final class FirstSentence {
    @Test
    void isTheTitleOfPlainText() {
      assertThat(titleOf(
              "A tool cuts feeds. It is fast.\n<br>[https://a.example/](https://a.example/)\n"))
          .isEqualTo("A tool cuts feeds");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Does it cut? It does. | Does it cut?",
          "Look at this! It cuts. | Look at this!",
          "Version 2.0 of jq is out. Get it. | Version 2.0 of jq is out",
          "Tools, e.g. Hammers and saws. More. | Tools, e.g. Hammers and saws",
          "He said “it works.” Then left. | He said “it works.”",
          "One more thing… Wait. | One more thing…",
          "Now for node.js users. More. | Now for node.js users"
        })
    void endsWhereASentenceEnds(String text, String title) {
      assertThat(titleOf(text + "\n")).isEqualTo(title);
    }

    @Test
    void isCutAtAWordAtAboutNinetyCharacters() {
      String title = titleOf("word ".repeat(40) + "<https://a.example/>\n");

      assertThat(title).hasSizeBetween(80, 91).endsWith("word…");
    }

    @Test
    void ofOneEndlessWordIsCutToo() {
      assertThat(titleOf("w".repeat(500) + "\n")).hasSizeLessThanOrEqualTo(91).endsWith("w…");
    }

    @Test
    void isNeverCutInsideACharacter() {
      assertThat(titleOf("🎉".repeat(200) + "\n")).matches("(🎉)+…");
    }
  }

  @Nested
  final class NeverEmpty {
    @Test
    void aBareLinkIsItsOwnTitleWithoutScheme() {
      assertThat(titleOf("<https://a.example/b/>\n")).isEqualTo("a.example/b");
    }

    @Test
    void aPictureHasItsDescription() {
      assertThat(titleOf("![A cat](https://a.example/cat.png)\n")).isEqualTo("A cat");
    }

    @ParameterizedTest
    @CsvSource({
      "https://a.example/cat.png, cat",
      "https://a.example/p/The-old_cat%20sat.large.jpeg?w=9, The old cat sat large",
      "https://a.example/12345.png, a.example",
      "https://a.example/, a.example",
      "cat.png, cat"
    })
    void aPictureWithoutDescriptionHasItsNameOrItsHost(String address, String title) {
      assertThat(titleOf("![](" + address + ")\n")).isEqualTo(title);
    }

    @Test
    void aSectionHeadedByAPictureHasItsName() {
      assertThat(
              Given.body("## ![](https://a.example/job-offers.png)\n\nText.\n").parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("job offers");
    }

    @Test
    void aLinkedPictureHasTheLinkOrItsDescription() {
      assertThat(titleOf("[![](https://a.example/cat.png)](https://a.example/b)\n"))
          .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"...", "!", "&nbsp;.", "`x`", "| a |\n|---|\n| b |", "> quote", "**&#8203;** a"})
    void littleTextGivesSomeTitle(String item) {
      assertThat(titleOf(item + "\n")).isNotBlank();
    }
  }

  @Test
  void aLongHeadingIsCutAtAWord() {
    assertThat(titleOf("### " + "word ".repeat(60) + "\n\nText.\n"))
        .hasSizeLessThanOrEqualTo(141)
        .endsWith("word…");
  }

  @Test
  void hasNoMarkup() {
    assertThat(titleOf("[*A* `<b>` &amp; c](https://a.example/) d\n")).isEqualTo("A <b> & c");
  }
}
