package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemCutterTest {
  /** Two stories whose titles are lines of nothing but a link, above texts with another link in their midst. */
  private static final String LINES = """
      [Plum](https://a.example/plum)

      Words on [plums](https://b.example/1) and on.

      [**Fig**](https://a.example/fig)

      Words on [figs](https://b.example/2) and on.
      """;

  /** The items of one of two sections: a lone heading above others would be the title. */
  private static List<Item> items(String section) {
    return Given.body("## Tools\n\n" + section + "\n\n## Jobs\n").parts().get(0).items();
  }

  private static List<String> texts(String section) {
    return items(section).stream().map(item -> item.content().text()).toList();
  }

  @Nested
  final class SubHeadings {
    @Test
    void makeOneItemEachWhereTheyHoldOneEntry() {
      assertThat(texts("""
              ### First

              One. <https://a.example/>

              Two has no link.

              ### Second

              - Three
              - Four
              """))
          .containsExactly("First One. https://a.example/ Two has no link.", "Second Three Four");
    }

    @Test
    void areTheGroupOfTheEntriesOfAListOfLinks() {
      List<Item> items = items("""
          ### Official

          * [One](https://a.example/1)
          * [Two](https://a.example/2)

          ### Posts

          * [Three](https://a.example/3)
          """);

      assertThat(items).extracting(Item::title).containsExactly("One", "Two", "Three");
      assertThat(items)
          .extracting(item -> item.group().orElse(""))
          .containsExactly("Official", "Official", "Posts");
    }

    @Test
    void areGroupsBeforeAShallowerOneToo() {
      List<Item> items = items("""
          #### Deep

          * [One](https://a.example/1)
          * [Two](https://a.example/2)

          ### Posts

          * [Three](https://a.example/3)
          """);

      assertThat(items)
          .extracting(item -> item.group().orElse(""))
          .containsExactly("Deep", "Deep", "Posts");
    }

    @Test
    void areTheGroupOfSeveralEntriesThatAreParagraphs() {
      List<Item> items = items("""
          ### Tools

          Ties knots. <https://a.example/>

          Unties them. <https://b.example/>

          ### A story

          It says [here](https://c.example/) what [others](https://d.example/) said.

          Then it goes on about [knots](https://e.example/) and ends.
          """);

      assertThat(items)
          .extracting(item -> item.group().orElse("") + "/" + item.title())
          .containsExactly("Tools/Ties knots", "Tools/Unties them", "/A story");
    }

    @Test
    void withALinkOfTheirOwnAreAnItemAndTheGroupOfTheLinksBelow() {
      List<Item> items = items("""
          ### [Knotty](https://k.example/)

          - [docs](https://k.example/docs)
          - [code](https://k.example/code)
          """);

      assertThat(items)
          .extracting(item -> item.group().orElse("") + "/" + item.title())
          .containsExactly("/Knotty", "Knotty/docs", "Knotty/code");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "- [docs](https://k.example/docs)\n",
          "- quick\n- small\n",
          "It ties.\n\n- [docs](https://k.example/docs)\n- [code](https://k.example/code)\n"
        })
    void withALinkOfTheirOwnAreOneItemWithTheirTextOrEntry(String content) {
      assertThat(texts("### [Knotty](https://k.example/)\n\n" + content)).hasSize(1);
    }

    @Test
    void areTheGroupOfStoriesWhoseTitlesAreLines() {
      assertThat(items("### Fruit\n\n" + LINES))
          .extracting(item -> item.group().orElse("") + "/" + item.title())
          .containsExactly("Fruit/Plum", "Fruit/Fig");
    }

    @Test
    void areOneItemWithAnEntryAndTheTextAfterIt() {
      assertThat(texts("### Reviews\n\n- [A patch](https://a.example/)\n\nIt was discussed.\n"))
          .containsExactly("Reviews A patch It was discussed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"![](X.png)", "[![Alt](X.png)](https://X.example/)"})
    void haveThePictureAboveThem(String picture) {
      String story = picture + "\n\n### X\n\nOn [it](https://X.example/more).\n\n";

      List<Item> items = items(story.replace('X', 'a') + story.replace('X', 'b'));

      assertThat(items).extracting(Item::title).containsExactly("a", "b");
      assertThat(items)
          .extracting(item -> item.content().markup().replaceAll("(?s).*(.)\\.png.*", "$1"))
          .containsExactly("a", "b");
    }

    @Test
    void withoutContentAreNoItem() {
      assertThat(texts("### Empty\n\n### Full\n\nWords.\n")).containsExactly("Full Words.");
    }

    @Test
    void leaveThePictureAtTheEndOfTheOneBefore() {
      assertThat(items("### A\n\nOn A.\n\n![](a.png)\n\n### B\n\nOn B.\n\n![](b.png)\n"))
          .extracting(item -> item.content().markup().replaceAll("(?s).*(.)\\.png.*", "$1"))
          .containsExactly("a", "b");
    }

    @Test
    void keepTheDeepestAsTheGroup() {
      assertThat(
              items("### Out\n\n#### In\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n"))
          .extracting(Item::group)
          .containsOnly(Optional.of("In"));
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
    void haveThePointsAndTextsBelowTheirNumbers() {
      assertThat(texts("""
          1. [One](https://1.example/)

          - Point one
          - Point two

          2. [Two](https://2.example/)

          Text of two.

          3. [Three](https://3.example/)

          - Point with [a link](https://3.example/more)
          - Point four
          """))
          .containsExactly(
              "One Point one Point two", "Two Text of two.", "Three Point with a link Point four");
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
    void keepAPictureBeforeThemWithTheItemBefore() {
      assertThat(
              items(
                  "See [A](https://a.example/)\n\n![](a.png)\n\n- [B](https://b.example/)\n- [C](https://c.example/)\n"))
          .extracting(item -> item.content().markup().contains("<img"))
          .containsExactly(true, false, false);
    }

    @Test
    void mayHaveLinksThatShowNothing() {
      assertThat(items("- [](https://a.example/1)\n- [](https://a.example/2)\n"))
          .extracting(Item::title)
          .containsExactly("a.example/1", "a.example/2");
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
  final class LinksFirst {
    @Test
    void haveTheirTextAfterThem() {
      assertThat(
              texts(
                  "[A](https://a.example/) is one.\n\nMore on A.\n\n[B](https://b.example/) is two.\n\nMore on B.\n"))
          .containsExactly("A is one. More on A.", "B is two. More on B.");
    }

    @Test
    void mayBeLinesOfTheirOwn() {
      assertThat(
              texts(
                  "**[A](https://a.example/)**\n\nOn [A](https://x.example/).\n\n**[B](https://b.example/)**\n\nOn B.\n"))
          .containsExactly("A On A.", "B On B.");
    }

    @Test
    void mayStandAfterANumber() {
      List<Item> items = items(
          "1、[A](https://a.example/)\n\nOn A, via <https://x.example/>\n\n![](a.png)\n\n2、[B](https://b.example/)\n\nOn B.\n");

      assertThat(items).extracting(Item::title).containsExactly("A", "B");
      assertThat(items.get(0).content().markup()).contains("<img");
    }

    @Test
    void mayHaveAPictureBeforeThem() {
      assertThat(
              items(
                  "![A](a.png)\n\n[A](https://a.example/) is.\n\n![B](b.png)\n\n[B](https://b.example/) is.\n"))
          .extracting(item -> item.content().markup().replaceAll("(?s).*(.)\\.png.*", "$1"))
          .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<figure><img src='X.png' alt='P'><figcaption>Ann at sea</figcaption></figure>",
          "![P](X.png)\n*Photo: Ann*",
          "![P](X.png)<br><small>Photo: Ann</small>"
        })
    void mayHaveAPictureWithACaptionBeforeThem(String picture) {
      String story = picture + "\n\n[Title X](https://X.example/)\n\nOn X.\n\n";

      List<Item> items = items(story.replace('X', 'a') + story.replace('X', 'b'));

      assertThat(items).extracting(Item::title).containsExactly("Title a", "Title b");
      assertThat(items)
          .extracting(item -> item.content().markup().replaceAll("(?s).*(.)\\.png.*", "$1"))
          .containsExactly("a", "b");
    }

    @Test
    void mayHaveTheirPictureAtTheEnd() {
      assertThat(
              items(
                  "[A](https://a.example/) is.\n\n![A](a.png)\n\n[B](https://b.example/) is.\n\n![B](b.png)\n"))
          .extracting(item -> item.content().markup().replaceAll("(?s).*(.)\\.png.*", "$1"))
          .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On X.", "On X, [more](https://X.example/more)"})
    void mayBeAPictureAboveTheText(String text) {
      String story = "[![Alt X](X.png)](https://X.example/)\n\n" + text + "\n\n";

      List<Item> items = items(story.replace('X', 'a') + story.replace('X', 'b'));

      assertThat(items).extracting(Item::title).containsExactly("Alt a", "Alt b");
      assertThat(items)
          .extracting(item -> item.links().get(0).getHost())
          .containsExactly("a.example", "b.example");
    }

    @Test
    void mayHaveAnotherLinkInTheirTitle() {
      assertThat(
              texts(
                  "[A](https://a.example/) (via [X](https://x.example/))\n\nOn A.\n\n[B](https://b.example/) ([comments](https://y.example/))\n\nOn B.\n"))
          .containsExactly("A (via X) On A.", "B (comments) On B.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<https://X.example/>", "[X.example](https://X.example/)"})
    void mayStandBetweenATitleInBoldLettersAndTheText(String link) {
      String story = "**Title X**\n\n" + link + "\n\nOn X.\n\n";

      List<Item> items = items(story.replace('X', 'a') + story.replace('X', 'b'));

      assertThat(items).extracting(Item::title).containsExactly("Title a", "Title b");
      assertThat(items)
          .extracting(item ->
              item.content().text().replaceAll(".* ", "") + String.join(" ", item.addresses()))
          .containsExactly("a.https://a.example/", "b.https://b.example/");
    }

    @Test
    void mayBeTitlesOfTextsThatEndWithAnotherLink() {
      String story = "[X](https://X.example/)\n\nOn X, and [more](https://X.example/more)\n\n";

      assertThat(texts(story.replace('X', 'a') + story.replace('X', 'b')))
          .containsExactly("a On a, and more", "b On b, and more");
    }

    @Test
    void areInTheMajority() {
      String first = "[A](https://a.example/) is.\n\nOn A.\n\n";
      String last = "This is [B](https://b.example/)\n\n";

      assertThat(texts(first + last)).containsExactly("A is.", "On A. This is B");
      assertThat(texts(first + last + first.replace('a', 'c')))
          .containsExactly("A is. On A. This is B", "A is. On A.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
              More on [C](https://c.example/)                  | A is. More on C
              Read it [here](https://c.example/).              | A is. Read it here.
              https://c.example/                               | A is. https://c.example/
              """)
    void haveTheTextThatEndsWithALinkAfterThem(String text, String first) {
      assertThat(texts("[A](https://a.example/) is.\n\n" + text
              + "\n\n[B](https://b.example/) is.\n\n[D](https://d.example/) is.\n"))
          .containsExactly(first, "B is.", "D is.");
    }

    @Test
    void doNotHaveATextThatRepeatsAnEarlierItemAfterThem() {
      String text = "Oil since 1990, once more. [Taste it](https://oil.example/)\n";

      assertThat(Given.body(
                  "## Sponsor\n\nOil since 1990. [Buy it](https://oil.example/)\n\n## Tools\n\n"
                      + "[A](https://a.example/) is.\n\n[B](https://b.example/) is.\n\n" + text)
              .parts()
              .get(1)
              .items())
          .extracting(Item::title)
          .containsExactly("A", "B", "Oil since 1990, once more");
    }

    @Test
    void mayEndWithALinkToo() {
      assertThat(
              texts(
                  "[A](https://a.example/) is.\n\n[C](https://c.example/) is at [E](https://e.example/)\n\n[B](https://b.example/) is.\n"))
          .containsExactly("A is.", "C is at E", "B is.");
    }

    @Test
    void areNotLinesThatAllSayReadMore() {
      assertThat(
              texts("One.\n\n[More](https://a.example/)\n\nTwo.\n\n[More](https://b.example/)\n"))
          .containsExactly("One. More", "Two. More");
    }

    @Test
    void mayBeTheOnlyEntryOfTheirList() {
      assertThat(
              texts("1. [A](https://a.example/)\n\nOn A.\n\n2. [B](https://b.example/)\n\nOn B.\n"))
          .containsExactly("A On A.", "B On B.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ![](c.png), C
            ![A cat](c.png), C
            On C., C On C.
            > On C., C On C.
            `On C.`, C On C.
            """)
    void mayBeTheOnlyListAboveItsPictureOrText(String block, String expected) {
      List<Item> items = items(
          "[A](https://a.example/) is one.\n\n[B](https://b.example/) is two.\n\n1. [C](https://c.example/)\n\n"
              + block
              + "\n\n[D](https://d.example/) is four.\n");

      assertThat(items)
          .extracting(item -> item.content().text())
          .containsExactly("A is one.", "B is two.", expected, "D is four.");
      assertThat(items.get(2).title()).isEqualTo("C");
      assertThat(items.get(2).content().markup().contains("<img")).isEqualTo(block.contains("png"));
    }

    @Test
    void haveNoLabelBeforeTheirList() {
      assertThat(
              texts(
                  "- [A](https://a.example/)\n- [B](https://b.example/)\n\n**More**\n\n* [C](https://c.example/)\n\n![A cat](c.png)\n\n[D](https://d.example/) is four.\n"))
          .containsExactly("A", "B", "C", "D is four.");
    }

    @Test
    void doNotHaveTheLabelOfTheNextListAfterThem() {
      assertThat(
              texts(
                  "[A](https://a.example/) is one.\n\n[B](https://b.example/) is two.\n\n- [C](https://c.example/)\n\nMore\n\n* [D](https://d.example/)\n* [E](https://e.example/)\n"))
          .containsExactly("A is one.", "B is two.", "C", "D", "E");
    }
  }

  @Nested
  final class BareAddressesOneBelowAnother {
    private static final String STORIES =
        "[Z](https://z.example/) is none.\n\n[A](https://a.example/) is one.\n\n[B](https://b.example/) is two.\n\n";

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<https://c.example/>\n\n<https://d.example/>\n",
          "https://c.example/\n\nhttps://d.example/\n"
        })
    void areAnItemEachAmongItemsThatBeginWithTheirLink(String addresses) {
      assertThat(texts(STORIES + addresses))
          .containsExactly(
              "Z is none.", "A is one.", "B is two.", "https://c.example/", "https://d.example/");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<https://c.example/>\n",
          "More:\n\n<https://c.example/>\n\n<https://d.example/>\n",
          "<https://b.example/>\n\n<https://d.example/>\n",
        })
    void belongToTheItemAboveWhereTheyAreOneOrIntroducedOrItsOwn(String addresses) {
      assertThat(texts(STORIES + addresses)).hasSize(3);
    }

    @Test
    void belongToTheItemsAboveWhereSeveralHaveThem() {
      assertThat(
              texts(
                  STORIES
                      + "<https://c.example/>\n\n<https://d.example/>\n\n[E](https://e.example/) is three.\n\n<https://f.example/>\n"))
          .hasSize(4);
    }
  }

  @Nested
  final class LinesOfNothingButALink {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Welcome to [the club](https://c.example/), friends.",
          "> Somebody [said](https://c.example/) so.",
          "| A | B |\n|---|---|\n| x | [y](https://c.example/) |",
          "Presented by [Keg](https://c.example/) and others.",
        })
    void beginTheirStoriesBelowAnIntroductionWithALink(String introduction) {
      List<String> stories = List.of("Plum Words on plums and on.", "Fig Words on figs and on.");

      assertThat(texts(introduction + "\n\n" + LINES))
          .hasSize(3)
          .endsWith(stories.get(0), stories.get(1));
    }

    @Test
    void beginTheirStoriesBelowAnIntroductionWithoutALink() {
      assertThat(items("Welcome back, no link here\n\n" + LINES))
          .extracting(Item::title)
          .containsExactly("Plum", "Fig");
    }

    @Test
    void beginTheirStoriesWithANumber() {
      String numbered = LINES.replace("[Plum]", "1\\. [Plum]").replace("[**Fig**]", "2\\. [Fig]");

      assertThat(items("Welcome to [the club](https://c.example/), friends.\n\n" + numbered))
          .extracting(Item::title)
          .containsExactly("Welcome to the club, friends", "Plum", "Fig");
    }

    @Test
    void beginTheirStoriesInAnIssueWithoutHeadings() {
      Issue issue = Given.body("Welcome to [the club](https://c.example/), friends.\n\n" + LINES);

      assertThat(issue.items())
          .extracting(Item::title)
          .containsExactly("Welcome to the club, friends", "Plum", "Fig");
    }

    @Test
    void endTheTextsAboveThem() {
      assertThat(texts("""
              Words on [plums](https://b.example/1) and on.

              [Read Plum](https://a.example/plum)

              Words on [figs](https://b.example/2) and on.

              More words on figs.

              [Read Fig](https://a.example/fig)
              """))
          .containsExactly(
              "Words on plums and on. Read Plum",
              "Words on figs and on. More words on figs. Read Fig");
    }
  }

  @Test
  void linksInTheMidstOfATextBelongToTheBlockThatBeginsWithALink() {
    assertThat(texts("""
            [Plum](https://a.example/plum) is good.

            It goes on with [more](https://b.example/1) of it.

            [Fig](https://a.example/fig) is good.

            It goes on with [more](https://b.example/2) of it.
            """))
        .containsExactly(
            "Plum is good. It goes on with more of it.",
            "Fig is good. It goes on with more of it.");
  }

  @ParameterizedTest
  @CsvSource({
    ":pear: , :fig: , Plum",
    "`tool` , `lib` , tool Plum",
    "Jan 3: , 4 January – , Jan 3: Plum",
    "一、 , 二、 , Plum"
  })
  void aLabelBeforeTheLinkLetsItBeginItsItem(String first, String second, String title) {
    List<Item> items = items(
        "%s [Plum](https://a.example/)\n\nplum words\n\n%s [Fig](https://b.example/)\n\nfig words\n"
            .formatted(first, second));

    assertThat(items).extracting(Item::addresses).hasSize(2);
    assertThat(items.get(0).title()).isEqualTo(title);
    assertThat(items.get(1).content().text()).endsWith("fig words");
  }

  @Nested
  final class Numbers {
    @Test
    void holdTheListBelowTheirLink() {
      assertThat(texts(
              "1. [A](https://a.example/)\n\nIn parts.\n\n* [A1](https://a1.example/)\n* [A2](https://a2.example/)\n\n2、[B](https://b.example/)\n"
                  .replace("1. ", "1、")))
          .containsExactly("1、A In parts. A1 A2", "2、B");
    }

    @Test
    void withoutALinkIntroduceTheirList() {
      assertThat(
              items(
                  "1、[A](https://a.example/)\n\nOn A.\n\n2、In short\n\n* [B](https://b.example/)\n* [C](https://c.example/)\n"))
          .extracting(item -> String.join(" ", item.addresses()))
          .endsWith("https://b.example/", "https://c.example/");
    }

    @Test
    void ofTheArgumentsOfAnEssayAreNoItems() {
      assertThat(
              items(
                  "They [say](https://a.example/) so.\n\n(1) It costs.\n\n(2) It burns.\n\nA [law](https://b.example/) is near.\n"))
          .extracting(item -> String.join(" ", item.addresses()))
          .containsExactly("https://a.example/", "https://b.example/");
    }
  }

  @Nested
  final class Endings {
    @ParameterizedTest
    @ValueSource(strings = {"> code\n", "```\ncode\n```\n", "- code\n"})
    void withoutALinkBelongToTheLinkBefore(String block) {
      assertThat(texts("Ida has [said](https://a.example/) so.\n\n" + block
              + "\nMara has [not](https://b.example/) said so.\n"))
          .containsExactly("Ida has said so. code", "Mara has not said so.");
    }

    @Test
    void areNotWhereTheSectionBeginsWithOne() {
      assertThat(texts(
              "> A\n\nSaid [Ida](https://a.example/)\n\n> B\n\nSaid [Mara](https://b.example/)\n"))
          .containsExactly("A Said Ida", "B Said Mara");
    }

    @Test
    void withLinksBelongToTheItemThatBeginsWithItsLink() {
      assertThat(
              texts(
                  "[Ida](https://a.example/) wants [this](https://a.example/1) now.\n\n> As of [now](https://x.example/) no.\n\n[Mara](https://b.example/) wants [that](https://b.example/1) now.\n"))
          .containsExactly("Ida wants this now. As of now no.", "Mara wants that now.");
    }

    @Test
    void thatAreAPictureWithoutWordsAreNoItem() {
      assertThat(texts("Last year: [A](https://a.example/)\n\n![](a.png)\n"))
          .containsExactly("Last year: A");
    }
  }

  @Nested
  final class TheOnlyStory {
    private static final String TITLE =
        "[![](a.png)](https://a.example/)\n\n**[A](https://a.example/)**\n\n";

    @Test
    void mayLinkToItsTitleAgain() {
      assertThat(texts(
              TITLE + "On [it](https://x.example/) and more.\n\nRead [on](https://a.example/)\n"))
          .containsExactly("A On it and more. Read on");
    }

    @Test
    void mayEndWithACall() {
      assertThat(texts(TITLE + "On A.\n\n[More of it](https://x.example/).\n"))
          .containsExactly("A On A. More of it.");
    }
  }

  @Nested
  final class Introductions {
    @Test
    void haveTheirQuotation() {
      assertThat(
              texts(
                  "Ida wrote [this](https://a.example/):\n\n> A knot.\n\nMara said [that](https://b.example/):\n\n> Two [knots](https://c.example/).\n\nThe end.\n"))
          .containsExactly("Ida wrote this: A knot.", "Mara said that: Two knots.", "The end.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"```\ncode\n```\n", "- code\n", "> code\n"})
    void haveTheirBlock(String block) {
      assertThat(texts("See [A](https://a.example/) now:\n\n" + block
              + "\nAnd [B](https://b.example/) is.\n"))
          .containsExactly("See A now: code", "And B is.");
    }

    @Test
    void thatAreSentencesHaveTheirListOfLinks() {
      assertThat(
              texts(
                  "Ida has written a series on knots:\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n\nMara has written a series on ropes：\n\n- [C](https://c.example/)\n"))
          .containsExactly(
              "Ida has written a series on knots: A B", "Mara has written a series on ropes： C");
    }

    @ParameterizedTest
    @CsvSource({
      "'', 'Ida has written a series on knots: A B, Mara has written a series on ropes: C D'",
      "'[T](https://t.example/) is.\\n\\n', 'Ida has written a series on knots: A B, T is., Mara has written a series on ropes: C D'"
    })
    void thatAreSentencesHaveTheirListAlikeAlsoAmongItemsThatBeginWithTheirLink(
        String between, String items) {
      assertThat(
              texts(
                  "Ida has written a series on knots:\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n\n"
                      + between.replace("\\n", "\n")
                      + "Mara has written a series on ropes:\n\n- [C](https://c.example/)\n- [D](https://d.example/)\n\n[E](https://e.example/) is.\n"))
          .containsExactly((items + ", E is.").split(", "));
    }

    @Test
    void ofListsOfLinksAreAllLabelsIfOneOfThemIs() {
      String sentence =
          "Ida has written a series on knots:\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n\n";
      String label = "More:\n\n- [C](https://c.example/)\n- [D](https://d.example/)\n\n";

      assertThat(texts(sentence + label)).containsExactly("A", "B", "C", "D");
      assertThat(texts(label + sentence)).containsExactly("C", "D", "A", "B");
      assertThat(texts(label
              + "[T](https://t.example/) is.\n\n"
              + sentence
              + "[E](https://e.example/) is.\n"))
          .containsExactly("C", "D", "T is.", "A", "B", "E is.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Links:",
          "**Further links**:",
          "链接：",
          "Whoever has an hour can help with one of these:"
        })
    void withoutALinkBelowASubHeadingMakeItTheGroupOfTheirLinks(String label) {
      List<Item> items = items(
          "### Knots\n\n" + label + "\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n");

      assertThat(items).extracting(Item::title).containsExactly("A", "B");
      assertThat(items).allSatisfy(item -> assertThat(item.group()).contains("Knots"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[This](https://c.example/):",
          "The [third](https://c.example/) knot:",
          "Ida wrote [this](https://c.example/):"
        })
    void withTheLinkOfTheEntryAreOneItemBelowASubHeading(String entry) {
      assertThat(items("### Knots\n\n" + entry
              + "\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n"))
          .extracting(Item::title)
          .containsExactly("Knots");
    }

    @Test
    void withALinkBesideTheEntriesLeaveThemTheirGroup() {
      assertThat(
              items(
                  "### Knots\n\nEvery week [we](https://w.example/) look at knots. See [how](https://h.example/) we do it:\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n"))
          .extracting(Item::title)
          .endsWith("A", "B");
    }

    @Test
    void ofAListWithoutLinksAreOneItemBelowASubHeading() {
      assertThat(items("### Knots\n\nThe list:\n\n- A\n- B\n"))
          .extracting(item -> item.content().text())
          .containsExactly("Knots The list: A B");
    }

    @Test
    void ofAWholeListOfLinksAreItemsBesideItsEntries() {
      assertThat(
              texts(
                  "What was [merged](https://m.example/):\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n"))
          .containsExactly("What was merged:", "A", "B");
    }
  }

  @Test
  void aTitleAboveAnIssueWithoutSectionsIsNoSubHeading() {
    assertThat(Given.body(
                "# The Weekly\n\nOne [a](https://a.example/)\n\nTwo [b](https://b.example/)\n")
            .items())
        .extracting(Item::title)
        .containsExactly("One a", "Two b");
  }

  @Test
  void embedsInNeighbouringBlocksAreTwoItems() {
    List<Item> items = items(
        "<iframe src='https://v.example/1'></iframe>\n\n<iframe src='https://w.example/2'></iframe>\n");

    assertThat(items).extracting(Item::title).containsExactly("v.example", "w.example");
    assertThat(items).allSatisfy(item -> assertThat(item.content().markup()).startsWith("<p"));
  }

  @Nested
  final class Neighbours {
    @Test
    void thatSpeakOfOnePageAreOneItem() {
      assertThat(
              texts(
                  "The [quay](https://a.example/) was opened.\n\nThe [quay](https://a.example) is long.\n"))
          .hasSize(1);
      assertThat(texts("Ida: <https://a.example/>\n\nMara: <https://a.example/>\n"))
          .hasSize(2);
    }

    @Test
    void withOnePrimaryLinkAreOneItem() {
      String story =
          "[![](X.png)](https://X.example/)\n\n[Title X](https://X.example/?utm_source=me)\n\nText.\n\n[Go](https://X.example)\n\n";

      List<Item> items = items(story.replace('X', 'a') + story.replace('X', 'b'));

      assertThat(items).extracting(Item::title).containsExactly("Title a", "Title b");
    }

    @Test
    void areTwoItemsOnBothSidesOfARuler() {
      assertThat(texts("[A](https://a.example/)\n\n---\n\n[B](https://a.example/)\n"))
          .hasSize(2);
      assertThat(texts("[A](https://a.example/)\n\n[B](https://a.example/)\n")).hasSize(1);
    }
  }

  @Nested
  final class Rules {
    private static final String SECTION = """
        ## Tools

        Words.

        ### One

        A [paragraph](https://a.example/).

        - listed
        - [linked](https://b.example/)

        ### Two

        Last words.

        ## Jobs
        """;

    @Test
    void ofHeadingsMakeEachSubHeadingAnItem() {
      assertThat(Given.items(ItemRule.HEADINGS, SECTION))
          .containsExactly("One A paragraph. listed linked", "Two Last words.");
    }

    @Test
    void ofAListMakeEachEntryAnItem() {
      assertThat(Given.items(ItemRule.LIST, SECTION)).containsExactly("listed", "linked");
    }

    @Test
    void ofParagraphsMakeEachParagraphAnItem() {
      assertThat(Given.items(ItemRule.PARAGRAPHS, SECTION))
          .containsExactly("Words.", "A paragraph. listed linked", "Last words.");
    }

    @Test
    void ofNoneMakeNoItem() {
      assertThat(Given.items(ItemRule.NONE, SECTION)).isEmpty();
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
  @ValueSource(
      strings = {
        "[!](https://a.example/)\n",
        "[ ](https://a.example/) a\n",
        "<mailto:a@b.example>\n",
        "[?](mailto:a@b.example)\n",
        "x\n",
        "1、\n",
        "😀\n"
      })
  void whatHasALinkOrAWordHasATitle(String section) {
    assertThat(items(section)).singleElement().extracting(Item::title).isNotEqualTo("Untitled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---\n",
        "<!-- nothing -->\n",
        "<br>\n",
        "&nbsp;\n",
        "_ _\n",
        "^\n",
        "<em></em>\n",
        "[]()\n",
        "&nbsp;\n\n---\n\n**&nbsp;**\n"
      })
  void nothingMakesNoItem(String section) {
    assertThat(items(section)).isEmpty();
  }

  @Test
  void onlyItemBelowAHeadingThatIsALinkHasThisLink() {
    Issue issue = Given.body("## [Plum](https://plum.example/)\n\nA tool for trees.\n");

    assertThat(issue.parts().get(0).items())
        .singleElement()
        .satisfies(item -> assertThat(item.addresses()).containsExactly("https://plum.example/"));
  }
}
