package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.draft;
import static org.offprint.publication.SampleIssues.issue;
import static org.offprint.publication.SampleIssues.issueInFile;
import static org.offprint.publication.SampleIssues.item;
import static org.offprint.publication.SampleIssues.part;
import static org.offprint.publication.SampleIssues.rule;
import static org.offprint.publication.SampleIssues.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

final class PublicationTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  @Nested
  final class Order {
    @Test
    void isNewestFirst() {
      Publication publication = publish(
          issue("b", "2026-01-11T10:00:00Z"),
          issue("c", "2026-01-18T10:00:00Z"),
          issue("a", "2026-01-04T10:00:00Z"));

      assertThat(slugs(publication)).containsExactly("c", "b", "a");
    }

    @Test
    void comparesMomentsNotClockTimes() {
      Publication publication = publish(
          issue("west", "2026-01-04T08:00:00-05:00"), issue("east", "2026-01-04T12:00:00+01:00"));

      assertThat(slugs(publication)).containsExactly("west", "east");
    }

    @Test
    void ofTheSameMomentIsByTheHigherSlug() {
      Publication publication = publish(
          issue("b-9", "2026-01-04T10:00:00Z"),
          issue("b-10", "2026-01-04T10:00:00Z"),
          issue("a", "2026-01-04T11:00:00+01:00"));

      assertThat(slugs(publication)).containsExactly("b-10", "b-9", "a");
    }

    @Test
    void doesNotDependOnTheOrderOfReading() {
      List<Issue> issues = List.of(
          issue("a", "2026-01-04T10:00:00Z"),
          issue("b", "2026-01-04T10:00:00Z"),
          issue("c", "2026-01-11T10:00:00Z"));

      assertThat(slugs(publish(issues.get(2), issues.get(1), issues.get(0))))
          .isEqualTo(slugs(publish(issues.get(0), issues.get(1), issues.get(2))));
    }
  }

  @Nested
  final class HeldBack {
    @Test
    void isWhatIsDatedInTheFuture() {
      Publication publication =
          publish(issue("today", "2026-02-01T00:00:00Z"), issue("later", "2026-02-01T00:00:01Z"));

      assertThat(slugs(publication)).containsExactly("today");
      assertThat(publication.heldBack()).extracting(Issue::slug).containsExactly("later");
      assertThat(publication.findIssue("later")).isEmpty();
    }

    @Test
    void isWhatIsDraft() {
      Publication publication =
          publish(issue("out", "2026-01-04T10:00:00Z"), draft("not-yet", "2026-01-05T10:00:00Z"));

      assertThat(slugs(publication)).containsExactly("out");
      assertThat(publication.heldBack()).extracting(Issue::slug).containsExactly("not-yet");
    }

    @Test
    void hasNoSectionsAndNoItems() {
      Publication publication =
          publish(issue("later", "2027-01-01T00:00:00Z", part("Tools", item("jq", 0))));

      assertThat(publication.sections()).isEmpty();
      assertThat(publication.itemCount()).isZero();
    }

    @Test
    void isDueAtTheEarliestOfItsDates() {
      Publication publication = publish(
          issue("march", "2026-03-01T00:00:00Z"),
          issue("february", "2026-02-08T10:00:00+01:00"),
          draft("never", "2026-02-02T00:00:00Z"));

      assertThat(publication.nextDue()).contains(Instant.parse("2026-02-08T09:00:00Z"));
    }

    @Test
    void isNeverDueWhenItIsDraft() {
      assertThat(publish(draft("never", "2026-02-02T00:00:00Z")).nextDue()).isEmpty();
    }

    @Test
    void isNothingWhenAllAreOut() {
      Publication publication = publish(issue("out", "2026-01-04T10:00:00Z"));

      assertThat(publication.heldBack()).isEmpty();
      assertThat(publication.nextDue()).isEmpty();
    }
  }

  @Nested
  final class SecondFileWithOneSlug {
    @Test
    void isProblemThatNamesBoth() {
      Publication publication =
          publish(issueInFile("2024/hello.md", "hello"), issueInFile("2025/hello.md", "hello"));

      assertThat(publication.problems()).hasSize(1);
      Problem problem = publication.problems().get(0);
      assertThat(problem.file()).isEqualTo("2025/hello.md");
      assertThat(problem.message()).contains("2024/hello.md", "\"hello\"", "slug:");
    }

    @Test
    void leavesTheFirstPathPublished() {
      Publication publication =
          publish(issueInFile("2024/hello.md", "hello"), issueInFile("2025/hello.md", "hello"));

      assertThat(publication.issues())
          .extracting(published -> published.issue().file())
          .containsExactly("2024/hello.md");
    }

    @Test
    void hidesNoIssueThatReadersSee() {
      Publication publication = publish(
          issueInFile("a.md", "hello", "2026-03-01T10:00:00Z"),
          issueInFile("b.md", "hello", "2026-01-04T10:00:00Z"));

      assertThat(publication.issues())
          .extracting(published -> published.issue().file())
          .containsExactly("b.md");
    }

    @Test
    void isProblemForEachFurtherFile() {
      Publication publication = publish(
          issueInFile("a.md", "hello"), issueInFile("b.md", "hello"), issueInFile("c.md", "hello"));

      assertThat(publication.problems()).extracting(Problem::file).containsExactly("b.md", "c.md");
      assertThat(publication.problems()).allMatch(problem -> problem.message().contains("a.md"));
    }
  }

  @Nested
  final class Sections {
    @Test
    void areTheVocabularysInItsOrderThenTheOthersAsTheyFirstAppeared() {
      Publication publication = publish(
          rules(rule("tools", "Tools", "Tool*"), rule("jobs", "Jobs", "Job*")),
          issue(
              "1",
              "2026-01-04T10:00:00Z",
              part("Videos", item("a", 0)),
              part("Tool", item("b", 1)),
              part("Books", item("c", 2))));

      assertThat(publication.sections())
          .extracting(section -> section.key().value())
          .containsExactly("tools", "jobs", "videos", "books");
    }

    @Test
    void areEachThereOnce() {
      Publication publication = publish(
          issue("1", "2026-01-04T10:00:00Z", part("Tools", item("a", 0))),
          issue("2", "2026-01-11T10:00:00Z", part("TOOLS", item("b", 0))));

      assertThat(publication.sections())
          .extracting(section -> section.key().value())
          .containsExactly("tools");
    }

    @Test
    void areFoundByKey() {
      Publication publication = publish(rules(rule("jobs", "Vacancies", "Job*")));

      assertThat(publication.findSection(new SectionKey("jobs")))
          .hasValueSatisfying(section -> assertThat(section.title()).isEqualTo("Vacancies"));
      assertThat(publication.findSection(new SectionKey("tools"))).isEmpty();
    }
  }

  @Nested
  final class Neighbours {
    private final Publication publication = publish(
        issue("1", "2026-01-04T10:00:00Z"),
        issue("2", "2026-01-11T10:00:00Z"),
        issue("3", "2026-01-18T10:00:00Z"),
        issue("4", "2026-12-31T10:00:00Z"));

    @Test
    void areTheOnesPublishedBeforeAndAfter() {
      assertThat(publication.newerThan(published("2"))).contains(published("3"));
      assertThat(publication.olderThan(published("2"))).contains(published("1"));
    }

    @Test
    void endWithTheNewestThatIsOut() {
      assertThat(publication.newerThan(published("3"))).isEmpty();
    }

    @Test
    void endWithTheOldest() {
      assertThat(publication.olderThan(published("1"))).isEmpty();
    }

    private PublishedIssue published(String slug) {
      return publication.findIssue(slug).orElseThrow();
    }
  }

  @Test
  void countsItemsOfAllIssues() {
    Publication publication = publish(
        issue("1", "2026-01-04T10:00:00Z", part("Tools", item("a", 0), item("b", 1))),
        issue("2", "2026-01-11T10:00:00Z", part("News", item("a", 0)), part("Jobs")));

    assertThat(publication.itemCount()).isEqualTo(3);
  }

  @Test
  void hasNothingWhenNothingWasRead() {
    Publication publication = publish();

    assertThat(publication.issues()).isEmpty();
    assertThat(publication.sections()).isEmpty();
    assertThat(publication.problems()).isEmpty();
    assertThat(publication.itemCount()).isZero();
  }

  @Test
  void listsEachProblemOnceByFileAndLine() {
    Problem first = new Problem("a.md", 2, "no date");
    Problem second = new Problem("a.md", 10, "no title");
    Problem third = new Problem("b.md", 1, "no front matter");
    Publication publication =
        Publication.of(rules(), List.of(), List.of(third, second, third), 0, NOW);

    assertThat(publication.withProblems(List.of(first, second)).problems())
        .containsExactly(first, second, third);
  }

  private static Publication publish(Issue... issues) {
    return publish(rules(), issues);
  }

  private static Publication publish(PublicationRules rules, Issue... issues) {
    List<PublishedIssue> read = Stream.of(issues)
        .map(issue -> PublishedIssue.of(issue, rules.vocabulary()))
        .toList();
    return Publication.of(rules, read, List.of(), issues.length, NOW);
  }

  private static List<String> slugs(Publication publication) {
    return publication.issues().stream()
        .map(published -> published.issue().slug())
        .toList();
  }
}
