package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutlineTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theShallowestHeadingLevelIsTheSectionLevel(int level) {
    String mark = "#".repeat(level);

    Issue issue = Given.body(mark + " News\n\nOne.\n\n" + mark + " Tools\n\nTwo.\n");

    assertThat(issue.parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools");
  }

  @Test
  void deeperHeadingsDivideNoSection() {
    Issue issue = Given.body("## News\n\n### First\n\nOne.\n\n#### Aside\n\n## Tools\n\nTwo.\n");

    assertThat(issue.parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools");
    assertThat(issue.parts().get(0).content().text()).isEqualTo("News First One. Aside");
  }

  @Test
  void theTextBeforeTheFirstSectionHeadingIsTheLead() {
    Issue issue = Given.body("Hello.\n\nAgain.\n\n## News\n\nOne.\n");

    assertThat(issue.lead().markup()).startsWith("<p>Hello.</p>").contains("<p>Again.</p>");
    assertThat(issue.lead().text()).isEqualTo("Hello. Again.");
  }

  @Test
  void anIssueWithoutHeadingsHasALeadAndNoSection() {
    Issue issue = Given.body("Hello.\n\nAgain.\n");

    assertThat(issue.parts()).isEmpty();
    assertThat(issue.lead()).isEqualTo(issue.content());
  }

  @Test
  void anIssueThatBeginsWithAHeadingHasNoLead() {
    assertThat(Given.body("## News\n\nOne.\n").lead().text()).isEmpty();
  }

  @Test
  void anEmptyBodyHasNeither() {
    Issue issue = Given.body("");

    assertThat(issue.content().isEmpty()).isTrue();
    assertThat(issue.lead().isEmpty()).isTrue();
    assertThat(issue.parts()).isEmpty();
  }

  @Test
  void aHeadingInAQuoteOrAListIsNoSection() {
    Issue issue = Given.body("## News\n\n> # Quoted\n\n- # Listed\n");

    assertThat(issue.parts()).extracting(Issue.SectionText::heading).containsExactly("News");
  }

  @Test
  void aHeadingInCodeIsNoSection() {
    assertThat(Given.body("## News\n\n```\n# comment\n```\n\n    # code\n").parts())
        .hasSize(1);
  }

  @Test
  void aSetextHeadingIsAHeading() {
    assertThat(Given.body("News\n====\n\nOne.\n\nTools\n=====\n\nTwo.\n").parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools");
  }

  @Test
  void aHeadingWithMarkupIsPlainText() {
    assertThat(Given.body("## *News* &amp; [Events](https://a.example/) `x`\n\nOne.\n")
            .parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News & Events x");
  }

  @Test
  void aRawHtmlHeadingIsAHeading() {
    assertThat(Given.body("<h2>News</h2>\n\nOne.\n").parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News");
  }

  @Test
  void headingsOfOneNameAreTwoParts() {
    Issue issue = Given.body("## News\n\nOne.\n\n## News\n\nTwo.\n");

    assertThat(issue.parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "News");
    assertThat(issue.parts())
        .extracting(Issue.SectionText::anchor)
        .containsExactly("news", "news-2");
  }

  @Test
  void aSectionMayBeEmpty() {
    Issue issue = Given.body("## News\n\n## Tools\n\nTwo.\n");

    assertThat(issue.parts()).hasSize(2);
    assertThat(issue.parts().get(0).items()).isEmpty();
  }

  @Nested
  final class Levels {
    @Test
    void areShiftedSoThatSectionsAreLevelTwo() {
      assertThat(Given.html("# News\n\n## First\n\n#### Deep\n"))
          .contains("<h2 id=\"news\">News</h2>", "<h3", ">First</h3>", "<h5", ">Deep</h5>")
          .doesNotContain("<h1");
    }

    @Test
    void areShiftedUpToo() {
      assertThat(Given.html("#### News\n\n##### First\n"))
          .contains("<h2 id=\"news\">News</h2>", ">First</h3>");
    }

    @Test
    void areNeverDeeperThanSix() {
      assertThat(Given.html("# News\n\n###### Deep\n")).contains(">Deep</h6>");
    }

    @Test
    void ofHeadingsInQuotesAreShiftedAlike() {
      assertThat(Given.html("# News\n\n> ## Quoted\n")).contains("<h3>Quoted</h3>");
    }
  }

  @Nested
  final class TitleInTheBody {
    @Test
    void isNoSection() {
      Issue issue = Given.body("# The Weekly\n\nHello.\n\n## News\n\nOne.\n");

      assertThat(issue.parts()).extracting(Issue.SectionText::heading).containsExactly("News");
      assertThat(issue.lead().text()).contains("Hello.");
    }

    @Test
    void isRecognisedInAnotherCase() {
      assertThat(Given.body("# THE WEEKLY\n\n## News\n\nOne.\n").parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The – Weekly!", "“The Weekly”", "*The* Weekly:", "THE_WEEKLY"})
    void isRecognisedByLettersAndDigitsAlone(String title) {
      assertThat(Given.body("## " + title + "\n\n## News\n\nOne.\n").parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News");
    }

    @Test
    void inOtherWordsIsASingleHeadingAboveTwoOthers() {
      Issue issue = Given.body("# Our weekly, no. 5\n\nHello.\n\n## News\n\nOne.\n\n## Tools\n");

      assertThat(issue.parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News", "Tools");
      assertThat(issue.lead().text()).isEqualTo("Our weekly, no. 5 Hello.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "# Number 5\n\n## News\n\nOne.\n\n## Tools\n\nTwo.\n",
          "## Number 5\n\n### News\n\nOne.\n\n### Tools\n\nTwo.\n",
          "## Number 5\n\nHello.\n\n#### News\n\nOne.\n\n##### More\n\n#### Tools\n\nTwo.\n",
          "<h3>Number 5</h3>\n\n#### News\n\nOne.\n\n#### Tools\n\nTwo.\n"
        })
    void isASingleHeadingOfTheTopLevelAboveTwoOfTheNext(String markdown) {
      assertThat(Given.body(markdown).parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News", "Tools");
    }

    @Test
    void isFollowedByNoOtherOfADeeperLevel() {
      String markdown =
          "# The Weekly\n\n## News\n\nOne.\n\n### Java\n\nTwo.\n\n### Rust\n\nThree.\n";

      assertThat(Given.body(markdown).parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "# News\n\n## One\n\n# Tools\n\n## Two\n\n## Three\n",
          "# News\n\n## One\n\n### Two\n\n### Three\n\n# Tools\n"
        })
    void isNoneOfSeveralHeadings(String markdown) {
      assertThat(Given.body(markdown).parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News", "Tools");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "##"})
    void isASectionIfTheVocabularyNamesIt(String mark) {
      HeadingRules naming = new HeadingRules() {
        @Override
        public ItemRule itemsUnder(String heading) {
          return ItemRule.AUTO;
        }

        @Override
        public boolean names(String heading) {
          return heading.equals("Tools");
        }
      };
      String markdown = "X Tools\n\nX# One\n\nA.\n\nX# Two\n\nB.\n".replace("X", mark);

      assertThat(Given.body(naming, markdown).parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("Tools");
    }

    @Test
    void staysInTheContent() {
      assertThat(Given.body("# The Weekly\n\n## News\n\nOne.\n").content().text())
          .startsWith("The Weekly");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"## ", "##", "## &nbsp;", "## **  **", "<h2> </h2>", "## [](https://b.example/)"})
  void aHeadingWithoutWordsIsNoSection(String heading) {
    Issue after = Given.body("## News\n\nOne.\n\n" + heading + "\n\nTwo.\n");
    Issue first = Given.body(heading + "\n\nOne.\n\n## News\n\nTwo.\n");

    assertThat(after.parts()).extracting(Issue.SectionText::heading).containsExactly("News");
    assertThat(after.parts().get(0).content().text()).startsWith("News One.").endsWith("Two.");
    assertThat(first.parts()).extracting(Issue.SectionText::heading).containsExactly("News");
    assertThat(first.lead().text()).endsWith("One.");
  }

  @Test
  void aHeadingOfASignOrAPictureIsASection() {
    assertThat(Given.body("## 🔧\n\nOne.\n\n## ![](tools.png)\n\nTwo.\n").parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("🔧", "tools");
  }

  @Test
  void boldLinesAreSectionsBesideAHeadingWithoutWords() {
    assertThat(Given.body("## \n\n**News**\n\nOne.\n\n**Tools**\n\nTwo.\n").parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("News", "Tools");
  }

  @Nested
  final class BoldLines {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "**News**\n\nOne.\n\n**Tools**\n\nTwo.\n",
          "__News__\n\nOne.\n\n__Tools__\n\nTwo.\n",
          "**News**\n* One.\n\n***Tools***\n\nTwo.\n",
          "**News:**\n\nOne.\n\n🔧 **Tools**:\n\nTwo.\n",
          "<b>News</b>\n\nOne.\n\n<strong>Tools</strong>\n\nTwo.\n",
          "# The Weekly\n\n**News**\n\nOne.\n\n**Tools**\n\nTwo.\n",
          "<p><b>News</b></p>\n\nOne.\n\n<p class=\"x\">\n<strong>Tools:</strong><br>\n</p>\n\nTwo.\n",
          "<div align=\"center\"><b>News</b></div>\n\nOne.\n\n**Tools**\n\nTwo.\n",
          "<p><b>News</b></p>\n<p>One.</p>\n<p><b><i>Tools</i></b>:</p>\n<p>Two.</p>\n",
          "<p><span><b>News</b></span></p>\n\nOne.\n\n<p><b>Tools</b> &nbsp;<br></p>\n\nTwo.\n",
          "<b>\nNews\n</b>\n\nOne.\n\n**Tools**\n\nTwo.\n"
        })
    void areHeadingsWhereThereAreNoOthers(String markdown) {
      assertThat(Given.body(markdown).parts())
          .extracting(part -> part.heading().replaceAll("\\W", ""))
          .containsExactly("News", "Tools");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "**News**\n\nOne.\n",
          "**News** today\n\nOne.\n\n**Tools** too\n\nTwo.\n",
          "**News**\nOne.\n\n**Tools**\nTwo.\n",
          "**[News](https://a.example/)**\n\nOne.\n\n**[Tools](https://b.example/)**\n\nTwo.\n",
          "> **News**\n\nOne.\n\n> **Tools**\n",
          "<p><b>News</b> today</p>\n\nOne.\n\n<p>Some <b>tools</b></p>\n\nTwo.\n",
          "<b><a href='https://a.example/'>News</a></b>\n\n<p><b><a href='https://a.example/'>Tools</a></b></p>\n",
          "<ul><li><p><b>News</b></p></li>\n<li><p><b>Tools</b></p></li></ul>\n",
          "**![](https://a.example/p.png)**\n\n**![](https://a.example/q.png)**\n"
        })
    void areTextIfThereIsOneOrMoreThanBoldText(String markdown) {
      assertThat(Given.body(markdown).parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "**TOOLS**\\",
          "**TOOLS**  ",
          "**TOOLS**<br>",
          "**TOOLS** \\",
          "__TOOLS__",
          "<p><b>TOOLS</b><br></p>"
        })
    void leaveNoLineBreakInTheHeading(String line) {
      String markup =
          Given.html("**News**\n\nOne.\n\n" + line + "\n\nTwo.\n\n" + line + "\n\nThree.\n");

      assertThat(markup).contains("<h2 id=\"tools\">TOOLS</h2>", "<h2 id=\"tools-2\">TOOLS</h2>");
    }

    @Test
    void inABoxLeaveNoEmptyParagraph() {
      assertThat(Given.html("<div><p><b>News</b></p></div>\n\nOne.\n\n**Tools**\n\nTwo.\n"))
          .startsWith("<h2 id=\"news\">News</h2>\n<p>One.</p>");
    }

    @Test
    void inRawHtmlBeginAPartThatIsClosedAlone() {
      assertThat(
              Given.body("<p><b>News</b></p>\n<p>One <i>open.\n<p><b>Tools</b></p>\n<p>Two.</p>\n")
                  .parts())
          .extracting(part -> part.content().markup().contains("<i>"))
          .containsExactly(true, false);
    }

    @Test
    void areTextWhereThereAreHeadings() {
      assertThat(
              Given.body("**News**\n\nOne.\n\n**Tools**\n\n## Jobs\n\nTwo.\n").parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("Jobs");
    }
  }

  @Nested
  final class StrayHeading {
    @Test
    void thatIsShallowerAndStandsAfterDeeperOnesHidesNone() {
      Issue issue = Given.body("## News\n\nOne.\n\n## Tools\n\nTwo.\n\n# Bye\n\nThree.\n");

      assertThat(issue.parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News", "Tools", "Bye");
    }

    @Test
    void isShownAtTheLevelOfTheSections() {
      assertThat(Given.html("## News\n\nOne.\n\n# Bye\n")).contains("<h2 id=\"bye\">Bye</h2>");
    }

    @Test
    void thatStandsFirstIsTheSectionLevel() {
      Issue issue = Given.body("# All\n\n## News\n\nOne.\n");

      assertThat(issue.parts()).extracting(Issue.SectionText::heading).containsExactly("All");
    }

    @Test
    void twoShallowOnesAreTheSectionLevelAlthoughADeeperOneStandsBefore() {
      Issue issue = Given.body("### Hello\n\nLead.\n\n# News\n\nOne.\n\n# Tools\n\nTwo.\n");

      assertThat(issue.parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("News", "Tools");
      assertThat(issue.lead().text()).isEqualTo("Hello Lead.");
    }
  }

  @Nested
  final class Content {
    @Test
    void isLeadAndPartsWithoutLoss() {
      Issue issue = Given.body("Hello.\n\n## News\n\nOne.\n\n## Tools\n\n- Two\n- Three\n\n---\n");

      assertThat(issue.lead().markup()
              + issue.parts().get(0).content().markup()
              + issue.parts().get(1).content().markup())
          .isEqualTo(issue.content().markup());
    }

    @Test
    void ofAPartBeginsWithItsHeading() {
      assertThat(Given.body("## News\n\nOne.\n").parts().get(0).content().markup())
          .isEqualTo("<h2 id=\"news\">News</h2>\n<p id=\"%s\">One.</p>\n"
              .formatted(
                  Given.body("## News\n\nOne.\n").parts().get(0).items().get(0).anchor()));
    }
  }

  @Test
  void headingsBeforeAShallowerOneAreSectionsToo() {
    assertThat(Given.body("""
                ### Letters

                a

                #### From afar

                b

                ## News

                c

                ### At sea

                d

                # Jobs

                e

                # Quote

                f
                """).parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly("Letters", "News", "Jobs", "Quote");
  }
}
