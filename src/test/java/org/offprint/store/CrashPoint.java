package org.offprint.store;

/** Moments at which a hub may die; the next one must finish what it began. */
enum CrashPoint {
  NONE,
  /** A request is accepted, but not stored. */
  BEFORE_REQUEST,
  /** A request is answered with 202, but not verified. */
  BEFORE_VERIFICATION,
  /** The subscriber has said yes, but nothing is stored. */
  BEFORE_CONFIRMATION,
  /** The subscriber has said yes, but has sent another request meanwhile. */
  CROSSED_CONFIRMATION,
  /** A feed differs, but is not published. */
  BEFORE_PUBLICATION,
  /** A version is being published. */
  DURING_PUBLICATION,
  /** A version is published, but nobody is woken. */
  BEFORE_WAKE,
  /** The subscriber has accepted a delivery, but that is not stored. */
  BEFORE_RECORD,
  /** The subscriber has refused a delivery, which waits to be tried again. */
  AFTER_FAILURE
}
