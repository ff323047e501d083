package org.offprint.push;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The pauses between the attempts to reach a receiver, each 20 % longer or shorter by chance, so that many do not come back at once.
 *
 * @param pauses after each failure; the last one repeats
 * @param mostAttempts attempts before it is given up
 * @param patience the time from the first failure to the last attempt
 */
record RetryPlan(List<Duration> pauses, int mostAttempts, Duration patience) {
  private static final Duration LONGEST_ASKED = Duration.ofHours(6);
  private static final double SPREAD = 0.2;

  /** The plan for contents and messages: about nine attempts in a day. */
  private static final RetryPlan CONTENT = new RetryPlan(
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12)),
      Integer.MAX_VALUE,
      Duration.ofDays(1));

  /** The plan for pings: five attempts in about half an hour. */
  private static final RetryPlan PING = new RetryPlan(
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20)),
      5,
      Duration.ofDays(1));

  private static final RetryPlan DENIAL =
      new RetryPlan(List.of(Duration.ofMinutes(1)), 2, Duration.ofDays(1));

  /** The failures that are remembered of a receiver that was given up: its pauses go on at an hour. */
  static final int FAILURES_KEPT = 4;

  /** Returns the plan for a kind of receiver. */
  static RetryPlan of(Receiver.Kind kind) {
    return switch (kind) {
      case SUBSCRIBER, WEBHOOK -> CONTENT;
      case HUB -> PING;
      case DENIED -> DENIAL;
    };
  }

  /**
   * Returns the moment of the next attempt; empty if the receiver is given up.
   *
   * @param failures failures until now, with the last one
   * @param asked the time that the receiver asked for; at most six hours of it count
   */
  Optional<Instant> next(
      int failures, Instant first, Instant now, Duration asked, RandomGenerator random) {
    Duration pause = pauses.get(Math.min(failures, pauses.size()) - 1);
    double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
    Duration spread = Duration.ofMillis((long) (pause.toMillis() * factor));
    Duration wait = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    Instant next = now.plus(spread.compareTo(wait) > 0 ? spread : wait);
    Instant end = first.plus(patience);
    return failures < mostAttempts && now.isBefore(end)
        ? Optional.of(next.isBefore(end) ? next : end)
        : Optional.empty();
  }

  /** Reads the header Retry-After of 429 and 503: seconds or a date; nothing if it is neither. */
  static Duration asked(Outgoing.Answer answer, Instant now) {
    String text = answer.retryAfter().orElse("").strip();
    if ((answer.status() != 429 && answer.status() != 503) || text.isEmpty()) {
      return Duration.ZERO;
    } else if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      return Duration.between(
          now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
