package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.site.Answer;
import org.offprint.site.CurrentSite;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestClock;
import org.offprint.watch.ScanTiming;

/** The site from its first reading on, and the feeds of the last run before it. */
final class NewsroomTest {
  private static final String FEED = "/feed.atom";
  private static final Pattern PASSES =
      Pattern.compile("offprint_pass_seconds_count(?:\\{\\})? ([0-9]+)");

  private final CurrentSite current = new CurrentSite();
  private final TestClock clock = TestClock.at(LiveNewsletter.NOW);
  private final RefreshHealth counted =
      new RefreshHealth(clock, new ScanTiming(Duration.ofSeconds(2), Duration.ofMillis(10)));

  private final Observability observability = new Observability(
      ServerSettings.of(new ServerSettings.Sources(Map.of(), Map.of(), Map.of()))
          .observation(),
      current,
      counted,
      clock,
      Optional.empty());

  @TempDir
  private Path folder = Path.of("");

  @TempDir
  private Path data = Path.of("");

  private URI base = GoldenCase.BASE;
  private DataFolder dataFolder = DataFolder.open(Optional.empty(), "");

  private Newsroom newsroom() {
    return new Newsroom(
        folder,
        SettingsFile.read(folder).settings().orElseThrow(),
        ServerSettings.of(
            new ServerSettings.Sources(Map.of("base-url", base.toString()), Map.of(), Map.of())),
        dataFolder,
        observability);
  }

  @AfterEach
  void stop() {
    observability.close();
  }

  /** Returns the number of refreshes that the metrics have counted. */
  private int passes() {
    Matcher count = PASSES.matcher(observability.metricsText());
    assertThat(count.find()).isTrue();
    return Integer.parseInt(count.group(1));
  }

  private static Representation feed(Site site) {
    return ((Answer.Found) site.find(FEED)).representation();
  }

  @Test
  void settingsAreParsedAgainOnlyWhenTheirFileHasChanged() {
    IssueFiles files = new IssueFiles(folder)
        .given("offprint.yaml", "title: Weekly\n")
        .givenIssue("1.md", "One", "2026-06-01", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    files.given("offprint.yaml", "title: Monthly\n");

    newsroom.refresh(newsroom.listing());
    assertThat(newsroom.publication().orElseThrow().masthead().title()).isEqualTo("Weekly");

    newsroom.refresh(Folder.scan(folder));
    assertThat(newsroom.publication().orElseThrow().masthead().title()).isEqualTo("Monthly");
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
    assertThat(passes()).as("one for each time the clock was set").isEqualTo(2);

    clock.advance(Duration.ofDays(3));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("New", "Old");
  }

  /** A file may become readable without any change that the file system reports. */
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
    assertThat(passes()).as("it still cannot be read").isEqualTo(1);
    Files.move(away, folder.resolve("2.md"));
    clock.advance(Duration.ofSeconds(2));
    newsroom.refreshIfDue();

    assertThat(titles()).containsExactly("New", "Old");
    assertThat(current.find().orElseThrow().publication().problems()).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    newsroom.refreshIfDue();
    assertThat(passes()).isEqualTo(2);
  }

  @Test
  void missingFileIsGoneAfterASecondWithoutAnotherLook() {
    new IssueFiles(folder)
        .givenIssue("1.md", "Old", "2026-06-01", "Text.")
        .givenIssue("2.md", "New", "2026-06-30", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    new IssueFiles(folder).remove("2.md");
    newsroom.refresh(Folder.scan(folder));

    clock.advance(Duration.ofMillis(999));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("New", "Old");
    clock.advance(Duration.ofMillis(1));
    newsroom.refreshIfDue();
    assertThat(titles()).containsExactly("Old");

    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();
    assertThat(passes()).isEqualTo(3);
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
    newsroom.refresh(Folder.scan(folder));
    newsroom.refreshIfDue();
    assertThat(title()).isEqualTo("Weekly");
    new IssueFiles(folder).given("offprint.yaml", "title: Monthly\n");
    newsroom.refresh(Folder.scan(folder));
    assertThat(title()).isEqualTo("Monthly");

    new IssueFiles(folder).remove("offprint.yaml");
    newsroom.refresh(Folder.scan(folder));
    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();
    assertThat(title()).isEqualTo("Newsletter");
    newsroom.refreshIfDue();
    assertThat(passes()).isEqualTo(5);
  }

  @Test
  void settingsThatAreEmptyAsBetweenTwoStepsOfASaveCountForAnotherSecond() {
    IssueFiles files = new IssueFiles(folder)
        .given("offprint.yaml", "title: Weekly\n")
        .givenIssue("1.md", "One", "2026-06-01", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());

    files.given("offprint.yaml", "");
    newsroom.refresh(Folder.scan(folder));
    assertThat(title()).isEqualTo("Weekly");

    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();
    assertThat(title()).isEqualTo("Newsletter");
  }

  @Test
  void missingSettingsAreNotWaitedForWithoutEnd() throws IOException {
    new IssueFiles(folder)
        .given("offprint.yaml", "title: Weekly\n")
        .givenIssue("1.md", "One", "2026-06-01", "Text.");
    Newsroom newsroom = newsroom();
    newsroom.refresh(newsroom.listing());
    new IssueFiles(folder).remove("offprint.yaml").remove("1.md");
    newsroom.refresh(Folder.scan(folder));
    clock.advance(Duration.ofSeconds(1));
    newsroom.refreshIfDue();

    newsroom.refreshIfDue();

    assertThat(passes()).isEqualTo(3);
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
    Folder listing = Folder.scan(folder);

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

  @Nested
  final class SecondRun {
    private String served = "";

    @BeforeEach
    void givenAFirst() {
      dataFolder = DataFolder.open(Optional.of(data), "");
      new RandomNewsletter(folder, 9).given(15);
      Newsroom first = newsroom();
      first.serveLast();
      assertThat(current.findLast()).isEmpty();
      first.refresh(first.listing());
      first.keepFeeds();
      served = feed(current.find().orElseThrow()).tag();
    }

    private Optional<String> last() {
      newsroom().serveLast();
      return current.findLast().flatMap(feeds -> feeds.find(FEED)).map(Representation::tag);
    }

    @Test
    void servesTheFeedsOfTheFirstUntilAllIsRead() {
      Newsroom second = newsroom();

      assertThat(last()).contains(served);
      assertThat(current.find()).isEmpty();

      second.refresh(second.listing());
      assertThat(current.findLast()).isEmpty();
      assertThat(feed(current.find().orElseThrow()).tag()).isEqualTo(served);
    }

    @Test
    void servesThemThoughIssuesAndSettingsHaveChanged() {
      new IssueFiles(folder)
          .given("offprint.yaml", "title: Another\n")
          .givenIssue("new.md", "New", "2026-06-30", "Text.");

      assertThat(last()).contains(served);
    }

    @Test
    void servesNoFeedOfAnotherAddress() {
      base = URI.create("https://other.example.org/");

      assertThat(last()).isEmpty();
    }

    @Test
    void servesTheLastOfSeveralSites() {
      Newsroom first = newsroom();
      first.refresh(first.listing());
      first.keepFeeds();
      new IssueFiles(folder).givenIssue("new.md", "New", "2026-06-30", "Text.");
      first.refresh(Folder.scan(folder));
      first.keepFeeds();

      assertThat(last()).isPresent().isNotEqualTo(Optional.of(served));
    }

    @Test
    void servesNothingOfADamagedFile() throws IOException {
      Path file = GoldenCase.list(data).get(0);
      Files.writeString(file, "harmed");

      assertThat(last()).isEmpty();
    }
  }

  @Test
  void feedsThatCannotBeKeptAreNoFault() throws IOException {
    dataFolder = DataFolder.open(Optional.of(data.resolve("file")), "");
    Files.writeString(data.resolve("file"), "no folder");
    new RandomNewsletter(folder, 9).given(3);
    Newsroom newsroom = newsroom();

    newsroom.serveLast();
    newsroom.refresh(newsroom.listing());

    assertThatNoException().isThrownBy(newsroom::keepFeeds);
  }

  @Test
  void feedsAreWrittenOnlyWhenTheyChange() throws IOException {
    dataFolder = DataFolder.open(Optional.of(data), "");
    new RandomNewsletter(folder, 9).given(3);
    Newsroom newsroom = newsroom();
    newsroom.keepFeeds();
    assertThat(data).isEmptyDirectory();
    newsroom.refresh(newsroom.listing());
    newsroom.keepFeeds();
    Path file = GoldenCase.list(data).get(0);
    Object before = Files.getAttribute(file, "unix:ino");

    newsroom.refresh(newsroom.listing());
    newsroom.keepFeeds();

    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
    assertThat(data).isDirectoryContaining(file::equals);
  }
}
