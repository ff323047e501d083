package org.offprint.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.feed.FeedCosts;
import org.offprint.feed.FeedCosts.Program;
import org.offprint.http.AccessEvent;
import org.offprint.http.AccessEvent.Route;
import org.offprint.testing.TestClock;

/** Adds up what feeds cost, by program, and forgets it after seven days. */
final class FeedTrafficTest {
  private static final String READER = "greedy/1.0";

  private final TestClock clock = TestClock.at("2026-06-01T10:00:00Z");
  private final FeedTraffic traffic = new FeedTraffic(clock);

  private void fetch(String program, long bytes) {
    answer("GET", Route.FEED, 200, program, bytes, false, false);
  }

  private void answer(
      String method,
      Route route,
      int status,
      String program,
      long bytes,
      boolean isConditional,
      boolean isByPage) {
    traffic.answered(new AccessEvent(
        method,
        "/feed.atom",
        route,
        status,
        "identity",
        bytes,
        0,
        Optional.of(program).filter(name -> !name.isEmpty()),
        () -> isConditional,
        () -> isByPage,
        () -> {
          throw new AssertionError("no address is needed");
        }));
  }

  @Test
  void nothingIsThereAtFirst() {
    assertThat(traffic.lastWeek()).isEqualTo(new FeedCosts(0, 0, 0, List.of()));
  }

  @Test
  void fiveCostliestProgramsComeInOrder() {
    for (int i = 1; i <= 7; i++) {
      fetch("reader/" + i, i * 100L);
    }
    fetch("reader/3", 1000);

    assertThat(traffic.lastWeek().costliest())
        .containsExactly(
            new Program("reader/3", 1300),
            new Program("reader/7", 700),
            new Program("reader/6", 600),
            new Program("reader/5", 500),
            new Program("reader/4", 400));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, FEED, 200, true, false",
    "GET, FEED, 304, true, false",
    "GET, FEED, 200, false, true",
    "HEAD, FEED, 200, false, false",
    "GET, PAGE, 200, false, false",
    "GET, OTHER, 429, false, false",
  })
  void programWithValidatorsCostsNothing(
      String method, Route route, int status, boolean isConditional, boolean isByPage) {
    answer(method, route, status, READER, 100, isConditional, isByPage);

    assertThat(traffic.lastWeek().costliest()).isEmpty();
  }

  @Test
  void allAnswersOfFeedsCount() {
    fetch(READER, 1000);
    answer("GET", Route.FEED, 200, "kind/1", 500, true, false);
    answer("GET", Route.FEED, 304, "kind/1", 0, true, false);
    answer("HEAD", Route.FEED, 200, "kind/1", 0, false, false);
    answer("GET", Route.PAGE, 200, "browser", 9000, false, false);

    FeedCosts week = traffic.lastWeek();
    assertThat(week.bytes()).isEqualTo(1500);
    assertThat(week.answers()).isEqualTo(3);
    assertThat(week.notModified()).isEqualTo(1);
  }

  @Test
  void dayIsForgottenAfterSeven() {
    fetch(READER, 1);
    clock.advance(Duration.ofDays(1));
    fetch(READER, 10);
    clock.advance(Duration.ofDays(5));
    fetch(READER, 100);
    assertThat(traffic.lastWeek().costliest()).containsExactly(new Program(READER, 111));

    clock.advance(Duration.ofHours(14));
    assertThat(traffic.lastWeek().costliest()).containsExactly(new Program(READER, 110));
    assertThat(traffic.lastWeek().bytes()).isEqualTo(110);
    clock.advance(Duration.ofDays(1));
    assertThat(traffic.lastWeek().costliest()).containsExactly(new Program(READER, 100));
    clock.advance(Duration.ofDays(60));
    assertThat(traffic.lastWeek().costliest()).isEmpty();
    assertThat(traffic.lastWeek().answers()).isZero();
  }

  @Test
  void namesAreShortAndHaveNoInvisibleSigns() {
    fetch("a\tb\u202e\u0007" + "c".repeat(500), 1);

    assertThat(traffic.lastWeek().costliest())
        .singleElement()
        .satisfies(program -> assertThat(program.name()).matches("abc{110,118}"));
  }

  @Test
  void programWithoutANameHasOne() {
    fetch("", 2);
    fetch("\t", 3);

    assertThat(traffic.lastWeek().costliest()).containsExactly(new Program("no User-Agent", 5));
  }

  @Test
  void serviceIsOneProgramWhateverItDeclares() {
    fetch("Feedbin feed-id:1 - 10 subscribers", 10);
    fetch("Feedbin feed-id:1 - 11 subscribers", 20);

    assertThat(traffic.lastWeek().costliest()).containsExactly(new Program("feedbin", 30));
  }

  @Test
  void namesWithoutEndDisplaceNoCostlyProgramAndAreAddedUp() {
    for (int i = 0; i < 300; i++) {
      fetch("made-up/" + i, 10);
    }
    fetch(READER, 5000);
    for (int i = 300; i < 1000; i++) {
      fetch("made-up/" + i, 10);
    }
    fetch(READER, 5000);

    assertThat(traffic.lastWeek().costliest())
        .hasSize(5)
        .startsWith(new Program(READER, 10_000), new Program("all others", 7010));
    clock.advance(Duration.ofDays(7));
    assertThat(traffic.lastWeek().costliest()).isEmpty();
  }
}
