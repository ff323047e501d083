package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Feeds and pages that cannot be rendered. */
final class FailedRenderingTest {
  private static final String FEED = "/feed.atom";

  @TempDir
  private Path folder = Path.of("");

  private final TestClock clock = TestClock.at("2026-01-02T00:00:00Z");
  private final SiteHooks hooks = TestSites.hooks((kind, time) -> rendered(), clock::instant);
  private Runnable fault = () -> {};
  private int attempts;

  @BeforeEach
  void givenAnIssue() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2025-01-01", "Words.");
  }

  private void rendered() {
    attempts++;
    fault.run();
  }

  private static void runOutOfMemory() {
    throw new OutOfMemoryError("not of this test");
  }

  private static void recurseTooDeep() {
    throw new StackOverflowError("not of this test");
  }

  private static void fail() {
    throw new IllegalStateException("not of this test");
  }

  private Site site(Optional<Site> previous) {
    return new Site(
        TestPublications.read(folder), FeedRules.DEFAULT, Site.DEFAULT_MOST_BYTES, previous, hooks);
  }

  /** A site whose feed cannot be rendered any more, after one that had served it. */
  private Site siteAfter(Runnable wrong) {
    Site before = site(Optional.empty());
    text(before, FEED);
    return failing(wrong, before, "2.md");
  }

  private Site failing(Runnable wrong, Site before, String newest) {
    new IssueFiles(folder).givenIssue(newest, "Newest " + newest, "2025-02-01", "More words.");
    fault = wrong;
    attempts = 0;
    return site(Optional.of(before));
  }

  private static String text(Site site, String path) {
    Answer answer = site.find(path);
    assertThat(answer).isInstanceOf(Answer.Found.class);
    return StandardCharsets.UTF_8
        .decode(((Answer.Found) answer).representation().body())
        .toString();
  }

  @Test
  void feedForWhichThereIsNoMemoryStaysAsItWasAndIsTriedAgainAfterRest() {
    Site site = siteAfter(FailedRenderingTest::runOutOfMemory);

    assertThat(text(site, FEED)).contains("One").doesNotContain("Newest");
    assertThat(text(site, FEED)).doesNotContain("Newest");
    assertThat(attempts).isOne();

    fault = () -> {};
    clock.advance(Duration.ofSeconds(10));
    assertThat(text(site, FEED)).contains("Newest 2.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {FEED, "/issues/1", "/", "/sections/nothing.atom", "/status"})
  void whatNeverWasThereIsToBeAskedForLater(String path) {
    fault = FailedRenderingTest::runOutOfMemory;
    Site site = site(Optional.empty());
    boolean isThere = !path.contains("nothing");

    assertThat(site.find(path)).isInstanceOf(isThere ? Answer.Later.class : Answer.Missing.class);
    fault = () -> {};
    assertThat(site.find(path)).isInstanceOf(isThere ? Answer.Later.class : Answer.Missing.class);
    clock.advance(Duration.ofSeconds(10));
    assertThat(site.find(path)).isInstanceOf(isThere ? Answer.Found.class : Answer.Missing.class);
  }

  @Test
  void otherAddressesAreServedMeanwhile() {
    fault = FailedRenderingTest::runOutOfMemory;
    Site site = site(Optional.empty());
    site.find(FEED);
    fault = () -> {};

    assertThat(text(site, "/feed.rss")).contains("One");
  }

  @Test
  void clockSetBackDoesNotProlongTheRest() {
    Site site = siteAfter(FailedRenderingTest::runOutOfMemory);
    site.find(FEED);
    fault = () -> {};
    clock.advance(Duration.ofDays(-1));

    assertThat(text(site, FEED)).contains("Newest");
  }

  @Test
  void feedThatIsBrokenStaysAsItWasForAsLongAsItsIssues() {
    for (Runnable wrong :
        List.<Runnable>of(FailedRenderingTest::recurseTooDeep, FailedRenderingTest::fail)) {
      fault = () -> {};
      Site site = siteAfter(wrong);

      assertThat(text(site, FEED)).contains("One").doesNotContain("Newest");
      clock.advance(Duration.ofHours(1));
      assertThat(text(site, FEED)).doesNotContain("Newest");
      assertThat(attempts).isOne();
      new IssueFiles(folder).remove("2.md");
    }
  }

  @Test
  void feedThatIsBrokenAfterLackOfMemoryIsNotTriedAgain() {
    Site site = siteAfter(FailedRenderingTest::runOutOfMemory);
    site.find(FEED);
    fault = FailedRenderingTest::fail;
    clock.advance(Duration.ofSeconds(10));
    site.find(FEED);
    site.find(FEED);

    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void brokenFeedThatNeverWasThereIsFault() {
    fault = FailedRenderingTest::fail;

    assertThatThrownBy(() -> site(Optional.empty()).find(FEED))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ageOfTheOldestStaleFeedCountsFromItsFirstFailure() {
    Site site = siteAfter(FailedRenderingTest::fail);
    assertThat(site.oldestStale()).isZero();
    site.find(FEED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(site.oldestStale()).isEqualTo(Duration.ofMinutes(1));

    Site next = failing(FailedRenderingTest::runOutOfMemory, site, "3.md");
    assertThat(next.oldestStale()).isZero();
    next.find(FEED);
    next.find("/feed.rss");
    clock.advance(Duration.ofMinutes(1));
    assertThat(next.oldestStale()).isEqualTo(Duration.ofMinutes(2));

    fault = () -> {};
    next.find(FEED);
    assertThat(next.oldestStale()).isZero();
  }
}
