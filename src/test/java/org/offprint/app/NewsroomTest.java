package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.issue.Problem;
import org.offprint.publication.FolderListing;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.settings.BaseUrls;
import org.offprint.settings.SettingsFile;
import org.offprint.site.Answer;
import org.offprint.site.CurrentSite;
import org.offprint.site.EarlyFeeds;
import org.offprint.site.KeptFeeds;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.site.Surroundings;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestClock;
import org.offprint.watch.Pace;

/** How a start comes to its first site. */
final class NewsroomTest {
  private static final String FEED = "/feed.atom";

  private final CurrentSite current = new CurrentSite();
  private final List<Duration> passes = new ArrayList<>();
  private final TestClock clock = TestClock.at(LiveNewsletter.NOW);
  private final Passes counted =
      new Passes(clock, new Pace(Duration.ofSeconds(2), Duration.ofMillis(10)));

  @TempDir
  private Path folder = Path.of("");

  @TempDir
  private Path data = Path.of("");

  private URI base = GoldenCase.BASE;

  private Newsroom newsroom() {
    return newsroom(Surroundings.NONE);
  }

  private Newsroom newsroom(Surroundings surroundings) {
    return new Newsroom(
        folder,
        new PublicationLoader(folder),
        keeper(),
        SettingsFile.read(folder).settings().orElseThrow(),
        new SiteSettings(
            new BaseUrls(Optional.empty(), base), Site.DEFAULT_MOST_BYTES, surroundings),
        clock,
        current,
        counted,
        passes::add);
  }

  private FeedKeeper keeper() {
    return new FeedKeeper(folder, Optional.of(new FeedStore(data, "program")), clock);
  }

  private static Representation feed(Site site) {
    return ((Answer.Found) site.find(FEED)).representation();
  }

  @Test
  void newestIssuesOfManyAreServedBeforeTheOthersAreRead() {
    new RandomNewsletter(folder, 9).given(100);
    Newsroom newsroom = newsroom();

    newsroom.serveEarly();

    EarlyFeeds early = current.findEarly().orElseThrow();
    assertThat(early.findReady(FEED)).isPresent();
    assertThat(current.find()).isEmpty();
    assertThat(newsroom.publication()).isEmpty();
    assertThat(passes).isEmpty();

    newsroom.refresh(newsroom.listing());

    assertThat(feed(current.find().orElseThrow())).isSameAs(early.find(FEED).orElseThrow());
    assertThat(current.findEarly()).isEmpty();
    assertThat(passes).hasSize(1);
  }

  @Test
  void feedsThatCannotBeMadeAreNotServedEarly() {
    new RandomNewsletter(folder, 9).given(100);
    Newsroom newsroom = newsroom(new Surroundings(
        (kind, time) -> {
          throw new IllegalStateException("not this one");
        },
        (coding, time) -> {},
        List::of,
        Optional::empty,
        Optional.empty()));

    newsroom.serveEarly();

    assertThat(current.findEarly()).isEmpty();
  }

  @Test
  void fewIssuesAreReadAtOnce() {
    new RandomNewsletter(folder, 9).given(5);
    Newsroom newsroom = newsroom();

    newsroom.serveEarly();

    assertThat(current.findEarly()).isEmpty();
  }

  @Test
  void updateCountsFromItsTimeOn() {
    new IssueFiles(folder)
        .given("1.md", "---\ntitle: U\ndate: 2025-12-28\nupdated: 2026-07-01T12:00:00Z\n---\n");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    String before = feed(current.find().orElseThrow()).tag();
    clock.advance(Duration.ofHours(12).minusSeconds(1));
    newsroom.refreshIfDue();
    assertThat(feed(current.find().orElseThrow()).tag()).isEqualTo(before);

    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();

    assertThat(UTF_8.decode(feed(current.find().orElseThrow()).body()).toString())
        .contains("<updated>2026-07-01T12:00:00Z</updated>");
  }

  private List<String> titles() {
    return current.find().orElseThrow().publication().issues().stream()
        .map(published -> published.issue().title())
        .toList();
  }

  @Test
  void issueThatIsStillToComeByAClockSetBackIsWithdrawn() {
    new IssueFiles(folder)
        .givenIssue("1.md", "Old", "2026-06-01", "Text.")
        .givenIssue("2.md", "New", "2026-06-30", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    assertThat(titles()).containsExactly("New", "Old");

    clock.advance(Duration.ofDays(-3));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("Old");
    newsroom.refreshIfDue();
    assertThat(passes).as("one for each time the clock was set").hasSize(2);

    clock.advance(Duration.ofDays(3));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("New", "Old");
  }

  /** What the file system says of a file need not change for it to become readable. */
  @Test
  void fileThatCouldNotBeReadIsReadOnceThatCanBe() throws IOException {
    new IssueFiles(folder)
        .givenIssue("1.md", "Old", "2026-06-01", "Text.")
        .givenIssue("2.md", "New", "2026-06-30", "Text.");
    Newsroom newsroom = newsroom();
    Path away = data.resolve("2.md");
    Files.move(folder.resolve("2.md"), away);
    newsroom.refresh(newsroom.listing());
    assertThat(current.find().orElseThrow().publication().problems())
        .singleElement()
        .matches(Problem::isOfReading);

    newsroom.refreshIfDue();
    assertThat(passes).as("it still cannot be read").hasSize(1);
    Files.move(away, folder.resolve("2.md"));
    clock.advance(Duration.ofSeconds(2));
    newsroom.refreshIfDue();

    assertThat(titles()).containsExactly("New", "Old");
    assertThat(current.find().orElseThrow().publication().problems()).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    newsroom.refreshIfDue();
    assertThat(passes).hasSize(2);
  }

  @Test
  void missingFileIsGoneAfterASecondWithoutAnotherLook() {
    new IssueFiles(folder)
        .givenIssue("1.md", "Old", "2026-06-01", "Text.")
        .givenIssue("2.md", "New", "2026-06-30", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    new IssueFiles(folder).remove("2.md");
    newsroom.refresh(FolderListing.scan(folder));

    clock.advance(Duration.ofMillis(999));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("New", "Old");
    clock.advance(Duration.ofMillis(1));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("Old");

    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();
    assertThat(passes).hasSize(3);
  }

  private String title() {
    return current.find().orElseThrow().publication().masthead().title();
  }

  @Test
  void missingSettingsCountForAnotherSecond() {
    new IssueFiles(folder)
        .given("offprint.yaml", "title: Weekly\n")
        .givenIssue("1.md", "One", "2026-06-01", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());

    new IssueFiles(folder).remove("offprint.yaml");
    newsroom.refresh(FolderListing.scan(folder));
    newsroom.refreshIfDue();
    assertThat(title()).isEqualTo("Weekly");
    new IssueFiles(folder).given("offprint.yaml", "title: Monthly\n");
    newsroom.refresh(FolderListing.scan(folder));
    assertThat(title()).isEqualTo("Monthly");

    new IssueFiles(folder).remove("offprint.yaml");
    newsroom.refresh(FolderListing.scan(folder));
    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();
    assertThat(title()).isEqualTo("Newsletter");
    newsroom.refreshIfDue();
    assertThat(passes).hasSize(5);
  }

  @Test
  void missingSettingsAreNotWaitedForWithoutEnd() throws IOException {
    new IssueFiles(folder)
        .given("offprint.yaml", "title: Weekly\n")
        .givenIssue("1.md", "One", "2026-06-01", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    new IssueFiles(folder).remove("offprint.yaml").remove("1.md");
    newsroom.refresh(FolderListing.scan(folder));
    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();

    newsroom.refreshIfDue();

    assertThat(passes).hasSize(3);
    assertThat(title()).isEqualTo("Weekly");
  }

  private static void runOutOfMemory() {
    throw new OutOfMemoryError("not of this test");
  }

  @Test
  void errorOfAPassIsCountedAndLeavesTheLastSite() {
    new IssueFiles(folder).givenIssue("1.md", "Old", "2026-06-01", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    new IssueFiles(folder).givenIssue("2.md", "New", "2026-06-30", "Text.");
    FolderListing listing = FolderListing.scan(folder);

    clock.onLook(NewsroomTest::runOutOfMemory);
    assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> newsroom.refresh(listing));
    assertThat(counted.failures()).isEqualTo(1);
    assertThat(titles()).containsExactly("Old");

    clock.onLook(() -> {});
    newsroom.refresh(listing);
    assertThat(titles()).containsExactly("New", "Old");
  }

  @Test
  void errorWhileSomethingIsDueIsCountedAndTriedAgainSoon() {
    new IssueFiles(folder).givenIssue("1.md", "Due", "2026-07-02", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    clock.advance(Duration.ofDays(1));

    clock.onLook(() -> clock.onLook(NewsroomTest::runOutOfMemory));
    newsroom.refreshIfDue();
    assertThat(counted.failures()).isEqualTo(1);

    clock.onLook(() -> {});
    newsroom.refreshIfDue();
    assertThat(titles()).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("Due");
  }

  private static void assertAlike(EarlyFeeds early, Site site) {
    assertThat(EarlyFeeds.PATHS).allSatisfy(path -> {
      Representation kept = early.find(path).orElseThrow();
      Representation read = ((Answer.Found) site.find(path)).representation();
      assertThat(kept.body()).isEqualTo(read.body());
      assertThat(kept.tag()).isEqualTo(read.tag());
      assertThat(kept.lastModified()).isEqualTo(read.lastModified());
    });
  }

  /** Reads all, and ends. */
  private void givenAStart() {
    Newsroom newsroom = newsroom();
    newsroom.serveEarly();
    newsroom.refresh(newsroom.listing());
    newsroom.keepFeeds();
    current.withdrawEarly();
  }

  private Optional<EarlyFeeds> earlyOfTheNextStart() {
    current.withdrawEarly();
    newsroom().serveEarly();
    return current.findEarly();
  }

  @Nested
  final class SecondStart {
    @BeforeEach
    void givenAFirst() {
      new RandomNewsletter(folder, 9).given(15);
      new IssueFiles(folder)
          .given("offprint.yaml", "ignore: [notes.md]\n")
          .given("README.md", "No issue.")
          .given("broken.md", "---\ntitle: \"Broken\ndate: 2025-12-30\n---\n")
          .givenIssue("later.md", "Later", "2026-07-02T00:00:00Z", "Text.");
      givenAStart();
    }

    @Test
    void servesTheFeedsOfTheFirstUntilAllIsRead() throws IOException {
      byte[] kept = Files.readAllBytes(data.resolve(FeedStore.FILE));
      Newsroom second = newsroom();
      second.serveEarly();
      EarlyFeeds early = current.findEarly().orElseThrow();
      assertThat(early).isInstanceOf(KeptFeeds.class);
      assertThat(current.find()).isEmpty();

      second.refresh(second.listing());
      second.keepFeeds();

      assertAlike(early, current.find().orElseThrow());
      assertThat(current.findEarly()).isEmpty();
      assertThat(data.resolve(FeedStore.FILE)).hasBinaryContent(kept);
    }

    @Test
    void findsThemThoughAFileThatDoesNotCountHasChanged() {
      new IssueFiles(folder).given("notes.md", "Bring milk.");

      assertThat(earlyOfTheNextStart()).isPresent();
    }

    @Test
    void findsNothingAfterAnEditAndKeepsFeedsOfItsOwn() {
      new IssueFiles(folder).givenIssue("new.md", "New", "2026-06-30", "Text.");
      assertThat(earlyOfTheNextStart()).isEmpty();

      givenAStart();

      EarlyFeeds third = earlyOfTheNextStart().orElseThrow();
      assertThat(UTF_8.decode(third.find(FEED).orElseThrow().body()).toString())
          .contains(">New</title>");
    }

    @Test
    void findsNothingUnderOtherSettings() {
      new IssueFiles(folder).given("offprint.yaml", "title: Another\n");

      assertThat(earlyOfTheNextStart()).isEmpty();
    }

    @Test
    void findsNothingAtAnotherAddress() {
      base = URI.create("https://other.example.org/");

      assertThat(earlyOfTheNextStart()).isEmpty();
    }

    @Test
    void findsNothingWhenAnIssueHasBecomeDue() {
      clock.advance(Duration.ofDays(1));
      assertThat(earlyOfTheNextStart()).isEmpty();

      givenAStart();

      assertThat(earlyOfTheNextStart()).isPresent();
    }

    @Test
    void findsNothingWhenAnUpdateHasComeToCount() {
      new IssueFiles(folder)
          .given("1.md", "---\ntitle: U\ndate: 2025-12-28\nupdated: 2026-07-01T12:00:00Z\n---\n");
      givenAStart();
      assertThat(earlyOfTheNextStart()).isPresent();

      clock.advance(Duration.ofHours(12));

      assertThat(earlyOfTheNextStart()).isEmpty();
    }

    @Test
    void findsNothingWhenTheClockWasPutBack() {
      clock.advance(Duration.ofSeconds(-1));

      assertThat(earlyOfTheNextStart()).isEmpty();
    }
  }

  @Nested
  final class OnlyWhatIsCertain {
    private Newsroom newsroom = newsroom();

    @BeforeEach
    void begin() {
      new RandomNewsletter(folder, 9).given(15);
      newsroom = newsroom();
      newsroom.serveEarly();
    }

    private void assertNothingIsKept() {
      newsroom.keepFeeds();
      assertThat(data).isEmptyDirectory();
    }

    @Test
    void isKeptWhenAllIsRead() {
      assertNothingIsKept();
      newsroom.refresh(newsroom.listing());

      newsroom.keepFeeds();

      assertThat(data.resolve(FeedStore.FILE)).isNotEmptyFile();
    }

    @Test
    void isKeptIfNothingChangedWhileItWasRead() {
      new IssueFiles(folder).givenIssue("new.md", "New", "2026-06-30", "Text.");
      newsroom.refresh(newsroom.listing());

      assertNothingIsKept();
    }

    @Test
    void isKeptIfNothingChangedAfterwards() {
      newsroom.refresh(newsroom.listing());
      new IssueFiles(folder).givenIssue("new.md", "New", "2026-06-30", "Text.");

      assertNothingIsKept();
    }

    /** The last good version of a broken issue stays, but only until the next start. */
    @Test
    void isKeptOfTheFirstReadingAlone() {
      newsroom.refresh(newsroom.listing());
      newsroom.refresh(newsroom.listing());

      assertNothingIsKept();
    }

    @Test
    void isKeptAsOfWhenItWasRead() {
      clock.advance(Duration.ofDays(1));
      Newsroom ahead = newsroom();
      ahead.refresh(ahead.listing());
      clock.advance(Duration.ofDays(-1));

      ahead.keepFeeds();

      assertThat(earlyOfTheNextStart()).isEmpty();
      clock.advance(Duration.ofDays(1));
      assertThat(earlyOfTheNextStart()).isPresent();
    }

    @Test
    void isKeptIfEveryFileCouldBeRead() {
      FolderListing listing = FolderListing.scan(folder);
      PublicationRules rules = GoldenCase.rules(folder);
      Publication publication = GoldenCase.load(new PublicationLoader(folder), folder);
      Publication lacking = publication.withProblems(
          List.of(new Problem("1.md", 0, Problem.CANNOT_BE_READ + "Too many open files")));
      FeedKeeper keeper = keeper();

      keeper.keep(GoldenCase.site(lacking, folder), clock.instant(), listing, rules);
      assertThat(data).isEmptyDirectory();

      keeper.keep(GoldenCase.site(publication, folder), clock.instant(), listing, rules);
      assertThat(data).isNotEmptyDirectory();
    }

    @Test
    void isKeptIfItTakesLittleMemory() {
      IssueFiles files =
          new IssueFiles(folder).given("offprint.yaml", "window:\n  bytes: 5000000\n");
      String paragraph = "A very long text. ".repeat(100) + "\n\n";
      for (int i = 0; i < 5; i++) {
        files.givenIssue("long-" + i + ".md", "Long", "2025-12-30", paragraph.repeat(250));
      }

      givenAStart();

      assertThat(data).isEmptyDirectory();
    }

    @Test
    void isKeptWhereThatCanBe() throws IOException {
      newsroom.refresh(newsroom.listing());
      Files.createDirectories(data.resolve(FeedStore.FILE).resolve("below"));

      assertThatNoException().isThrownBy(newsroom::keepFeeds);
      assertThat(earlyOfTheNextStart()).isEmpty();
    }
  }

  static Stream<GoldenCase> newsletters() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("newsletters")
  void keptFeedsAreThoseOfANewsletterReadAnew(GoldenCase given) {
    Clock thatDay = TestClock.at("2026-01-01T00:00:00Z");
    FeedStore store = new FeedStore(data, "program");
    Site site = given.site();
    PublicationRules rules = GoldenCase.rules(given.issues());
    FolderListing listing = FolderListing.scan(given.issues());
    FeedKeeper first = new FeedKeeper(given.issues(), Optional.of(store), thatDay);
    assertThat(first.find(listing, rules, Surroundings.NONE)).isEmpty();
    first.keep(site, thatDay.instant(), listing, rules);

    FeedKeeper second = new FeedKeeper(given.issues(), Optional.of(store), thatDay);

    assertAlike(second.find(listing, rules, Surroundings.NONE).orElseThrow(), given.site());
  }
}
