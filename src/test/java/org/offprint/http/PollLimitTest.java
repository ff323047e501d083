package org.offprint.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpField;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.TestClock;

final class PollLimitTest {
  private static final String FEED = "/feed.atom";
  private static final Poller POLLER = poller("192.0.2.7", FEED);

  private final TestClock clock = TestClock.at("2026-07-01T00:00:00.123456Z");
  private final PollLimit limit = new PollLimit(60, clock);

  private record Poller(InetAddress client, String path) {
    Optional<Duration> take(PollLimit limit) {
      return wait(limit.refusal(client, path, true));
    }

    Optional<Duration> look(PollLimit limit) {
      return wait(limit.refusal(client, path, false));
    }

    private static Optional<Duration> wait(Optional<Reply> refusal) {
      return refusal.map(
          reply -> Duration.ofSeconds(Long.parseLong(reply.headers().get("Retry-After"))));
    }
  }

  private static Poller poller(String address, String path) {
    return new Poller(Clients.parse(address).orElseThrow(), path);
  }

  private Optional<Duration> take(Poller poller) {
    return poller.take(limit);
  }

  /** Takes all that a poller has. */
  private void exhaust(Poller poller) {
    for (int i = 0; i < 60; i++) {
      assertThat(take(poller)).isEmpty();
    }
  }

  private static Optional<Duration> seconds(long seconds) {
    return Optional.of(Duration.ofSeconds(seconds));
  }

  @Nested
  final class OfOnePoller {
    @Test
    void isReachedAfterItsNumber() {
      exhaust(POLLER);

      assertThat(take(POLLER)).isEqualTo(seconds(60));
    }

    @Test
    void givesOneMoreAfterEachShareOfTheHour() {
      exhaust(POLLER);

      for (int i = 0; i < 5; i++) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(take(POLLER)).isEmpty();
        assertThat(take(POLLER)).isEqualTo(seconds(60));
      }
    }

    @Test
    void givesWhoWaitsAsToldWhatHeAsksFor() {
      exhaust(POLLER);
      clock.advance(Duration.ofMillis(17_300));

      Duration wait = take(POLLER).orElseThrow();

      assertThat(wait).isEqualTo(Duration.ofSeconds(43));
      clock.advance(wait);
      assertThat(take(POLLER)).isEmpty();
    }

    @Test
    void saysAtLeastOneSecond() {
      exhaust(POLLER);
      clock.advance(Duration.ofSeconds(60).minusNanos(1000));
      assertThat(take(POLLER)).isEqualTo(seconds(1));
      clock.advance(Duration.ofNanos(1000));
      assertThat(take(POLLER)).isEmpty();
    }

    @Test
    void doesNotPunishWhoAsksTooEarly() {
      exhaust(POLLER);
      for (int i = 0; i < 1000; i++) {
        assertThat(take(POLLER)).isPresent();
      }

      clock.advance(Duration.ofMinutes(1));

      assertThat(take(POLLER)).isEmpty();
    }

    @Test
    void isFullAgainAfterAnHour() {
      exhaust(POLLER);
      clock.advance(Duration.ofHours(1));

      exhaust(POLLER);
      assertThat(take(POLLER)).isPresent();
    }

    @Test
    void savesUpNothingBeyondTheHour() {
      assertThat(take(POLLER)).isEmpty();
      clock.advance(Duration.ofDays(30));

      exhaust(POLLER);
      assertThat(take(POLLER)).isPresent();
    }

    @Test
    void savesUpNothingWhileAnotherIsLimited() {
      exhaust(poller("192.0.2.8", FEED));
      assertThat(take(POLLER)).isEmpty();
      clock.advance(Duration.ofMinutes(30));

      exhaust(POLLER);
      assertThat(take(POLLER)).isPresent();
    }

    @Test
    void neverStopsWhoAsksAtThatPace() {
      for (int i = 0; i < 1000; i++) {
        assertThat(take(POLLER)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
      }
    }

    @ParameterizedTest
    @CsvSource({"1, 3600", "7, 515", "60, 60", "3600, 1", "10000, 1"})
    void isWhatTheOperatorSays(int perHour, long wait) {
      PollLimit other = new PollLimit(perHour, clock);
      for (int i = 0; i < perHour; i++) {
        assertThat(POLLER.take(other)).isEmpty();
      }

      assertThat(POLLER.take(other)).isEqualTo(seconds(wait));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001, Integer.MAX_VALUE})
    void isNothingElse(int perHour) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new PollLimit(perHour, clock))
          .withMessageContaining(String.valueOf(perHour));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1H", "P365D"})
    void isNoHarderWhenTheClockIsPutBack(String back) {
      exhaust(POLLER);
      clock.advance(Duration.parse(back).negated());

      assertThat(take(POLLER).orElseThrow())
          .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
      clock.advance(Duration.ofMinutes(1));
      assertThat(take(POLLER)).isEmpty();
    }
  }

  @Nested
  final class Look {
    @Test
    void takesNothing() {
      for (int i = 0; i < 1000; i++) {
        assertThat(POLLER.look(limit)).isEmpty();
      }

      exhaust(POLLER);
      assertThat(POLLER.look(limit)).isEqualTo(take(POLLER)).isPresent();
    }
  }

  @Nested
  final class OfSeveral {
    @ParameterizedTest
    @CsvSource({
      "192.0.2.7, 192.0.2.8",
      "192.0.2.7, 2001:db8::7",
      "2001:db8:0:1::7, 2001:db8:0:2::7",
      "2001:db8:0:1::7, 2001:db8:1:1::7"
    })
    void isTheirOwn(String one, String other) {
      exhaust(poller(one, FEED));

      exhaust(poller(other, FEED));
    }

    @ParameterizedTest
    @CsvSource({
      "192.0.2.7, ::ffff:192.0.2.7",
      "2001:db8:0:1::7, 2001:db8:0:1::8",
      "2001:db8:0:1::7, 2001:DB8:0:1:ffff:ffff:ffff:ffff"
    })
    void isSharedByOneClientOfManyAddresses(String one, String other) {
      exhaust(poller(one, FEED));

      assertThat(take(poller(other, FEED))).isPresent();
    }

    @Test
    void isOfEachFeedByItself() {
      exhaust(POLLER);

      IntStream.range(0, 100)
          .mapToObj(i -> poller("192.0.2.7", "/sections/s" + i + ".atom"))
          .forEach(section -> assertThat(take(section)).isEmpty());
      assertThat(take(POLLER)).isPresent();
    }
  }

  @Nested
  final class Memory {
    @Test
    void lastsWhileThereIsSomething() {
      exhaust(POLLER);
      clock.advance(Duration.ofSeconds(59));

      assertThat(take(poller("192.0.2.8", FEED))).isEmpty();

      assertThat(take(POLLER)).isPresent();
    }
  }

  @RepeatedTest(20)
  void givesManyThreadsNoMoreThanOne() throws Exception {
    PollLimit shared = new PollLimit(10_000, clock);
    CyclicBarrier start = new CyclicBarrier(4);
    Callable<Integer> polling = () -> {
      start.await();
      int served = 0;
      for (int i = 0; i < 20_000; i++) {
        served += POLLER.take(shared).isEmpty() ? 1 : 0;
      }
      return served;
    };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      int served = 0;
      for (Future<Integer> one : threads.invokeAll(Collections.nCopies(4, polling))) {
        served += one.get();
      }
      assertThat(served).isEqualTo(10_000);
    } finally {
      threads.shutdownNow();
    }
  }

  @Nested
  final class Refusal {
    @Test
    void saysInOneLineWhatToDo() {
      exhaust(POLLER);
      clock.advance(Duration.ofSeconds(18));
      assertThat(text())
          .isEqualTo(
              "this feed was fetched whole too often: send If-None-Match or If-Modified-Since,"
                  + " or ask again in 42 seconds\n");
      clock.advance(Duration.ofSeconds(41));
      assertThat(text()).endsWith(" in 1 second\n");
    }

    private Reply reply() {
      return limit.refusal(POLLER.client(), POLLER.path(), true).orElseThrow();
    }

    private String text() {
      return UTF_8.decode(((Reply.Memory) reply().body().orElseThrow()).bytes()).toString();
    }

    @Test
    void saysWhenInSecondsAndIsNeverKept() {
      exhaust(POLLER);

      assertThat(reply().headers())
          .extracting(HttpField::toString)
          .containsExactlyInAnyOrder(
              "Retry-After: 60",
              "Cache-Control: no-store",
              "Content-Type: text/plain; charset=utf-8",
              "X-Content-Type-Options: nosniff",
              "Access-Control-Allow-Origin: *");
    }
  }
}
