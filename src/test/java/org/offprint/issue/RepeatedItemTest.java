package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An item repeated in the same issue belongs to its first place. */
final class RepeatedItemTest {
  private static final String SPONSORED = """
      Sponsor
      =======

      Salt restores backups.
      <br>[https://salt.example/restore](https://salt.example/restore)

      Tools
      =====

      A tool.
      <br>[https://a.example/](https://a.example/)

      Salt restores backups.
      <br>[https://salt.example/restore](%s)

      Another tool.
      <br>[https://b.example/](https://b.example/)
      """;

  @Test
  void isNoItemOfTheLaterSection() {
    Issue issue = Given.body(SPONSORED.formatted("https://salt.example/restore"));

    assertThat(issue.parts().get(0).items())
        .extracting(Item::title)
        .containsExactly("Salt restores backups");
    assertThat(issue.parts().get(1).items())
        .extracting(Item::title)
        .containsExactly("A tool", "Another tool");
  }

  @Test
  void isLeftOutOfTheDistinctContent() {
    Issue.SectionText tools =
        Given.body(SPONSORED.formatted("https://salt.example/restore")).parts().get(1);

    assertThat(tools.distinct().text())
        .isEqualTo("Tools A tool. https://a.example/ Another tool. https://b.example/");
  }

  @Test
  void staysInTheWholeContent() {
    Issue issue = Given.body(SPONSORED.formatted("https://salt.example/restore"));

    assertThat(issue.parts().get(1).content().text()).contains("Salt restores backups.");
    assertThat(issue.content().text()).containsPattern("(?s)Salt restores.*Salt restores");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.salt.example/restore/",
        "https://salt.example/restore?utm_source=weekly"
      })
  void isRecognisedByItsNormalisedPrimaryLink(String link) {
    assertThat(Given.body(SPONSORED.formatted(link)).parts().get(1).items()).hasSize(2);
  }

  @Test
  void isNoneWithAnotherLink() {
    Issue.SectionText tools =
        Given.body(SPONSORED.formatted("https://salt.example/other")).parts().get(1);

    assertThat(tools.items()).hasSize(3);
    assertThat(tools.distinct()).isEqualTo(tools.content());
  }

  @Test
  void isRecognisedByASecondaryLinkOfTheEarlierItem() {
    Issue issue = Given.body("""
        ## Sponsor

        Salt: [story](https://salt.example/story) and [shop](https://salt.example/shop).

        ## Tools

        Buy salt. <https://salt.example/shop>
        """);

    assertThat(issue.parts().get(1).items()).isEmpty();
  }

  @Test
  void isNoItemOfWhichAnEarlierOneMerelyMentionsTheLink() {
    Issue issue = Given.body("""
        ## News

        [A story](https://story.example/) by the makers of [Salt](https://salt.example/).

        ## Tools

        [Salt](https://salt.example/) has a new release.
        """);

    assertThat(issue.parts().get(1).items()).hasSize(1);
  }

  @Test
  void ofOneSectionStaysAnItemOfIt() {
    Issue issue = Given.body("""
        ## Tools

        One look. <https://a.example/>

        Another look. <https://a.example/>
        """);

    assertThat(issue.parts().get(0).items()).hasSize(2);
    assertThat(issue.parts().get(0).items()).extracting(Item::key).doesNotHaveDuplicates();
    assertThat(issue.parts().get(0).items()).extracting(Item::anchor).doesNotHaveDuplicates();
  }

  @Test
  void withoutLinkIsNone() {
    Issue issue = Given.body("## A\n\nSame words.\n\n## B\n\nSame words.\n");

    assertThat(issue.parts().get(1).items()).hasSize(1);
  }

  @Test
  void takesNoPosition() {
    Issue issue = Given.body(SPONSORED.formatted("https://salt.example/restore"));

    assertThat(issue.parts().get(1).items()).extracting(Item::position).containsExactly(1, 2);
  }

  @Nested
  final class InAList {
    @Test
    void isNoItemAndTheRestStaysWellFormed() {
      Issue issue = Given.body("""
          ## Sponsor

          Salt. <https://salt.example/>

          ## Tools

          - [A](https://a.example/)
          - [Salt](https://salt.example/)
          - [B](https://b.example/)
          """);
      Issue.SectionText tools = issue.parts().get(1);

      assertThat(tools.items()).extracting(Item::title).containsExactly("A", "B");
      assertThat(tools.distinct().markup()).doesNotContain("salt.example");
      assertThat(tools.distinct().text()).isEqualTo("Tools A B");
    }
  }

  @Nested
  final class KeysAndAnchors {
    private static Item first(String section) {
      return Given.body("## Tools\n\n" + section).parts().get(0).items().get(0);
    }

    @Test
    void comeFromTheNormalisedPrimaryLink() {
      assertThat(first("One. <https://a.example/>\n").key())
          .isEqualTo(first("Other words. <http://www.a.example?utm_source=x>\n").key())
          .isNotEqualTo(first("One. <https://b.example/>\n").key());
    }

    @Test
    void comeFromTheTextWhereThereIsNoLink() {
      assertThat(first("One.\n").key())
          .isEqualTo(first("*One.*\n").key())
          .isNotEqualTo(first("Two.\n").key());
    }

    @Test
    void doNotComeFromThePosition() {
      Issue issue =
          Given.body("## Tools\n\nTwo. <https://b.example/>\n\nOne. <https://a.example/>\n");

      assertThat(issue.parts().get(0).items().get(1).key())
          .isEqualTo(first("One. <https://a.example/>\n").key());
      assertThat(issue.parts().get(0).items().get(1).anchor())
          .isEqualTo(first("One. <https://a.example/>\n").anchor());
    }

    @Test
    void doNotComeFromTheSection() {
      assertThat(Given.body("## News\n\nOne. <https://a.example/>\n")
              .parts()
              .get(0)
              .items()
              .get(0)
              .key())
          .isEqualTo(first("One. <https://a.example/>\n").key());
    }

    @Test
    void areTheSameForEver() {
      assertThat(first("One. <https://a.example/>\n").key()).isEqualTo("b8e7453371a0");
    }

    @Test
    void leadToAnElementOfTheContent() {
      Item item = first("- [A](https://a.example/)\n- [B](https://b.example/)\n");

      assertThat(item.anchor()).isEqualTo("i-" + item.key());
      assertThat(Given.html("## Tools\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n"))
          .contains("<li id=\"" + item.anchor() + "\">");
    }

    @Test
    void keepAnIdThatTheAuthorGave() {
      assertThat(first("<p id=\"mine\">One. <a href=\"https://a.example/\">a</a></p>\n")
              .anchor())
          .isEqualTo("mine");
    }

    @Test
    void yieldToAnIdOfTheAuthorElsewhere() {
      Issue issue =
          Given.body("## Tools\n\nOne. <span id=\"tools\">x</span> <https://a.example/>\n");

      assertThat(issue.parts().get(0).anchor()).isEqualTo("tools-2");
    }
  }
}
