package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Issue;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** The parts of a published issue with their sections, and sponsored content. */
final class PublishedIssueTest {
  private static final Masthead MASTHEAD =
      TestPublications.masthead("Letter", "https://news.example.org/");

  private static final String BODY = """
      Welcome.

      ## Tools

      [Restic](https://restic.example.org/)

      ## Our friends

      [Thornbeck](https://thornbeck.example.com/)

      ## Tools for later

      [Htop](https://htop.example.org/)

      ## Once more

      [Thornbeck](https://thornbeck.example.com/)
      """;

  @TempDir
  private Path folder = Path.of("");

  private PublishedIssue published(String body) {
    new IssueFiles(folder).givenIssue("1.md", "One", "2025-01-05", body);
    SectionVocabulary vocabulary = new SectionVocabulary(List.of(
        new SectionVocabulary.Rule(
            new Section(new SectionKey("sponsor"), "Sponsor", true), List.of("*friends*")),
        new SectionVocabulary.Rule(
            new Section(new SectionKey("tools"), "Tools", false), List.of("Tools*"))));
    Masthead masthead = TestPublications.masthead("Newsletter", "https://news.example.org/");
    return TestPublications.read(folder, masthead, vocabulary).issues().get(0);
  }

  @Nested
  final class Parts {
    @Test
    void standInTheOrderOfTheAuthorThoughSectionsComeAgain() {
      assertThat(published(BODY).parts())
          .extracting(
              placed -> placed.section().key().value(), placed -> placed.part().heading())
          .containsExactly(
              tuple("tools", "Tools"),
              tuple("sponsor", "Our friends"),
              tuple("tools", "Tools for later"),
              tuple("once-more", "Once more"));
    }

    @Test
    void areNoneWithoutHeadings() {
      assertThat(published("Only words.").parts()).isEmpty();
    }

    @Test
    void areThoseOfTheIssueItself() {
      PublishedIssue published = published(BODY);

      assertThat(published.parts())
          .extracting(placed -> placed.part().content())
          .containsExactlyElementsOf(
              published.issue().parts().stream().map(Issue.SectionText::content).toList());
    }
  }

  @Nested
  final class Content {
    @Test
    void isTheAuthorsWhereNothingIsPaidFor() {
      PublishedIssue published = published("Welcome.\n\n## Tools\n\n[A](https://a.example.org/)\n");

      assertThat(published.content(MASTHEAD)).isSameAs(published.issue().content());
    }

    @Test
    void hasEveryWordOnceAndInOrder() {
      assertThat(published(BODY).content(MASTHEAD).text())
          .isEqualTo("Welcome. Tools Restic Our friends Sponsored Thornbeck"
              + " Tools for later Htop Once more Thornbeck");
    }

    @Test
    void isTheAuthorsButForTheMark() {
      PublishedIssue published = published(BODY);
      Issue.SectionText paid = published.issue().parts().get(1);

      assertThat(published
              .content(MASTHEAD)
              .markup()
              .replace(
                  published.sponsored(paid.content(), MASTHEAD).markup(),
                  paid.content().markup()))
          .isEqualTo(published.issue().content().markup());
    }
  }
}
