package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.issue;
import static org.offprint.publication.SampleIssues.issueInFile;
import static org.offprint.publication.SampleIssues.issueWithId;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

/** The ids and addresses of issues that another generator gave to readers. */
final class FormerSiteTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private static IssuePattern pattern(String text) {
    return IssuePattern.find(text).orElseThrow();
  }

  private static FormerSite.Redirect redirect(String from, String to) {
    return new FormerSite.Redirect(pattern(from), pattern(to));
  }

  private static Publication publish(FormerSite former, Issue... issues) {
    PublicationRules rules = new PublicationRules(
        SampleIssues.masthead(URI.create("https://news.example.org/")),
        SectionVocabulary.EMPTY,
        FileRules.NONE,
        former,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    List<PublishedIssue> read = Stream.of(issues)
        .map(issue -> PublishedIssue.of(issue, SectionVocabulary.EMPTY))
        .toList();
    return Publication.of(rules, read, List.of(), read.size(), NOW);
  }

  private static Publication moved(FormerSite.Redirect... redirects) {
    return publish(
        new FormerSite(Optional.empty(), List.of(redirects)),
        issue("139", "2013-09-01T07:16:48Z"),
        issue("some-old", "2014-01-05T10:00:00+01:00"));
  }

  @Nested
  final class VeryPath {
    private final Publication publication = moved(
        redirect("/about.html", "/"),
        redirect("/archive", "https://old.example.org/all"),
        redirect("/about.html", "/never"),
        redirect("/", "/feeds"));

    @ParameterizedTest
    @CsvSource({
      "/about.html, /",
      "/about.html/, /",
      "/about.html///, /",
      "/archive, https://old.example.org/all",
      "/, /feeds"
    })
    void leadsWhereThePublisherSays(String path, String target) {
      assertThat(publication.findMoved(path)).contains(target);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"/about", "/ABOUT.HTML", "/about.html/x", "/archive.html", "about.html"})
    void isNoOther(String path) {
      assertThat(publication.findMoved(path)).isEmpty();
      assertThat(publication.findMovedIssue(path)).isEmpty();
    }
  }

  @Nested
  final class PathOfAnIssue {
    @ParameterizedTest
    @CsvSource({
      "/139, /issues/139",
      "/139/, /issues/139",
      "/some-old/, /issues/some-old",
      "/Some_Old, /issues/some-old",
      "/Some Old, /issues/some-old",
      "/SOME-OLD, /issues/some-old"
    })
    void leadsToIt(String path, String target) {
      assertThat(moved(redirect("/{slug}", "/issues/{slug}")).findMovedIssue(path))
          .contains(target);
    }

    @Test
    void mayHaveAnEnding() {
      Publication publication = moved(redirect("/{slug}.html", "/issues/{slug}"));

      assertThat(publication.findMovedIssue("/Some_Old.html")).contains("/issues/some-old");
      assertThat(publication.findMovedIssue("/Some_Old")).isEmpty();
    }

    @Test
    void mayHaveDatesOnBothSides() {
      Publication publication = moved(redirect(
          "/{year}/{month}/{day}/{slug}", "https://new.example.org/{year}-{month}-{day}/{slug}"));

      assertThat(publication.findMovedIssue("/2014/01/05/some-old/"))
          .contains("https://new.example.org/2014-01-05/some-old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/140", "/", "/139/x", "/.", "/..", "/%31", "/\u0000", "/\u00e9"})
    void ofNoIssueLeadsNowhere(String path) {
      assertThat(moved(redirect("/{slug}", "/issues/{slug}")).findMovedIssue(path))
          .isEmpty();
    }

    @Test
    void isLookedForInTheOrderOfTheRedirects() {
      Publication publication =
          moved(redirect("/{slug}.html", "/issues/{slug}"), redirect("/{slug}", "/other/{slug}"));

      assertThat(publication.findMovedIssue("/139.html")).contains("/issues/139");
      assertThat(publication.findMovedIssue("/139")).contains("/other/139");
    }

    @Test
    void mayLeadToOnePageForAll() {
      assertThat(moved(redirect("/{slug}", "/")).findMovedIssue("/139")).contains("/");
    }

    @Test
    @Timeout(3)
    void isFoundSoonAmongThousands() {
      List<FormerSite.Redirect> many = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        many.add(redirect("/old-" + i, "/issues/139"));
        many.add(redirect("/%d/{slug}".formatted(i), "/issues/{slug}"));
      }
      Publication publication = moved(many.toArray(new FormerSite.Redirect[0]));

      for (int i = 0; i < 100; i++) {
        assertThat(publication.findMoved("/old-2999/")).contains("/issues/139");
        assertThat(publication.findMovedIssue("/2999/139")).contains("/issues/139");
        assertThat(publication.findMoved("/nothing" + "/".repeat(8000))).isEmpty();
        assertThat(publication.findMovedIssue("/2999/" + "a".repeat(8000))).isEmpty();
      }
    }
  }

  @Nested
  final class NameOfSeveralIssues {
    private final Publication publication = publish(
        new FormerSite(
            Optional.empty(), List.of(redirect("/{year}/{month}/{day}/{slug}", "/issues/{slug}"))),
        issueInFile("2013-09-01-weekly.md", "weekly", "2013-09-01T07:16:48Z"),
        issueInFile("2013-09-08-weekly.md", "weekly-2013-09-08", "2013-09-08T07:16:48Z"));

    @ParameterizedTest
    @CsvSource({
      "/2013/09/01/weekly, /issues/weekly",
      "/2013/09/08/weekly/, /issues/weekly-2013-09-08",
      "/2013/09/07/weekly/, /issues/weekly"
    })
    void leadsToThatOfItsDate(String path, String target) {
      assertThat(publication.findMovedIssue(path)).contains(target);
    }

    @Test
    void isListedWithEachDate() {
      assertThat(publication.formerPaths()).contains("/2013/09/01/weekly", "/2013/09/08/weekly");
    }
  }

  @Nested
  final class PathWithoutSlug {
    private final Publication publication = publish(
        new FormerSite(
            Optional.empty(),
            List.of(
                redirect("/{year}/{month}/{day}", "/issues/{slug}"),
                redirect("/{year}-{month}", "/issues/{slug}"))),
        issue("139", "2013-09-01T07:16:48Z"),
        issue("140", "2013-10-08T07:16:48Z"),
        issue("141", "2013-10-15T23:30:00+02:00"));

    @ParameterizedTest
    @CsvSource({
      "/2013/09/01, /issues/139",
      "/2013/9/1/, /issues/139",
      "/2013/10/15, /issues/141",
      "/2013-09, /issues/139"
    })
    void leadsToTheOnlyIssueOfItsDate(String path, String target) {
      assertThat(publication.findMovedIssue(path)).contains(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2013/09/02", "/2013/13/99", "/2013-10", "/2014-09", "/2013/09"})
    void leadsNowhereForNoneOrSeveral(String path) {
      assertThat(publication.findMovedIssue(path)).isEmpty();
    }

    @Test
    void isListedWhereItIsOfOneIssue() {
      assertThat(publication.formerPaths())
          .containsExactlyInAnyOrder("/2013/09/01", "/2013/10/08", "/2013/10/15", "/2013-09");
    }
  }

  @Nested
  final class Ids {
    private final FormerSite former =
        new FormerSite(Optional.of(pattern("https://old.example.org/{slug}")), List.of());

    private List<String> ids(Publication publication) {
      return publication.issues().stream()
          .map(published -> publication.ids().issue(published.issue()).toString())
          .toList();
    }

    @Test
    void ofIssuesAreThoseThatReadersKnow() {
      assertThat(ids(publish(former, issue("139", "2013-09-01T07:16:48Z"))))
          .containsExactly("https://old.example.org/139");
    }

    @Test
    void ofIssuesAreTheAuthorsFirst() {
      assertThat(ids(publish(former, issueWithId("139", "urn:x:7")))).containsExactly("urn:x:7");
    }

    @Test
    void ofAllElseAreOurOwn() {
      EntryIds ids = publish(former).ids();
      Issue issue = issue("139", "2013-09-01T07:16:48Z");

      assertThat(ids.selection(issue, "tools")).hasToString("tag:example.org,2010:139/tools");
      assertThat(ids.feed("/feed")).hasToString("tag:example.org,2010:/feed");
    }

    @Test
    void thatTheAuthorGivesTwiceCountOnce() {
      Publication publication =
          publish(former, issueWithId("1", "urn:x:7"), issueWithId("2", "urn:x:7"));

      assertThat(ids(publication))
          .containsExactlyInAnyOrder("urn:x:7", "https://old.example.org/2");
      assertThat(publication.problems())
          .singleElement()
          .isEqualTo(new Problem(
              Problem.Kind.VALUE,
              "2.md",
              0,
              "has the same id as 1.md; give it one of its own, or none"));
    }

    @Test
    void ofThePatternAreNotTakenByAnAuthorsId() {
      Publication publication = publish(
          former,
          issueWithId("1", "https://old.example.org/2"),
          issue("2", "2026-01-05T10:00:00Z"));

      assertThat(ids(publication))
          .containsExactlyInAnyOrder("https://old.example.org/1", "https://old.example.org/2");
      assertThat(publication.problems()).extracting(Problem::file).containsExactly("1.md");
    }

    @Test
    void thatTheAuthorRepeatsFromThePatternAreNoProblem() {
      Publication publication = publish(former, issueWithId("1", "https://old.example.org/1"));

      assertThat(publication.problems()).isEmpty();
      assertThat(ids(publication)).containsExactly("https://old.example.org/1");
    }
  }
}
