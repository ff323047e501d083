package org.offprint.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.feed.FeedReaders;
import org.offprint.http.AccessEvent;
import org.offprint.http.AccessEvent.Route;
import org.offprint.testing.TestClock;

/** Counts readers by day, and forgets who they were. */
final class AudienceTest {
  private static final String FEED = "/feed.atom";
  private static final String PREVIEW = "a page of this site";
  private static final String READER = "newsboat/2.32";

  private final TestClock clock = TestClock.at("2026-06-01T10:00:00Z");
  private final AtomicLong salts = new AtomicLong(7);
  private final Audience audience =
      new Audience(clock, salts::incrementAndGet, path -> path.indexOf('+') < 0);

  private void fetch(String feed, String client, String program) {
    audience.answered(answer("GET", feed, Route.FEED, 200, client, program));
  }

  private static AccessEvent answer(
      String method, String path, Route route, int status, String client, String program) {
    return new AccessEvent(
        method,
        path,
        route,
        status,
        "identity",
        100,
        0,
        Optional.of(program).filter(name -> !name.isEmpty()),
        () -> false,
        () -> program.equals(PREVIEW),
        () -> address(client));
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyIsThereAtFirst() {
    assertThat(audience.readers()).isEmpty();
  }

  @Test
  void pageThatShowsWhatAFeedHoldsIsNoReader() {
    fetch(FEED, "192.0.2.1", PREVIEW);

    assertThat(audience.readers()).isEmpty();
  }

  @Test
  void readerIsCountedOnceADay() {
    fetch(FEED, "192.0.2.1", READER);
    fetch(FEED, "192.0.2.1", READER);
    fetch(FEED, "192.0.2.2", READER);

    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 0, 2));
  }

  @Test
  void twoProgramsOfOneHouseholdAreTwoReadersAndItsAddressesOne() {
    fetch(FEED, "2001:db8::1", READER);
    fetch(FEED, "2001:db8::2", READER);
    fetch(FEED, "2001:db8::2", "Liferea/1.15");

    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 0, 2));
  }

  @Test
  void manyReadersAreEstimated() {
    for (int i = 0; i < 20_000; i++) {
      fetch(FEED, "10.%d.%d.%d".formatted(i >> 16, (i >> 8) & 255, i & 255), READER);
    }

    assertThat((double) audience.readers().get(0).direct())
        .isCloseTo(20_000, Percentage.withPercentage(10));
  }

  @Test
  void subscribersOfServicesAreAddedUpAndTheLatestWordCounts() {
    fetch(FEED, "192.0.2.1", "Feedbin feed-id:1 - 10 subscribers");
    fetch(FEED, "192.0.2.1", "Feedbin feed-id:1 - 12 subscribers");
    fetch(FEED, "192.0.2.1", "Feedbin feed-id:2 - 3 subscribers");
    fetch(FEED, "192.0.2.9", "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 100 subscribers)");

    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 115, 0));
  }

  @Test
  void numberThatComesBackCountsAgain() {
    fetch(FEED, "192.0.2.1", "Feedbin feed-id:1 - 10 subscribers");
    fetch(FEED, "192.0.2.1", "Feedbin feed-id:1 - 12 subscribers");
    fetch(FEED, "192.0.2.1", "Feedbin feed-id:1 - 10 subscribers");

    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 10, 0));
  }

  @Test
  void feedsAreCountedApartInOrder() {
    fetch("/sections/tools.atom", "192.0.2.1", READER);
    fetch(FEED, "192.0.2.1", READER);

    assertThat(audience.readers())
        .extracting(FeedReaders::feed)
        .containsExactly(FEED, "/sections/tools.atom");
  }

  @Test
  void dayBeforeCountsUntilItIsOver() {
    fetch(FEED, "192.0.2.1", READER);
    fetch(FEED, "192.0.2.2", READER);
    fetch(FEED, "192.0.2.3", "Feedbin - 5 subscribers");
    clock.advance(Duration.ofDays(1));
    fetch(FEED, "192.0.2.1", READER);
    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 5, 2));

    clock.advance(Duration.ofDays(1));
    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 0, 1));
    clock.advance(Duration.ofDays(1));
    assertThat(audience.readers()).isEmpty();
  }

  @Test
  void saltIsMadeAnewEachDay() {
    fetch(FEED, "192.0.2.1", READER);
    fetch(FEED, "192.0.2.2", READER);
    assertThat(salts).hasValue(8);

    clock.advance(Duration.ofDays(1));
    fetch(FEED, "192.0.2.1", READER);

    assertThat(salts).hasValue(9);
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD, FEED, 200",
    "GET, PAGE, 200",
    "GET, FEED, 429",
    "GET, FEED, 500",
    "GET, OTHER, 301",
  })
  void onlyFetchedFeedsCount(String method, Route route, int status) {
    audience.answered(answer(method, FEED, route, status, "192.0.2.1", READER));

    assertThat(audience.readers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200", "304"})
  void everyKindOfFetchCounts(int status) {
    audience.answered(answer("GET", FEED, Route.FEED, status, "192.0.2.1", READER));

    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 0, 1));
  }

  @Test
  void archivesAreNotCounted() {
    fetch("/archive/1.atom", "192.0.2.1", READER);
    fetch("/sections/tools/archive/1.atom", "192.0.2.1", READER);

    assertThat(audience.readers()).isEmpty();
  }

  @Test
  void feedsThatStrangersMakeUpAreCountedTogetherAndLeaveRoomForTheOthers() {
    for (int i = 0; i < 600; i++) {
      fetch("/sections/news+%03d.atom".formatted(i), "192.0.2.1", READER);
    }
    fetch("/sections/news+tools.atom", "192.0.2.2", READER);
    fetch(FEED, "192.0.2.1", READER);

    assertThat(audience.readers())
        .containsExactly(new FeedReaders(FEED, 0, 1), new FeedReaders(Audience.OTHER, 0, 2));
  }

  @Test
  void onlyUnknownPathsAreAskedAbout() {
    AtomicLong asked = new AtomicLong();
    Audience asking =
        new Audience(clock, salts::incrementAndGet, path -> asked.incrementAndGet() > 0);
    for (int i = 0; i < 3; i++) {
      asking.answered(answer("GET", FEED, Route.FEED, 200, "192.0.2.1", READER));
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void forgottenFeedsMakeRoom() {
    for (int i = 0; i < 500; i++) {
      fetch("/sections/%03d.atom".formatted(i), "192.0.2.1", READER);
    }
    fetch(FEED, "192.0.2.1", READER);
    assertThat(audience.readers()).extracting(FeedReaders::feed).doesNotContain(FEED);

    clock.advance(Duration.ofDays(3));
    fetch(FEED, "192.0.2.1", READER);
    assertThat(audience.readers()).containsExactly(new FeedReaders(FEED, 0, 1));
  }

  @Test
  void feedsWithoutEndAreNotRemembered() {
    for (int i = 0; i < 600; i++) {
      fetch("/sections/%03d.atom".formatted(i), "192.0.2.1", READER);
    }

    assertThat(audience.readers()).hasSize(501).contains(new FeedReaders(Audience.OTHER, 0, 1));
  }
}
