package org.offprint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.issue.Author;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.Masthead;
import org.offprint.publication.MediaRules;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** Items are found by what they say, and only while they are there. */
@Timeout(60)
final class SearchIndexTest {
  private static final SectionVocabulary VOCABULARY = new SectionVocabulary(List.of(
      rule("sponsor", "Our sponsor", true),
      rule("long-read", "The Long Read", false),
      rule("tools", "Tools", false)));

  @TempDir
  private Path folder = Path.of("");

  private static SectionVocabulary.Rule rule(String key, String title, boolean isSponsored) {
    return new SectionVocabulary.Rule(
        new Section(new SectionKey(key), title, isSponsored), List.of(title));
  }

  private static final SearchIndex.Limits RESTING = new SearchIndex.Limits(
      Duration.ofSeconds(10), 8, Duration.ofMillis(300), Duration.ofSeconds(60));

  private Publication read() {
    return TestPublications.read(
        folder, TestPublications.masthead("Letter", "https://news.example.org/"), VOCABULARY);
  }

  private void write() {
    new IssueFiles(folder)
        .givenIssue("138.md", "Letter 138 on harbours", "2025-01-05", """
            Only a few words about lighthouses.

            ## Our sponsor

            [Thornbeck sells restic boxes](https://thornbeck.example.com/)

            ## Tools

            [Restic, a backup tool](https://github.com/restic/restic?utm_source=letter)

            [Café backups](https://gist.github.com/abc)
            """)
        .givenIssue("139.md", "Letter #139", "2025-01-12", """
            ## The Long Read

            [Backup or not](https://read.example.org/why-restic). The backup that nobody restores is no
            backup: an error budget is one.

            ## Tools

            [C++ for pilots](https://notgithub.com/)
            """)
        .givenIssue("essay.md", "On ropes", "2025-01-19", "All about knots, and nothing else.");
  }

  private static List<String> hits(
      Publication publication, String query, SearchRequest.Order order, boolean entriesAlone)
      throws IOException {
    try (IndexedIssues issues = new IndexedIssues()) {
      assertThat(issues.follow(publication)).isTrue();
      return hits(new Snapshot(1, issues.read()), publication, query, order, entriesAlone);
    }
  }

  private static List<String> hits(
      Snapshot snapshot,
      Publication now,
      String query,
      SearchRequest.Order order,
      boolean entriesAlone) {
    SearchRequest request = new SearchRequest(SearchQuery.of(query), order, entriesAlone, 0, 1000);
    return snapshot.search(request, now, () -> false).orElseThrow().hits().stream()
        .map(hit -> hit.issue().issue().slug()
            + hit.item().map(placed -> "/" + placed.item().title()).orElse(""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "restic|138/Restic, a backup tool; 138/Thornbeck sells restic boxes; 139/Backup or not",
        "RESTIC backup|138/Restic, a backup tool; 139/Backup or not",
        "restic -thornbeck|138/Restic, a backup tool; 139/Backup or not",
        "cafe|138/Café backups",
        "backup*|139/Backup or not; 138/Restic, a backup tool; 138/Café backups",
        "\"error budget\"|139/Backup or not",
        "\"budget error\"|",
        "c++|139/C++ for pilots",
        "c|",
        "host:github.com|138/Restic, a backup tool; 138/Café backups",
        "host:gist.github.com|138/Café backups",
        "host:example.org|139/Backup or not",
        "section:tools|139/C++ for pilots; 138/Restic, a backup tool; 138/Café backups",
        "section:\"the long read\"|139/Backup or not",
        "section:long-read|139/Backup or not",
        "-section:tools backup|139/Backup or not",
        "section:nowhere|",
        "issue:139 section:tools|139/C++ for pilots",
        "issue:essay|essay; essay/All about knots, and nothing else",
        "lighthouses|138",
        "harbours|138",
        "knots|essay/All about knots, and nothing else",
        "after:2025-01-12 backup|139/Backup or not",
        "before:2025-01-12 backup|138/Restic, a backup tool",
        "before:2025|",
        "utm_source|"
      })
  void findsWhatIsAskedFor(String query, String found) throws IOException {
    write();

    assertThat(String.join("; ", hits(read(), query, SearchRequest.Order.RELEVANCE, false)))
        .isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest
  @CsvSource({
    "tag:kubernetes, 2",
    "tag:C++, 1",
    "tag:c, ''",
    "author:lindqvist, 1",
    "'author:\"mara lindqvist\"', 1",
    "author:berg, '2; 3'",
    "language:de, '1; 2'",
    "language:de-at, 2",
    "language:en, 3",
    "-language:de knot, 3"
  })
  void findsByTagAuthorAndLanguageOrWhatTheNewsletterHas(String query, String found)
      throws IOException {
    String text = "---\ntitle: Letter %s\ndate: 2025-01-0%1$s\n%s\n---\nA knot.\n";
    IssueFiles files = new IssueFiles(folder);
    files.given("1.md", text.formatted(1, "tags: [C++]\nauthor: Mara Lindqvist\nlanguage: de"));
    files.given("2.md", text.formatted(2, "tags: [Kubernetes]\nlanguage: de-AT"));
    files.given("3.md", text.formatted(3, "description: nothing of all that"));
    Masthead masthead = new Masthead(
        "Letter",
        "",
        URI.create("https://news.example.org/"),
        "tag:news.example.org,2005",
        "en",
        ZoneOffset.UTC,
        List.of(Author.of("Ida Berg")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
    Publication publication = TestPublications.read(folder, masthead, VOCABULARY);

    assertThat(hits(publication, query, SearchRequest.Order.NEWEST, false).stream()
            .map(hit -> hit.replaceFirst("/.*", ""))
            .distinct()
            .sorted()
            .collect(Collectors.joining("; ")))
        .isEqualTo(found);
  }

  @Test
  void wordInTheTitleCountsForFourInTheText() throws IOException {
    new IssueFiles(folder).givenIssue("140.md", "Letter 140", "2025-01-26", """
        ## Tools

        [One](https://a.example/) has tar once.

        [Six](https://b.example/): tar, tar, tar, tar, tar, tar.

        [Tar for all](https://c.example/)

        [Two](https://d.example/) has tar, and tar.
        """);

    assertThat(hits(read(), "tar", SearchRequest.Order.RELEVANCE, false))
        .containsExactly("140/Six", "140/Tar for all", "140/Two", "140/One");
  }

  @Test
  void newestComesFirstIfWanted() throws IOException {
    write();

    assertThat(hits(read(), "backup*", SearchRequest.Order.NEWEST, false))
        .containsExactly("139/Backup or not", "138/Restic, a backup tool", "138/Café backups");
  }

  @Test
  void feedLeavesOutWhatIsPaidForAndIssuesWhoseItemsItHas() throws IOException {
    write();
    Publication publication = read();

    assertThat(hits(publication, "restic", SearchRequest.Order.NEWEST, true))
        .containsExactly("139/Backup or not", "138/Restic, a backup tool");
    assertThat(hits(publication, "restic section:sponsor", SearchRequest.Order.NEWEST, true))
        .containsExactly("138/Thornbeck sells restic boxes");
    assertThat(hits(publication, "lighthouses", SearchRequest.Order.NEWEST, true))
        .isEmpty();
    assertThat(hits(publication, "knots", SearchRequest.Order.NEWEST, true))
        .containsExactly("essay/All about knots, and nothing else");
  }

  @Test
  void hitThatIsNotThereAnyMoreIsNone() throws IOException {
    write();
    Publication earlier = read();
    try (IndexedIssues issues = new IndexedIssues()) {
      assertThat(issues.follow(earlier)).isTrue();
      Snapshot snapshot = new Snapshot(1, issues.read());
      new IssueFiles(folder)
          .remove("139.md")
          .givenIssue("138.md", "Letter #138", "2025-01-05", """
              ## Tools

              [Another](https://example.org/)

              [Restic, moved](https://github.com/restic/restic)
              """);

      assertThat(hits(snapshot, read(), "backup*", SearchRequest.Order.NEWEST, false))
          .containsExactly("138/Restic, moved");
    }
  }

  @Test
  void oddIssueKeepsNoOtherFromBeingFound() throws IOException {
    write();
    new IssueFiles(folder)
        .given(
            "odd.md",
            "---\ntitle: Odd\ndate: 2025-01-20\nnumber: %s\n---\n\n# Tools\n\n[Long](https://%s.example/)\n"
                .formatted("7".repeat(40_000), "a".repeat(40_000)));

    assertThat(hits(read(), "backup*", SearchRequest.Order.NEWEST, false)).isNotEmpty();
    assertThat(hits(read(), "odd", SearchRequest.Order.NEWEST, false)).containsExactly("odd");
  }

  @Test
  void followingEveryChangeGivesWhatIndexingAnewGives() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    PublicationLoader loader = new PublicationLoader(folder);
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Letter", "https://news.example.org/"),
        VOCABULARY,
        FileRules.NONE,
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    List<Integer> present = new ArrayList<>();
    try (IndexedIssues followed = new IndexedIssues()) {
      for (int round = 0; round < 25; round++) {
        change(random, present);
        Publication publication =
            loader.load(Folder.scan(folder), rules, Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(followed.follow(publication)).isTrue();
        Snapshot snapshot = new Snapshot(round, followed.read());
        for (String query :
            List.of("alpha", "beta gamma", "al*", "section:tools", "host:b.example")) {
          for (SearchRequest.Order order : SearchRequest.Order.values()) {
            assertThat(hits(snapshot, publication, query, order, true))
                .as("%s in round %s", query, round)
                .isEqualTo(hits(publication, query, order, true));
          }
        }
        snapshot.close();
      }
    }
  }

  private void change(SplittableRandom random, List<Integer> present) {
    IssueFiles files = new IssueFiles(folder);
    for (int i = 0; i < 4; i++) {
      int number = random.nextInt(12);
      if (present.contains(number) && random.nextInt(3) == 0) {
        files.remove(number + ".md");
        present.remove(Integer.valueOf(number));
      } else {
        StringBuilder body = new StringBuilder("## Tools\n");
        for (int item = random.nextInt(5); item >= 0; item--) {
          body.append("\n[%s %s](https://%s.example/%d)\n"
              .formatted(
                  List.of("alpha", "beta", "alps").get(random.nextInt(3)),
                  "gamma ".repeat(random.nextInt(5)).strip(),
                  List.of("a", "b").get(random.nextInt(2)),
                  random.nextInt(1000)));
        }
        files.givenIssue(
            number + ".md",
            "Letter " + random.nextInt(100),
            "2025-01-%02d".formatted(1 + random.nextInt(6)),
            body.toString());
        if (!present.contains(number)) {
          present.add(number);
        }
      }
    }
  }

  @Test
  void searchesComeLaterUntilTheIssuesAreIndexed() {
    write();
    Publication publication = read();
    SearchRequest request = request("restic");
    try (SearchIndex index = new SearchIndex(TestPublications.SEARCHED_AT_ONCE, time -> {})) {
      assertThat(index.number()).isZero();
      assertThat(index.search(request, publication)).isInstanceOf(SearchOutcome.Later.class);

      index.follow(publication);
      await(index, 1);
      assertThat(index.search(request, publication)).isInstanceOf(SearchOutcome.Found.class);

      index.forget();
      awaitNothing(index);
      assertThat(index.search(request, publication)).isInstanceOf(SearchOutcome.Later.class);

      index.follow(publication);
      await(index, 2);
      assertThat(index.search(request, publication)).isInstanceOf(SearchOutcome.Found.class);
    }
  }

  @Test
  void changesInARowAreFollowedOnce() {
    write();
    try (SearchIndex index = new SearchIndex(RESTING, time -> {})) {
      for (int i = 0; i < 5; i++) {
        index.follow(read());
      }
      new IssueFiles(folder).givenIssue("last.md", "Last", "2025-12-30", "A lastword.");
      Publication last = read();
      index.follow(last);
      while (!isFound(index, "lastword", last)) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(index.number()).isEqualTo(1);
    }
  }

  @Test
  void changesWithoutAPauseDoNotKeepTheIndexBackForEver() {
    write();
    Publication publication = read();
    SearchIndex.Limits limits = new SearchIndex.Limits(
        Duration.ofSeconds(10), 8, Duration.ofSeconds(10), Duration.ofMillis(100));
    try (SearchIndex index = new SearchIndex(limits, time -> {})) {
      assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
        while (index.number() == 0) {
          index.follow(publication);
          LockSupport.parkNanos(1_000_000);
        }
      });
    }
  }

  @Test
  void whatIsFollowedAgainAtOnceIsSearched() {
    write();
    Publication publication = read();
    try (SearchIndex index = new SearchIndex(RESTING, time -> {})) {
      index.follow(publication);
      index.forget();
      index.follow(publication);
      await(index, 1);
      index.forget();
      awaitNothing(index);
      index.follow(publication);
      await(index, 2);

      assertThat(isFound(index, "restic", publication)).isTrue();
    }
  }

  private static boolean isFound(SearchIndex index, String word, Publication publication) {
    return index.search(request(word), publication) instanceof SearchOutcome.Found found
        && !found.hits().isEmpty();
  }

  @Test
  void costsNoMoreThanItMay() {
    write();
    Publication publication = read();
    SearchIndex.Limits noTime =
        new SearchIndex.Limits(Duration.ZERO, 1, Duration.ZERO, Duration.ZERO);
    SearchIndex.Limits noPlace =
        new SearchIndex.Limits(Duration.ofSeconds(5), 0, Duration.ZERO, Duration.ZERO);
    for (SearchIndex.Limits limits : List.of(noTime, noPlace)) {
      try (SearchIndex index = new SearchIndex(limits, time -> {})) {
        index.follow(publication);
        await(index, 1);
        assertThat(index.search(request("restic"), publication))
            .as(limits.toString())
            .isInstanceOf(SearchOutcome.Later.class);
      }
    }
  }

  private static SearchRequest request(String query) {
    return new SearchRequest(SearchQuery.of(query), SearchRequest.Order.RELEVANCE, false, 0, 20);
  }

  private static void await(SearchIndex index, long number) {
    while (index.number() < number) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void awaitNothing(SearchIndex index) {
    while (index.number() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
