package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemCutterTest {
  private static List<Item> items(String section) {
    return Given.body("## Tools\n\n" + section).parts().get(0).items();
  }

  private static List<String> texts(String section) {
    return items(section).stream().map(item -> item.content().text()).toList();
  }

  @Nested
  final class SubHeadings {
    @Test
    void makeOneItemEach() {
      assertThat(texts("""
              ### First

              One. <https://a.example/>

              Two. <https://b.example/>

              ### Second

              - Three
              - Four
              """))
          .containsExactly(
              "First One. https://a.example/ Two. https://b.example/", "Second Three Four");
    }

    @Test
    void countByTheShallowestLevel() {
      assertThat(
              texts(
                  "#### Deep first\n\nOne.\n\n### A\n\nTwo.\n\n#### Inner\n\nThree.\n\n### B\n\nFour.\n"))
          .last()
          .isEqualTo("B Four.");
      assertThat(texts("### A\n\n#### Inner\n\nOne.\n\n### B\n\nTwo.\n"))
          .containsExactly("A Inner One.", "B Two.");
    }

    @Test
    void leaveTheItemsBeforeThem() {
      assertThat(texts("A tool. <https://a.example/>\n\n### Second\n\nTwo.\n"))
          .containsExactly("A tool. https://a.example/", "Second Two.");
    }

    @Test
    void makeNoItemOfAnIntroductionWithoutLink() {
      assertThat(texts("These are good:\n\n### First\n\nOne.\n")).containsExactly("First One.");
    }
  }

  @Nested
  final class Lists {
    @Test
    void whoseEntriesCarryLinksMakeOneItemPerEntry() {
      assertThat(texts("- [A](https://a.example/) is one\n- [B](https://b.example/) is two\n"))
          .containsExactly("A is one", "B is two");
    }

    @Test
    void mayBeNumbered() {
      assertThat(texts("1. <https://a.example/>\n2. <https://b.example/>\n")).hasSize(2);
    }

    @Test
    void withBlankLinesBetweenEntriesAreCutAlike() {
      assertThat(texts("- [A](https://a.example/)\n\n  More on A.\n\n- [B](https://b.example/)\n"))
          .containsExactly("A More on A.", "B");
    }

    @Test
    void keepNestedListsInTheirTopLevelEntry() {
      List<Item> items = items(
          "- [A](https://a.example/)\n  - [A2](https://a2.example/)\n- [B](https://b.example/)\n");

      assertThat(items).hasSize(2);
      assertThat(items.get(0).links())
          .containsExactly(URI.create("https://a.example/"), URI.create("https://a2.example/"));
    }

    @Test
    void mayHaveAnEntryWithoutLink() {
      assertThat(texts("- [A](https://a.example/)\n- [B](https://b.example/)\n- no link\n"))
          .containsExactly("A", "B", "no link");
    }

    @Test
    void skipEmptyEntries() {
      assertThat(texts("- [A](https://a.example/)\n-\n- [B](https://b.example/)\n"))
          .containsExactly("A", "B");
    }

    @Test
    void withoutLinksBelongToTheTextAroundThem() {
      assertThat(texts("It can:\n\n- cut\n- paste\n\nSee <https://a.example/>\n"))
          .containsExactly("It can: cut paste See https://a.example/");
    }

    @Test
    void ofTwoSectionsOfWordsAreIntroducedByWordsThatAreNoItem() {
      assertThat(
              texts(
                  "Good reads:\n\n- [A](https://a.example/)\n\nBad reads:\n\n- [B](https://b.example/)\n"))
          .containsExactly("A", "B");
    }
  }

  @Nested
  final class Paragraphs {
    @Test
    void endAnItemWhereTheyCarryItsLink() {
      assertThat(texts("""
              One is a tool.
              <br>[https://a.example/](https://a.example/)

              Two is another.
              <br>[https://b.example/](https://b.example/)
              """))
          .containsExactly(
              "One is a tool. https://a.example/", "Two is another. https://b.example/");
    }

    @Test
    void ofTitleTextAndLinkStayTogether() {
      assertThat(
              texts(
                  "A title\n\nSome text.\n\nMore text.\n\n<https://a.example/>\n\nNext <https://b.example/>\n"))
          .containsExactly(
              "A title Some text. More text. https://a.example/", "Next https://b.example/");
    }

    @Test
    void withSeveralLinksAreOneItem() {
      assertThat(items("Two [one](https://a.example/) and [two](https://b.example/).\n"))
          .singleElement()
          .satisfies(item -> assertThat(item.links())
              .containsExactly(URI.create("https://a.example/"), URI.create("https://b.example/")));
    }

    @Test
    void ofNothingButALinkBelongToTheItemBefore() {
      List<Item> items = items(
          "A tool. <https://a.example/>\n\n<https://b.example/>\n\nNext. <https://c.example/>\n");

      assertThat(items).hasSize(2);
      assertThat(items.get(0).links())
          .containsExactly(URI.create("https://a.example/"), URI.create("https://b.example/"));
      assertThat(items.get(0).content().text())
          .isEqualTo("A tool. https://a.example/ https://b.example/");
    }

    @Test
    void withoutAnyLinkAreAnItemAtTheEnd() {
      assertThat(texts("A tool. <https://a.example/>\n\nThat is all.\n\nReally.\n"))
          .containsExactly("A tool. https://a.example/", "That is all. Really.");
    }

    @Test
    void areDividedByARuler() {
      assertThat(texts("No link here.\n\n---\n\nNor here.\n"))
          .containsExactly("No link here.", "Nor here.");
    }

    @Test
    void keepTheirCodeQuotesAndPictures() {
      assertThat(items("Run\n\n```\nmake\n```\n\n> Fine\n\n![p](p.png)\n\n<https://a.example/>\n"))
          .singleElement()
          .satisfies(item ->
              assertThat(item.content().markup()).contains("<pre>", "<blockquote>", "<img"));
    }

    @Test
    void ofOnlyAPictureAreAnItem() {
      assertThat(items("![A cat](cat.png)\n")).extracting(Item::title).containsExactly("A cat");
    }
  }

  @Nested
  final class LinksOfAnItem {
    @Test
    void areInOrderEachOnceAndTheFirstIsPrimary() {
      Item item = items("[b](https://b.example/) [a](https://a.example/) [b](https://b.example/)\n")
          .get(0);

      assertThat(item.links())
          .containsExactly(URI.create("https://b.example/"), URI.create("https://a.example/"));
      assertThat(item.primaryLink()).contains(URI.create("https://b.example/"));
    }

    @Test
    void areOnlyThoseOfTheWeb() {
      assertThat(items("[mail](mailto:a@example.org) [call](tel:1) [a](http://a.example/)\n")
              .get(0)
              .links())
          .containsExactly(URI.create("http://a.example/"));
    }

    @Test
    void mayBeNone() {
      assertThat(items("Words.\n").get(0).primaryLink()).isEmpty();
    }
  }

  @Test
  void positionsCountThroughTheWholeIssue() {
    Issue issue = Given.body(
        "## A\n\n<https://a.example/> one\n\n<https://b.example/> two\n\n## B\n\n<https://c.example/> three\n");

    assertThat(issue.parts().stream().flatMap(part -> part.items().stream()))
        .extracting(Item::position)
        .containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "---\n", "<!-- nothing -->\n", "<br>\n"})
  void nothingMakesNoItem(String section) {
    assertThat(items(section)).isEmpty();
  }
}
