package org.offprint.settings;

/** How the log is written. */
public enum LogFormat {
  /** One line per event: keys and values, for people and for most collectors. */
  TEXT,
  /** One JSON object per event. */
  JSON
}
