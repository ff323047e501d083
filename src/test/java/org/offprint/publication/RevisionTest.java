package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.testing.IssueFiles;

/** A change of few issues comes to the same as reading the whole folder anew. */
final class RevisionTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final PublicationRules RULES =
      SampleIssues.rules(SampleIssues.rule("tools", "Tools", "Tools*"));

  @TempDir
  private Path folder = Path.of("");

  private IssueFiles files = new IssueFiles(folder);
  private PublicationLoader loader = new PublicationLoader(folder);
  private Folder listing = Folder.scan(folder);
  private Instant now = NOW;

  @BeforeEach
  void givenThreeIssues() {
    files = new IssueFiles(folder);
    files.given("one.md", issue("One", "2026-01-01", "", "Tools"));
    files.given("two.md", issue("Two", "2026-01-08", "", "Tools", "News"));
    files.given("three.md", issue("Three", "2026-01-15", "", "Tools"));
    loader = new PublicationLoader(folder);
    listing = Folder.scan(folder);
  }

  private static String issue(String title, String date, String more, String... headings) {
    StringBuilder text = new StringBuilder(
        "---\ntitle: %s\ndate: %s\n%s---\n\n".formatted(title, date, more.replace(';', '\n')));
    Stream.of(headings)
        .forEach(
            heading -> text.append("# %s\n\n[A](https://example.org/a)\n\n".formatted(heading)));
    return text.toString();
  }

  private Publication load() {
    return loader.load(listing, RULES, now);
  }

  /** Loads after some files were touched, and those alone are looked at. */
  private Publication loadTouched(String... touched) {
    listing = listing
        .rescan(folder, Set.of(Stream.of(touched).map(folder::resolve).toArray(Path[]::new)))
        .orElseThrow();
    return load();
  }

  /** Removes a file, and lets the second pass for which it is waited for. */
  private void remove(String name) {
    files.remove(name);
    loadTouched(name);
    now = now.plusSeconds(1);
  }

  /** The same folder, read by somebody who knows nothing of it. */
  private Publication fresh() {
    return new PublicationLoader(folder).load(Folder.scan(folder), RULES, now);
  }

  /** All that a publication says of itself, but how many files were read for it. */
  private record Said(
      List<String> issues,
      List<String> neighbours,
      List<Section> sections,
      List<String> heldBack,
      List<Problem> problems,
      String rhythm) {
    static Said by(Publication publication) {
      return new Said(
          publication.issues().stream()
              .map(published -> published.issue() + " " + published.sections())
              .toList(),
          publication.issues().stream()
              .map(published -> publication
                      .findIssue(published.issue().slug())
                      .equals(Optional.of(published))
                  + " "
                  + publication.newerThan(published).map(PublishedIssue::issue).map(Issue::slug)
                  + " "
                  + publication.olderThan(published).map(PublishedIssue::issue).map(Issue::slug))
              .toList(),
          publication.sections(),
          publication.heldBack().stream().map(Issue::file).toList(),
          publication.problems(),
          publication.rhythm().toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "two.md,   2026-01-08, '',                     Tools, News",
        "two.md,   2026-01-08, '',                     Tools, Jobs",
        "two.md,   2026-01-08, '',                     Tools for all, News",
        "two.md,   2026-01-08, '',                     Tools, NEWS",
        "two.md,   2026-01-20, '',                     Tools, News",
        "two.md,   2027-01-20, '',                     Tools, News",
        "two.md,   2026-01-08, 'draft: true;',         Tools, News",
        "two.md,   2026-01-08, 'slug: other;',         Tools, News",
        "two.md,   2026-01-08, 'slug: one;',           Tools, News",
        "two.md,   2026-01-08, 'id: tag:a.example,1:b;', Tools, News",
        "two.md,   2026-01-08, 'updated: 2026-02-01;', Tools, News",
        "two.md,   2026-01-08, 'updated: 2027-02-01;', Tools, News",
        "two.md,   no date,    '',                     Tools, News",
        "two.md,   2026-01-08, 'language: 12;',        Tools, News",
        "four.md,  2026-01-22, '',                     Tools, News",
        "four.md,  2026-01-22, '',                     Tools, Jobs",
        "four.md,  2026-01-15, '',                     Tools, News",
        "four.md,  2026-01-10, '',                     Tools, News",
        "four.md,  2026-01-22, 'slug: two;',           Tools, News",
        "four.md,  2026-01-22, 'draft: true;',         Tools, News",
        "four.md,  2027-01-22, '',                     Tools, News",
      })
  void changedOrAddedIssueComesToTheSame(
      String file, String date, String more, String first, String second) {
    load();

    files.given(file, issue("Other", date, more, first, second));
    Said revised = Said.by(loadTouched(file));

    if (!date.equals("no date")) {
      assertThat(revised).isEqualTo(Said.by(fresh()));
    }
    files.given(file, issue("Once more", "2026-01-22", "", "Tools"));
    assertThat(Said.by(loadTouched(file))).isEqualTo(Said.by(fresh()));
  }

  @Test
  void brokenIssueKeepsItsLastGoodVersionAndItsProblem() {
    load();

    files.given("two.md", "---\ntitle: Two\ndate: soon\n---\n");
    Publication broken = loadTouched("two.md");
    files.given("three.md", issue("Three, better", "2026-01-15", "", "Tools"));
    Publication later = loadTouched("three.md");

    assertThat(broken.problems()).hasSize(1);
    assertThat(later.problems()).isEqualTo(broken.problems());
    assertThat(FollowedFolder.titles(later)).containsExactly("Three, better", "Two", "One");

    files.given("two.md", issue("Two, repaired", "2026-01-08", "", "Tools", "News"));
    assertThat(Said.by(loadTouched("two.md"))).isEqualTo(Said.by(fresh()));
  }

  @Test
  void removedIssueIsGoneWithItsSection() {
    load();

    remove("two.md");

    assertThat(Said.by(load())).isEqualTo(Said.by(fresh()));
  }

  @Test
  void issueThatIsDueAppearsWithAnotherChange() {
    files.given("four.md", issue("Four", "2026-06-02", "", "Jobs"));
    listing = Folder.scan(folder);
    load();

    files.given("one.md", issue("One, later", "2026-01-01", "", "Tools"));
    listing = listing.rescan(folder, Set.of(folder.resolve("one.md"))).orElseThrow();
    Publication later = loader.load(listing, RULES, NOW.plusSeconds(86_400));

    assertThat(FollowedFolder.titles(later)).containsExactly("Four", "Three", "Two", "One, later");
    assertThat(later.findSection(new SectionKey("jobs"))).isPresent();
  }

  /** Parts that are the same object were not made again. */
  @ParameterizedTest
  @ValueSource(strings = {"two.md", "four.md"})
  void revisionLooksAtNoOtherIssue(String file) {
    List<Section> sections = load().sections();

    files.given(
        file,
        issue("Other", file.equals("two.md") ? "2026-01-08" : "2026-02-01", "", "Tools", "News"));

    assertThat(loadTouched(file).sections()).isSameAs(sections);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void manyChangesOneAfterTheOtherComeToTheSame(long seed) {
    Random random = new Random(seed);
    List<String> headings = List.of("Tools", "News", "Jobs", "NEWS");
    List<String> extras =
        List.of("", "", "", "", "draft: true;", "slug: one;", "updated: 2026-03-01;", "number: 7;");
    load();
    for (int i = 0; i < 40; i++) {
      String name = "n-" + random.nextInt(8) + ".md";
      if (random.nextInt(8) == 0 && listing.files().containsKey(name)) {
        remove(name);
      } else {
        files.given(
            name,
            issue(
                "Change " + i,
                "2026-0%d-1%d".formatted(1 + random.nextInt(7), random.nextInt(10)),
                extras.get(random.nextInt(extras.size())),
                headings.get(random.nextInt(headings.size())),
                headings.get(random.nextInt(headings.size()))));
      }
      assertThat(Said.by(loadTouched(name))).as("after change %s", i).isEqualTo(Said.by(fresh()));
    }
  }
}
