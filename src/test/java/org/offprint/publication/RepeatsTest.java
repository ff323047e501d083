package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Item;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** An item repeated in the same issue belongs to its first place; one that shares a link alone is another. */
final class RepeatsTest {
  private static final String SPONSORED = """
      Sponsor
      =======

      Salt restores backups.
      <br>[https://salt.example/restore](https://salt.example/restore)

      Tools
      =====

      A tool.
      <br>[https://a.example/](https://a.example/)

      Salt has an offer for you alone.
      <br>[https://salt.example/restore](%s)

      Another tool.
      <br>[https://b.example/](https://b.example/)
      """;

  @TempDir
  private Path folder = Path.of("");

  private PublishedIssue published(String body, SectionVocabulary.Rule... named) {
    new IssueFiles(folder).givenIssue("1.md", "One", "2025-01-05", body);
    Masthead masthead = TestPublications.masthead("Newsletter", "https://news.example.org/");
    return TestPublications.read(folder, masthead, new SectionVocabulary(List.of(named)))
        .issues()
        .get(0);
  }

  private static List<String> titles(PublishedIssue published, int part) {
    return published.parts().get(part).part().items().stream().map(Item::title).toList();
  }

  @Test
  void ofAnAdvertisementIsNoItemOfTheLaterSection() {
    PublishedIssue published = published(SPONSORED.formatted("https://salt.example/restore"));

    assertThat(titles(published, 0)).containsExactly("Salt restores backups");
    assertThat(titles(published, 1)).containsExactly("A tool", "Another tool");
  }

  @Test
  void isLeftOutOfTheDistinctContentAndStaysInTheWhole() {
    PublishedIssue published = published(SPONSORED.formatted("https://salt.example/restore"));

    assertThat(published.parts().get(1).distinct().text())
        .isEqualTo("Tools A tool. https://a.example/ Another tool. https://b.example/");
    assertThat(published.parts().get(1).part().content().text()).contains("Salt has an offer");
    assertThat(published
            .content(TestPublications.masthead("Letter", "https://news.example.org/"))
            .text())
        .contains("Salt has an offer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.salt.example/restore/",
        "https://salt.example/restore?utm_source=weekly"
      })
  void isRecognisedByItsNormalisedPrimaryLink(String link) {
    assertThat(titles(published(SPONSORED.formatted(link)), 1)).hasSize(2);
  }

  @Test
  void isNoneWithAnotherLink() {
    PublishedIssue published = published(SPONSORED.formatted("https://salt.example/other"));

    assertThat(titles(published, 1)).hasSize(3);
    assertThat(published.parts().get(1).distinct())
        .isEqualTo(published.parts().get(1).part().content());
  }

  @Test
  void isRecognisedByASecondaryLinkOfTheAdvertisement() {
    PublishedIssue published = published("""
        ## Sponsor

        Salt: [story](https://salt.example/story) and [shop](https://salt.example/shop).

        ## Tools

        Buy salt. <https://salt.example/shop>
        """);

    assertThat(titles(published, 1)).isEmpty();
  }

  @Test
  void isDecidedByTheKindOfTheSectionWithoutReadingAgain() {
    String body = """
        ## Friends

        Salt restores backups. <https://salt.example/>

        ## Tools

        Salt again, in a few other words. <https://salt.example/>
        """;
    SectionVocabulary.Rule paid = new SectionVocabulary.Rule(
        new Section(new SectionKey("friends"), "Friends", true), List.of("Friends"));

    PublishedIssue free = published(body);

    assertThat(titles(free, 1)).hasSize(1);
    assertThat(titles(published(body, paid), 1)).isEmpty();
    assertThat(PublishedIssue.of(free.issue(), new SectionVocabulary(List.of(paid)))
            .itemCount())
        .isEqualTo(1);
  }

  @Test
  void isAStoryWithTheSameTextAgain() {
    PublishedIssue published = published("""
        ## News

        The office has opened its tide tables to everybody. <https://tide.example/free>

        ## Tools

        - [The office has opened its tide tables to everybody](https://tide.example/free)
        - [Knotty](https://knotty.example/)
        """);

    assertThat(titles(published, 1)).containsExactly("Knotty");
    assertThat(published.parts().get(1).distinct().markup()).doesNotContain("tide.example");
  }

  @Test
  void isNoStoryThatMerelySharesALink() {
    PublishedIssue published = published("""
        ## In short

        - [Tide tables are free](https://tide.example/free)
        - [Rigger wanted](https://pier.example/jobs/7)

        ## News

        The office has opened its tide tables, after years of letters. <https://tide.example/free>

        ## Jobs

        Pier Ltd is looking for a rigger in Hull, four days a week. <https://pier.example/jobs/7>
        """);

    assertThat(titles(published, 1)).hasSize(1);
    assertThat(titles(published, 2)).hasSize(1);
    assertThat(
            published.sections().stream().flatMap(own -> own.items().stream()).map(Item::key))
        .doesNotHaveDuplicates();
  }

  @Test
  void ofOneSectionStaysAnItemOfIt() {
    PublishedIssue published =
        published("## Tools\n\nOne look. <https://a.example/>\n\nOne look. <https://a.example/>\n");

    assertThat(titles(published, 0)).hasSize(2);
  }

  @Test
  void withoutLinkIsNone() {
    assertThat(titles(published("## A\n\nSame words.\n\n## B\n\nSame words.\n"), 1))
        .hasSize(1);
  }

  @Test
  void takesNoPosition() {
    PublishedIssue published = published(SPONSORED.formatted("https://salt.example/restore"));

    assertThat(published.parts().get(1).part().items())
        .extracting(Item::position)
        .containsExactly(1, 2);
  }
}
