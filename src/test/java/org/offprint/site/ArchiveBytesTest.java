package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Whoever has a full archive document never needs to fetch it again. */
final class ArchiveBytesTest {
  private static final SectionKey TOOLS = new SectionKey("tools");
  private static final SectionKey SPONSOR = new SectionKey("sponsor");
  private static final SectionVocabulary VOCABULARY = new SectionVocabulary(List.of(
      new SectionVocabulary.Rule(new Section(SPONSOR, "Sponsor", true), List.of("Sponsor*")),
      new SectionVocabulary.Rule(new Section(TOOLS, "Tools", false), List.of("Tool*"))));
  private static final List<FeedScope> SCOPES = List.of(
      FeedScope.whole(),
      FeedScope.of(TOOLS),
      FeedScope.of(List.of(TOOLS, SPONSOR)),
      FeedScope.except(List.of(SPONSOR)));

  @TempDir
  private Path folder = Path.of("");

  static Stream<Long> seeds() {
    long seed = Long.getLong("seed", 5005L);
    return IntStream.range(0, 2).mapToObj(i -> seed + i);
  }

  private Site site() {
    return TestSites.of(TestPublications.read(
        folder, TestPublications.masthead("Newsletter", "https://n.example.org/"), VOCABULARY));
  }

  /** The archive documents that have a successor, by path. */
  private static Map<String, ByteBuffer> fullDocuments(Site site) {
    Map<String, ByteBuffer> full = new TreeMap<>();
    for (FeedScope scope : SCOPES) {
      for (Lens lens : Lens.values()) {
        int number = 1;
        while (site.feeds()
            .find(address(scope, lens, FeedFormat.ATOM, number + 1))
            .isPresent()) {
          for (FeedFormat format : FeedFormat.values()) {
            String path = address(scope, lens, format, number).path();
            full.put(path, body(site, path));
          }
          number++;
        }
      }
    }
    return full;
  }

  private static FeedAddress address(FeedScope scope, Lens lens, FeedFormat format, int number) {
    return new FeedAddress(scope, lens, format, Optional.of(number));
  }

  private static ByteBuffer body(Site site, String path) {
    assertThat(site.find(path)).as(path).isInstanceOf(Answer.Found.class);
    return ((Answer.Found) site.find(path)).representation().body();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void newerIssuesLeaveEveryFullDocumentByteForByte(long seed) {
    RandomNewsletter newsletter = new RandomNewsletter(folder, seed).given(104);
    Map<String, ByteBuffer> before = fullDocuments(site());
    assertThat(before)
        .containsKeys("/feed/archive/2.atom", "/feed/items/archive/1.rss")
        .containsKeys("/sections/sponsor+tools/archive/1.json", "/except/sponsor/archive/1.rss");
    newsletter.givenNewer().givenNewer();

    Map<String, ByteBuffer> after = fullDocuments(site());
    assertThat(after.keySet()).containsAll(before.keySet());
    before.forEach((path, body) ->
        assertThat(after.get(path)).as("seed %d: %s", seed, path).isEqualTo(body));
  }

  @Test
  void documentThatBecomesFullNamesTheNextAndStaysAsItIsThen() {
    RandomNewsletter newsletter = new RandomNewsletter(folder, 1).given(49);
    assertThat(site().find("/feed/archive/2.atom")).isInstanceOf(Answer.Missing.class);
    newsletter.givenNewer();
    ByteBuffer full = body(site(), "/feed/archive/1.atom");
    assertThat(site().find("/feed/archive/2.atom")).isInstanceOf(Answer.Found.class);

    newsletter.givenNewer();

    assertThat(body(site(), "/feed/archive/1.atom")).isEqualTo(full);
  }

  @Test
  void newerIssueWithinSecondsLeavesFullDocumentsOfIssuesAsTheyAre() {
    new RandomNewsletter(folder, 2).given(50);
    IssueFiles files = new IssueFiles(folder);
    files.givenIssue(
        "a.md", "A", "2025-06-01T10:00:00Z", "## Tools\n\n[A](https://a.example.org/)");
    Map<String, ByteBuffer> before = fullDocuments(site());
    assertThat(before).containsKey("/feed/archive/1.atom");
    files.givenIssue(
        "b.md", "B", "2025-06-01T10:00:01Z", "## Tools\n\n[B](https://b.example.org/)");

    Map<String, ByteBuffer> after = fullDocuments(site());
    before.forEach((path, body) -> assertThat(after.get(path)).as(path).isEqualTo(body));
  }

  private void givenWeekly(String heading, int from, int to) {
    for (int i = from; i <= to; i++) {
      String slug = "%03d".formatted(i);
      new IssueFiles(folder)
          .givenIssue(
              slug + ".md",
              "Letter " + i,
              LocalDate.of(2020, 1, 5).plusWeeks(Math.min(i, 50)).toString(),
              "## %s\n\nA thing. [thing %d](https://example.org/%d)\n".formatted(heading, i, i));
    }
  }

  @Test
  void anotherSpellingOfAHeadingChangesNoFullDocument() {
    givenWeekly("Gadgets", 1, 50);
    FeedAddress full =
        address(FeedScope.of(new SectionKey("gadgets")), Lens.ISSUES, FeedFormat.ATOM, 1);
    ByteBuffer before = body(site(), full.path());

    new IssueFiles(folder)
        .givenIssue(
            "051.md",
            "Letter 51",
            "2021-01-03",
            "## GADGETS\n\nA thing. [thing](https://example.org/51)\n");

    assertThat(body(site(), full.path())).isEqualTo(before);
  }

  @Test
  void secondIssueOfADayChangesNoFullDocument() {
    givenWeekly("Tools", 1, 50);
    Map<String, ByteBuffer> before = fullDocuments(site());
    assertThat(before).containsKey("/feed/archive/1.atom");

    givenWeekly("Tools", 51, 51);

    assertThat(fullDocuments(site())).containsAllEntriesOf(before);
  }

  @Test
  void issueThatFollowsCloseBehindAnotherDoesNotGetBetweenItsItems() {
    givenCrowded("a", "2020-12-16T10:00:00Z");
    Map<String, ByteBuffer> before = fullDocuments(site());
    assertThat(before).containsKey("/feed/items/archive/1.json");

    givenCrowded("b", "2020-12-16T10:01:00Z");

    assertThat(fullDocuments(site())).containsAllEntriesOf(before);
  }

  private void givenCrowded(String slug, String date) {
    StringBuilder body = new StringBuilder("## Tools\n\n");
    for (int i = 0; i < 260; i++) {
      body.append("A thing. [thing](https://example.org/%s/%d)\n\n".formatted(slug, i));
    }
    new IssueFiles(folder).givenIssue(slug + ".md", "Letter " + slug, date, body.toString());
  }
}
