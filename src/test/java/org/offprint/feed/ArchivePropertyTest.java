package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.SectionKey;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestPublications;

/** Properties of the documents of every feed of every newsletter (RFC 5005 section 4). */
final class ArchivePropertyTest {
  /** Dates of items fall by a second each: by so many two issues of one date may mix. */
  private static final int MOST_ITEMS = 60;

  private static final List<FeedWindow> WINDOWS =
      List.of(FeedWindow.DEFAULT, new FeedWindow(1, 3, 500_000), new FeedWindow(300, 1000, 2_000));
  private static final FeedRules.FeedView VIEW = new FeedRules.FeedView(
      new SectionKey("links"),
      "Links",
      "",
      new FeedRules.Chosen(List.of(), List.of(new SectionKey("jobs")), Map.of()),
      Lens.ITEMS,
      new FeedWindow(3, 7, 500_000),
      new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL));

  private static final Map<Generated, List<Documents>> KNOWN = new ConcurrentHashMap<>();

  @TempDir
  private static Path folder = Path.of("");

  /** A newsletter: how many issues, and which. */
  record Generated(int issues, long seed) {}

  /**
   * All documents of a feed.
   *
   * @param name for messages
   * @param archives the oldest first
   */
  record Documents(
      String name, FeedListing feed, FeedDocument subscription, List<FeedDocument> archives) {
    static Documents of(Generated newsletter, FeedAssembler feeds, FeedListing feed) {
      FeedDocument subscription = feeds.find(feed.scope(), feed.lens()).orElseThrow();
      List<FeedDocument> archives = Stream.iterate(1, number -> number + 1)
          .map(number -> archive(feeds, feed, number))
          .takeWhile(Optional::isPresent)
          .flatMap(Optional::stream)
          .toList();
      assertThat(archive(feeds, feed, archives.size() + 2)).isEmpty();
      return new Documents(
          newsletter + " " + feed.path(FeedFormat.ATOM), feed, subscription, archives);
    }

    /** The ids of all entries, newest first. */
    List<URI> ids() {
      return newestFirst().map(Entry::id).toList();
    }

    Stream<Entry> newestFirst() {
      List<FeedDocument> reversed = new ArrayList<>(archives);
      Collections.reverse(reversed);
      return reversed.stream().flatMap(document -> document.entries().stream());
    }

    /** The documents that a reader fetches from the subscription document to the oldest one. */
    List<FeedDocument> walk() {
      List<FeedDocument> walked = new ArrayList<>(List.of(subscription));
      Optional<Integer> older = subscription.place().older();
      while (older.isPresent()) {
        assertThat(walked).as("the way ends").hasSizeLessThan(1000);
        FeedDocument next = archives.get(older.get() - 1);
        walked.add(next);
        older = next.place().older();
      }
      return walked;
    }
  }

  static Stream<Generated> newsletters() {
    long seed = Long.getLong("seed", 20260104L);
    return IntStream.of(0, 1, 2, 49, 50, 51, 100, 130)
        .mapToObj(issues -> new Generated(issues, seed + issues));
  }

  private static Optional<FeedDocument> archive(FeedAssembler feeds, FeedListing feed, int number) {
    return feeds.find(
        new FeedAddress(feed.scope(), feed.lens(), FeedFormat.ATOM, Optional.of(number)));
  }

  private static FeedAssembler feeds(Path issues, FeedWindow window) {
    return new FeedAssembler(
        TestPublications.read(issues),
        new FeedRules(window, List.of(VIEW), FeedRules.ItemLink.PAGE, true, true, true, 2));
  }

  private static Stream<FeedListing> listings(FeedAssembler feeds) {
    List<SectionKey> two = List.of(new SectionKey("news"), new SectionKey("tools"));
    return Stream.concat(
            Stream.of(FeedScope.whole(), VIEW.scope()),
            Stream.of(FeedScope.of(two), FeedScope.of(two.get(1)), FeedScope.except(two)))
        .flatMap(scope ->
            Stream.of(Lens.values()).flatMap(lens -> feeds.findListing(scope, lens).stream()));
  }

  private static Path write(Generated newsletter) {
    Path issues = folder.resolve(newsletter.issues() + "-" + newsletter.seed());
    if (!Files.exists(issues)) {
      new RandomNewsletter(issues, newsletter.seed()).given(newsletter.issues());
    }
    return issues;
  }

  /** The documents of all feeds, with each window. */
  private static List<Documents> documents(Generated newsletter) {
    return KNOWN.computeIfAbsent(newsletter, made -> {
      List<Documents> documents = new ArrayList<>();
      for (FeedWindow window : WINDOWS) {
        FeedAssembler feeds = feeds(write(made), window);
        listings(feeds).forEach(feed -> documents.add(Documents.of(made, feeds, feed)));
      }
      return documents;
    });
  }

  @AfterAll
  static void forget() {
    KNOWN.clear();
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void walkingFromTheSubscriptionDocumentYieldsEveryEntryAndEnds(Generated newsletter) {
    assertThat(documents(newsletter))
        .isNotEmpty()
        .allSatisfy(feed -> assertThat(feed.walk().stream()
                .flatMap(document -> document.entries().stream())
                .map(Entry::id)
                .distinct())
            .as(feed.name())
            .containsExactlyInAnyOrderElementsOf(feed.ids()));
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void noEntryStandsInTwoArchiveDocuments(Generated newsletter) {
    assertThat(documents(newsletter))
        .allSatisfy(feed -> assertThat(feed.ids()).as(feed.name()).doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void entriesFallInTimeWithinADocument(Generated newsletter) {
    assertThat(documents(newsletter))
        .allSatisfy(feed -> assertThat(feed.walk())
            .as(feed.name())
            .allSatisfy(document -> assertThat(document.entries())
                .extracting(Entry::published)
                .isSortedAccordingTo(Comparator.reverseOrder())));
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void allButTheNewestAreFullAndNameTheOneBesideThem(Generated newsletter) {
    assertThat(documents(newsletter)).allSatisfy(feed -> {
      int size = feed.feed().lens() == Lens.ISSUES ? 50 : 250;
      int newest = feed.archives().size();
      assertThat(newest).isPositive();
      for (int number = 1; number <= newest; number++) {
        FeedDocument document = feed.archives().get(number - 1);
        assertThat(document.place())
            .isEqualTo(new FeedDocument.DocumentPlace(
                Optional.of(number),
                number == 1 ? Optional.empty() : Optional.of(number - 1),
                number == newest ? Optional.empty() : Optional.of(number + 1)));
        assertThat(document.entries().size() == size)
            .as("%s: document %d is full", feed.name(), number)
            .isEqualTo(number < newest);
      }
    });
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void subscriptionDocumentHasTheNewestEntriesAndSaysWhetherThereAreOlder(Generated newsletter) {
    assertThat(documents(newsletter)).allSatisfy(feed -> {
      List<Entry> newest = feed.subscription().entries();
      FeedDocument.DocumentPlace place = feed.subscription().place();

      List<Entry> left =
          feed.newestFirst().filter(entry -> !newest.contains(entry)).toList();
      assertThat(newest.size() + left.size()).isEqualTo(feed.ids().size());
      assertThat(left)
          .allSatisfy(older -> assertThat(newest)
              .allSatisfy(entry -> assertThat(older.published().minusSeconds(MOST_ITEMS))
                  .isBeforeOrEqualTo(entry.published())));
      assertThat(place.older().isPresent()).isEqualTo(newest.size() < feed.ids().size());
      assertThat(place.number()).isEmpty();
      assertThat(place.newer()).isEmpty();
      place
          .older()
          .ifPresent(
              number -> assertThat(feed.archives().get(number - 1).entries()).isNotEmpty());
    });
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void allDocumentsOfAFeedShareIdAndTitleAndLeadToTheSubscription(Generated newsletter) {
    assertThat(documents(newsletter)).allSatisfy(feed -> {
      FeedDocument subscription = feed.subscription();
      assertThat(subscription.current(FeedFormat.RSS)).isEmpty();
      assertThat(feed.archives()).allSatisfy(document -> {
        assertThat(document.id()).isEqualTo(subscription.id());
        assertThat(document.title()).isEqualTo(subscription.title());
        assertThat(document.page()).isEqualTo(subscription.page());
        assertThat(document.current(FeedFormat.RSS)).contains(subscription.self(FeedFormat.RSS));
        assertThat(document.self(FeedFormat.RSS)).isNotEqualTo(subscription.self(FeedFormat.RSS));
        assertThat(document.rhythm()).isEmpty();
      });
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 3, 999_999, Integer.MAX_VALUE})
  void numberThatNoDocumentHasLeadsNowhere(int number) {
    FeedAssembler feeds = feeds(write(new Generated(51, 1)), FeedWindow.DEFAULT);
    FeedListing whole = feeds.findListing(FeedScope.whole(), Lens.ISSUES).orElseThrow();

    assertThat(archive(feeds, whole, 2)).isPresent();
    assertThat(archive(feeds, whole, number)).isEmpty();
  }

  @Test
  void byteLimitCutsTheWindowButLeavesAnEntry() {
    Generated newsletter = new Generated(20, 1);
    FeedAssembler feeds = feeds(write(newsletter), new FeedWindow(300, 1000, 1));

    assertThat(listings(feeds).filter(feed -> !(feed.scope() instanceof FeedScope.View)))
        .map(feed -> Documents.of(newsletter, feeds, feed))
        .hasSize(8)
        .allSatisfy(feed -> {
          assertThat(feed.subscription().entries()).hasSize(1);
          assertThat(feed.subscription().place().older()).contains(1);
          assertThat(feed.ids().size()).isGreaterThan(1);
        });
  }

  @Test
  void newslettersAreWhatTheySay() {
    assertThat(newsletters())
        .allSatisfy(newsletter -> assertThat(
                TestPublications.read(Files.createDirectories(write(newsletter)))
                    .issues())
            .hasSize(newsletter.issues()));
    assertThat(documents(new Generated(130, Long.getLong("seed", 20260104L) + 130)))
        .as("with several documents of both lenses")
        .filteredOn(feed -> feed.archives().size() > 2)
        .extracting(feed -> feed.feed().lens())
        .contains(Lens.values());
  }
}
