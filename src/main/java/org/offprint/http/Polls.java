package org.offprint.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells who fetches all of a feed over and over, and for how long that client must wait. Thread-safe. */
final class Polls {
  private final Optional<PollLimit> limit;

  Polls(Optional<Integer> perHour) {
    this.limit = perHour.map(PollLimit::new);
  }

  /**
   * Counts a request that would be answered with all of a feed.
   *
   * @param path where the feed stands
   * @param isSent whether its body would be sent; else the request is told to wait, but does not count
   * @return the answer instead, if the client must wait
   */
  Optional<Reply> refusal(
      HttpRequest asked, String path, ConditionalRequest condition, boolean isSent, Instant now) {
    if (limit.isEmpty() || condition.hasValidator(now)) {
      return Optional.empty();
    }
    Poller poller = Poller.of(asked.client().get(), path);
    Optional<Duration> wait =
        isSent ? limit.get().take(poller, now) : limit.get().look(poller, now);
    return wait.map(PollRefusal::new).map(PollRefusal::reply);
  }
}
