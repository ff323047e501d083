package org.offprint.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Limits the full responses that a client gets of one feed in an hour: so many at once, and then one more each time that a share of
 * the hour has passed. Requests with a validator are not for it. Each feed counts by itself, since an aggregator that takes a hundred
 * sections once an hour does nothing wrong. Thread-safe.
 */
final class PollLimit {
  /** The shares of the hour are exact enough up to here. */
  static final int MOST_PER_HOUR = 10_000;

  private static final int MOST_POLLERS = 10_000;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  /** A client and the feed that it fetches. */
  private record Poller(InetAddress client, String path) {}

  private final long share;
  private final Clock clock;
  /** An hour after its last request a poller has all its responses again, and can be forgotten. */
  private final Cache<Poller, Allowance> allowances;

  /**
   * Limits pollers.
   *
   * @param perHour 1 to {@value #MOST_PER_HOUR}
   */
  PollLimit(int perHour, Clock clock) {
    if (perHour < 1 || perHour > MOST_PER_HOUR) {
      throw new IllegalArgumentException(
          "perHour %s must be 1 to %s".formatted(perHour, MOST_PER_HOUR));
    }
    this.share = HOUR / perHour;
    this.clock = clock;
    this.allowances = Caffeine.newBuilder()
        .maximumSize(MOST_POLLERS)
        .expireAfterAccess(HOUR, TimeUnit.NANOSECONDS)
        .ticker(this::now)
        .executor(Runnable::run)
        .build();
  }

  /**
   * Counts a request for all of a feed.
   *
   * @param isSent true if the body would be sent; HEAD has the status of GET, but does not count
   * @return 429 if the client must wait; it loses nothing by asking too early
   */
  Optional<Reply> refusal(InetAddress client, String path, boolean isSent) {
    Poller poller = new Poller(Clients.network(client), path);
    long wait = allowances.get(poller, unseen -> new Allowance()).take(now(), share, isSent);
    return wait > 0 ? Optional.of(refusal((wait + SECOND - 1) / SECOND)) : Optional.empty();
  }

  private long now() {
    return TimeUnit.NANOSECONDS.convert(Duration.between(Instant.EPOCH, clock.instant()));
  }

  private static Reply refusal(long seconds) {
    return Reply.line(
        HttpStatus.TOO_MANY_REQUESTS_429,
        HttpFields.from(
            new HttpField(HttpHeader.RETRY_AFTER, Long.toString(seconds)), Reply.FOR_SCRIPTS),
        "this feed was fetched whole too often: send If-None-Match or If-Modified-Since, or ask again in %d %s\n"
            .formatted(seconds, seconds == 1 ? "second" : "seconds"));
  }

  /** The moment when a poller has all its responses again. Each response puts it off by a share of the hour. */
  private static final class Allowance {
    private long restored;

    /** Takes a response, or returns how long the poller must wait for it. */
    synchronized long take(long now, long share, boolean isSent) {
      // Not more than an hour ahead, even if the clock was put back.
      restored = Math.max(now, Math.min(restored, now + HOUR));
      long wait = restored + share - now - HOUR;
      if (wait <= 0 && isSent) {
        restored += share;
      }
      return wait;
    }
  }
}
