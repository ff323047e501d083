package org.offprint.app;

/** How the log is written. */
enum LogFormat {
  /** One line per event: keys and values, for people and for most collectors. */
  TEXT,
  /** One JSON object per event. */
  JSON
}
