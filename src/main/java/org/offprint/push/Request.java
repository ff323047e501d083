package org.offprint.push;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request to subscribe or to unsubscribe, which is to be verified.
 *
 * @param id given by the store; 0 before
 * @param mode what is asked for
 * @param topic the address of the feed, as the subscriber sent it
 * @param callback the subscriber's address, byte for byte
 * @param secret as it is stored; sealed if the operator gave a key
 * @param lease the time for which the subscription is to last
 * @param sequence given by the store: a later request for the same topic and callback has a higher one, and takes the place of this one
 * @param attempts verifications that failed
 * @param notBefore the moment of the next verification
 */
public record Request(
    long id,
    Mode mode,
    String topic,
    String callback,
    Optional<byte[]> secret,
    Duration lease,
    long sequence,
    int attempts,
    Instant notBefore) {

  /** The kind of a request. */
  public enum Mode {
    /** To get what is published from now on, or to prolong that. */
    SUBSCRIBE,
    /** To get nothing more. */
    UNSUBSCRIBE
  }

  /** Returns the request with another number of attempts and another moment. */
  Request at(int newAttempts, Instant when) {
    return new Request(id, mode, topic, callback, secret, lease, sequence, newAttempts, when);
  }
}
