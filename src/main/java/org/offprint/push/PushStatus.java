package org.offprint.push;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the hub, for the operator. Names no callback and no secret.
 *
 * @param stored numbers from the database; empty while it fails
 * @param outcomes answers to what this process sent, by kind of receiver and class of outcome, since its start
 */
public record PushStatus(Optional<Stored> stored, List<Outcome> outcomes) {

  /**
   * The numbers that the database knows.
   *
   * @param subscriptions subscriptions in force, by topic
   * @param pending requests that wait to be verified
   * @param oldestPending the age of the oldest of them
   * @param due receivers to which something is still to be sent
   * @param oldestDue the time for which the oldest of them has been due
   * @param pings the last answer of each external hub and topic
   */
  public record Stored(
      Map<String, Integer> subscriptions,
      int pending,
      Duration oldestPending,
      int due,
      Duration oldestDue,
      List<Ping> pings) {}

  /** The last answer of an external hub: a status code, 0 for none yet, -1 if no answer came. */
  public record Ping(String hub, String topic, int lastStatus) {}

  /** A number of answers of one class, for example {@code 2xx}, {@code timeout} or {@code given-up}. */
  public record Outcome(Receiver.Kind kind, String name, long count) {}
}
