package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each item has a key and an anchor of its own, also one that repeats another. */
final class RepeatedItemTest {
  @Test
  void hasAKeyAndAnAnchorOfItsOwn() {
    Issue issue = Given.body("""
        ## Tools

        One look. <https://a.example/>

        Another look. <https://a.example/>

        ## News

        One look. <https://a.example/>
        """);

    List<Item> items =
        issue.parts().stream().flatMap(part -> part.items().stream()).toList();
    assertThat(items).hasSize(3);
    assertThat(items).extracting(Item::key).doesNotHaveDuplicates();
    assertThat(items).extracting(Item::anchor).doesNotHaveDuplicates();
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
      assertThat(Given.body("## Tools\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n")
              .content()
              .markup())
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
