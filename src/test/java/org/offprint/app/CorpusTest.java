package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.site.Answer;
import org.offprint.site.Site;
import org.offprint.testing.TestSites;

/**
 * Real issues of three newsletters, which are not part of the project. Runs where the variable
 * OFFPRINT_CORPUS names their folder.
 */
final class CorpusTest {
  private static final Pattern DATE_LINE = Pattern.compile("(?m)^date: (\\S+)$");
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final SectionKey SPONSOR = new SectionKey("sponsor");
  private static final SectionKey TOOLS = new SectionKey("tools");

  private static Path corpus() {
    Optional<Path> corpus =
        Optional.ofNullable(System.getenv("OFFPRINT_CORPUS")).map(Path::of);
    Assumptions.assumeTrue(
        corpus.filter(Files::isDirectory).isPresent(),
        "skipped: OFFPRINT_CORPUS names no folder of real issues");
    return corpus.orElseThrow();
  }

  private static Publication load(String name) throws IOException {
    return load(name, settings());
  }

  private static Publication load(String name, PublicationSettings settings) {
    Path folder = corpus().resolve(name);
    URI base = URI.create("https://news.example.org/");
    return new PublicationLoader(folder)
        .load(Folder.scan(folder, settings.files()), settings.rules(base), NOW);
  }

  private static PublicationSettings settings() throws IOException {
    try (InputStream file = CorpusTest.class.getResourceAsStream("/corpus/offprint.yaml")) {
      return SettingsFile.read(Objects.requireNonNull(file).readAllBytes())
          .settings()
          .orElseThrow();
    }
  }

  @Nested
  final class DevopsWeekly {
    private static Publication publication;

    @BeforeAll
    static void loadAll() throws IOException {
      publication = load("devops-weekly");
    }

    @Test
    void everyFileIsAnIssueWithoutProblemButRepeatedAdvertisements() throws IOException {
      try (Stream<Path> files = Files.list(corpus().resolve("devops-weekly"))) {
        assertThat(publication.issues()).hasSize((int) files.count());
      }
      assertThat(publication.problems()).isNotEmpty().allSatisfy(problem -> {
        assertThat(problem.kind()).isEqualTo(Problem.Kind.REPEAT);
        assertThat(problem.line()).isPositive();
      });
    }

    @Test
    void titlesHaveNoBackslash() {
      assertThat(publication.issues())
          .allSatisfy(published -> assertThat(published.issue().title())
              .doesNotContain("\\")
              .isEqualTo(published.issue().title().strip())
              .contains("#" + published.issue().number().orElseThrow()));
    }

    @Test
    void datesAreExactWithTheirOffset() throws IOException {
      for (PublishedIssue published : publication.issues()) {
        String file = Files.readString(
            corpus().resolve("devops-weekly").resolve(published.issue().file()));
        Matcher date = DATE_LINE.matcher(file);
        assertThat(date.find()).isTrue();
        assertThat(published.issue().date()).isEqualTo(OffsetDateTime.parse(date.group(1)));
        assertThat(published.issue().date().getOffset())
            .isEqualTo(OffsetDateTime.parse(date.group(1)).getOffset());
      }
    }

    @Test
    void everyHeadingMapsToASectionOfTheVocabulary() throws IOException {
      PublicationSettings settings = settings();
      assertThat(publication.issues().stream()
              .flatMap(published -> published.issue().parts().stream())
              .map(Issue.SectionText::heading)
              .filter(heading -> settings.vocabulary().find(heading).isEmpty()))
          .isEmpty();
      assertThat(publication.sections()).hasSizeLessThanOrEqualTo(8);
    }

    private static Stream<URI> links(PublishedIssue published, SectionKey section) {
      return published.sections().stream()
          .filter(own -> own.section().key().equals(section))
          .flatMap(own -> own.items().stream())
          .flatMap(item -> item.links().stream());
    }

    @Test
    void noToolRepeatsALinkOfTheSponsor() {
      for (PublishedIssue published : publication.issues()) {
        Set<URI> paid = links(published, SPONSOR).collect(Collectors.toSet());
        assertThat(links(published, TOOLS)).as(published.issue().slug()).noneMatch(paid::contains);
      }
    }

    @Test
    void almostEveryItemHasALink() {
      List<Item> items = publication.issues().stream()
          .flatMap(published -> published.sections().stream())
          .flatMap(own -> own.items().stream())
          .toList();
      assertThat(items).hasSizeGreaterThan(3700);
      assertThat(items.stream().filter(item -> item.links().isEmpty())).hasSizeLessThan(30);
      assertThat(items.stream().filter(item -> item.links().size() > 1)).hasSizeGreaterThan(300);
    }

    @Test
    void anchorsAndKeysAreUniqueInEachIssue() {
      for (PublishedIssue published : publication.issues()) {
        List<Item> items =
            published.sections().stream().flatMap(own -> own.items().stream()).toList();
        assertThat(items.stream().map(Item::anchor)).doesNotHaveDuplicates();
        assertThat(items.stream().map(Item::key)).doesNotHaveDuplicates();
        assertThat(items)
            .allSatisfy(item -> assertThat(published.issue().content().markup())
                .contains("id=\"" + item.anchor() + "\""));
      }
    }

    @Test
    void noHeadingIsSwallowedByAQuote() {
      assertThat(publication.issues())
          .noneMatch(published -> published.issue().content().markup().contains("<blockquote"));
    }

    @Test
    void everyFeedAndPageIsServed() {
      Site site = TestSites.of(publication);
      Set<String> paths = new HashSet<>(Set.of("/", "/status"));
      for (FeedFormat format : FeedFormat.values()) {
        for (Lens lens : Lens.values()) {
          paths.add(new FeedAddress(FeedScope.whole(), lens, format).path());
          for (Section section : publication.sections()) {
            paths.add(new FeedAddress(FeedScope.of(section.key()), lens, format).path());
            paths.add("/sections/" + section.key());
          }
        }
      }
      publication.issues().forEach(published -> {
        paths.add("/issues/" + published.issue().slug());
        paths.add("/issues/" + published.issue().slug() + ".md");
      });
      assertThat(paths)
          .allSatisfy(path -> assertThat(site.find(path)).isInstanceOf(Answer.Found.class));
    }
  }

  @Nested
  final class Seeds {
    @Test
    void areServedAsTheyAre() throws IOException {
      Publication publication = load("seeds");
      assertThat(publication.problems()).isEmpty();
      assertThat(
              publication.issues().stream().map(published -> published.issue().title()))
          .containsExactly(
              "DEVOPS WEEKLY ISSUE #156 - 29th December 2013",
              "DEVOPS WEEKLY ISSUE #139 - 1st September 2013");
      assertThat(counts(publication.issues().get(1)))
          .isEqualTo(Map.of("sponsor", 1, "news", 7, "events", 1, "tools", 2));
      assertThat(counts(publication.issues().get(0)))
          .isEqualTo(Map.of("sponsor", 1, "news", 5, "jobs", 1, "tools", 4));
    }
  }

  @Nested
  final class OtherNewsletters {
    @Test
    void pageBundlesAreNamedByTheirFolder() {
      Publication publication = load("other/devopsish", PublicationSettings.DEFAULT);
      assertThat(
              publication.issues().stream().map(published -> published.issue().slug()))
          .containsExactly("300", "290", "005");
      assertThat(publication.findIssue("290").orElseThrow().issue().title())
          .startsWith("DevOps'ish 290: KubeCon Detroit");
      assertThat(counts(publication.findIssue("290").orElseThrow()))
          .containsEntry("people", 6)
          .containsEntry("process", 5)
          .containsEntry("tools", 13);
      assertThat(publication.problems()).hasSize(3);
      assertThat(publication.problems().get(0).toString())
          .contains("005/index.md", "\"/004/\" leads nowhere");
      assertThat(publication.problems().get(1).toString())
          .contains("290/notes.md", "no front matter", "left alone");
      assertThat(publication.problems().get(2).toString())
          .contains("300/index.md", "warning", "{{< subscribe >}}");
    }

    @Test
    void headingLevelsAndListsBecomeSectionsAndItems() {
      Publication publication = load("other/twir", PublicationSettings.DEFAULT);
      assertThat(publication.problems())
          .as("all three have the name this-week-in-rust")
          .singleElement()
          .satisfies(problem -> assertThat(problem.toString())
              .contains("warning: 2 issues have the name of an earlier one"));
      assertThat(publication.issues()).hasSize(3);
      Map<String, Integer> counts =
          counts(publication.findIssue("this-week-in-rust").orElseThrow());
      assertThat(counts)
          .containsEntry("updates-from-rust-community", 19)
          .containsEntry("upcoming-events", 12)
          .containsEntry("quote-of-the-week", 1);
    }
  }

  private static Map<String, Integer> counts(PublishedIssue published) {
    Map<String, Integer> counts = new TreeMap<>();
    for (PublishedIssue.IssueSection own : published.sections()) {
      counts.put(own.section().key().value(), own.items().size());
    }
    return counts;
  }
}
