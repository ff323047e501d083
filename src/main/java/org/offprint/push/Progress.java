package org.offprint.push;

import java.time.Instant;
import java.util.Optional;

/**
 * The progress of the deliveries to one receiver.
 *
 * @param version the last version that arrived, or was given up
 * @param failures failures since the last success
 * @param next the moment before which nothing is sent
 * @param firstFailure the first failure of the version that is being sent
 * @param lastStatus the last answer: a status code, 0 for none yet, -1 if no answer came
 * @param lastAttempt the moment of that answer
 */
public record Progress(
    long version,
    int failures,
    Instant next,
    Optional<Instant> firstFailure,
    int lastStatus,
    Optional<Instant> lastAttempt) {

  /** Returns the state of a receiver that has this version, and to which nothing was sent yet. */
  public static Progress at(long version) {
    return new Progress(version, 0, Instant.EPOCH, Optional.empty(), 0, Optional.empty());
  }

  /** Returns the state with another moment before which nothing is sent. */
  Progress at(Instant moment) {
    return new Progress(version, failures, moment, firstFailure, lastStatus, lastAttempt);
  }
}
