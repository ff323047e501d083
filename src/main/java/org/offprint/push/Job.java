package org.offprint.push;

/** A kind of work that a scheduler does for the hub, on one machine at a time. */
public enum Job {
  /** Verifies the intent of one request (WebSub 5.3). */
  VERIFY,
  /** Sends the newest content to one receiver. */
  DELIVER,
  /** Wakes all that is due and has no job: jobs may be lost, rows are not. Every 10 seconds. */
  SWEEP,
  /** Compares the feeds with what was published last, and publishes what differs. Every 30 seconds. */
  CHECK,
  /** Deletes what is over. Every 10 minutes. */
  EXPIRE
}
