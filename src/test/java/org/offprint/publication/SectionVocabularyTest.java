package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.offprint.publication.SampleIssues.issue;
import static org.offprint.publication.SampleIssues.item;
import static org.offprint.publication.SampleIssues.part;
import static org.offprint.publication.SampleIssues.rule;
import static org.offprint.publication.SampleIssues.section;
import static org.offprint.publication.SampleIssues.vocabulary;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;

final class SectionVocabularyTest {
  private static final SectionVocabulary SPONSOR_NEWS_TOOLS = vocabulary(
      rule("sponsor", "Sponsor", "Sponsor*", "From our sponsor*", "CNCF"),
      rule("news", "News", "News"),
      rule("tools", "Tools", "Tool*"));

  @Nested
  final class OfHeading {
    @ParameterizedTest
    @CsvSource({
      "Sponsored, sponsor",
      "'From our sponsor, VictorOps', sponsor",
      "cncf, sponsor",
      "NEWS, news",
      "Tool, tools"
    })
    void isWhatTheVocabularySays(String heading, String key) {
      assertThat(SPONSOR_NEWS_TOOLS.sectionOf(heading).key()).hasToString(key);
    }

    @Test
    void isDecidedByTheFirstRuleThatMatches() {
      SectionVocabulary vocabulary =
          vocabulary(rule("books", "Books", "*book*"), rule("tools", "Tools", "*"));

      assertThat(vocabulary.find("Cookbooks")).contains(section("books", "Books"));
      assertThat(vocabulary.find("Anything")).contains(section("tools", "Tools"));
    }

    @Test
    void isOneOfItsOwnWhenNoRuleMatches() {
      assertThat(SPONSOR_NEWS_TOOLS.find("Reading List")).isEmpty();
      assertThat(SPONSOR_NEWS_TOOLS.sectionOf("Reading List"))
          .isEqualTo(section("reading-list", "Reading List"));
    }

    @ParameterizedTest
    @CsvSource({"TOOLS, tools", "Tools:, tools", "🔧 Tools, tools", "Tools!, tools"})
    void isTheVocabularysWhenItDiffersFromAPatternInSignsAlone(String heading, String key) {
      SectionVocabulary vocabulary = vocabulary(rule(key, "Tools and toys", "Tools"));

      assertThat(vocabulary.sectionOf(heading)).isEqualTo(section(key, "Tools and toys"));
    }

    @ParameterizedTest
    @CsvSource({
      "it, Реклама IT, IT, it-2",
      "it, Реклама IT, Новости IT, новости-it",
      "tools, Software, Tools, tools-2",
      "c, C, C++, c-plus-plus",
      "net, Net, .NET, dot-net"
    })
    void isNeverTheVocabularysByAccidentOfItsKey(
        String key, String pattern, String heading, String own) {
      SectionVocabulary vocabulary = vocabulary(new SectionVocabulary.Rule(
          new Section(new SectionKey(key), pattern, true), List.of(pattern)));

      assertThat(vocabulary.sectionOf(heading)).isEqualTo(section(own, heading));
    }

    @Test
    void isCalledUntitledWhenTheHeadingIsEmpty() {
      assertThat(SectionVocabulary.EMPTY.sectionOf("")).isEqualTo(section("untitled", "Untitled"));
    }
  }

  @Nested
  final class OfIssue {
    private final Issue issue = issue(
        "12",
        "2026-01-04T10:00:00Z",
        part("Sponsor", item("ad", 0)),
        part("Tools", item("restic", 1), item("htop", 2)),
        part("CNCF", item("kubecon", 3)),
        part("Tool", item("jq", 4)));

    @Test
    void areInTheOrderOfTheirFirstHeading() {
      assertThat(PublishedIssue.IssueSection.of(SPONSOR_NEWS_TOOLS.partsOf(issue)))
          .extracting(own -> own.section().key().value())
          .containsExactly("sponsor", "tools");
    }

    @Test
    void joinAllHeadingsThatMeanTheSame() {
      PublishedIssue.IssueSection tools =
          PublishedIssue.IssueSection.of(SPONSOR_NEWS_TOOLS.partsOf(issue)).get(1);

      assertThat(tools.items()).extracting(Item::key).containsExactly("restic", "htop", "jq");
      assertThat(tools.parts())
          .extracting(Issue.SectionText::heading)
          .containsExactly("Tools", "Tool");
    }

    @Test
    void beginAtTheirFirstHeading() {
      assertThat(PublishedIssue.IssueSection.of(SPONSOR_NEWS_TOOLS.partsOf(issue))
              .get(0)
              .parts()
              .get(0)
              .anchor())
          .isEqualTo("h-1");
    }

    @Test
    void joinUnmappedHeadingsThatDifferOnlyInCase() {
      Issue spelledTwice = issue(
          "13", "2026-01-04T10:00:00Z", part("Tools", item("a", 0)), part("TOOLS", item("b", 1)));

      List<PublishedIssue.IssueSection> sections =
          PublishedIssue.IssueSection.of(SectionVocabulary.EMPTY.partsOf(spelledTwice));

      assertThat(sections).hasSize(1);
      assertThat(sections.get(0).items()).extracting(Item::key).containsExactly("a", "b");
    }

    @Test
    void leaveOutHeadingsWithoutAnItem() {
      Issue issue = issue(
          "14", "2026-01-04T10:00:00Z", part("Jobs"), part("Tools", item("jq", 0)), part("Tool"));

      assertThat(PublishedIssue.of(issue, SPONSOR_NEWS_TOOLS).sections())
          .extracting(own -> own.section().key().value(), own -> own.items().size())
          .containsExactly(tuple("tools", 1));
    }
  }

  @Nested
  final class NearMiss {
    @ParameterizedTest
    @CsvSource({"Newss, news", "Nws, news", "Tooling, tools", "The tools, tools", "Tols, tools"})
    void isSectionAtMostTwoLettersAway(String heading, String key) {
      assertThat(SPONSOR_NEWS_TOOLS.nearMiss(heading))
          .hasValueSatisfying(section -> assertThat(section.key()).hasToString(key));
    }

    @Test
    void isFoundByPatternToo() {
      assertThat(SPONSOR_NEWS_TOOLS.nearMiss("From our spnosor"))
          .contains(section("sponsor", "Sponsor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jobs", "Reading list", "", "N"})
    void isNothingForAnotherWord(String heading) {
      assertThat(SPONSOR_NEWS_TOOLS.nearMiss(heading)).isEmpty();
    }

    @Test
    void isNeverTheStarAlone() {
      assertThat(vocabulary(rule("everything-else", "Everything else", "*")).nearMiss("Jobs"))
          .isEmpty();
    }
  }
}
