package org.offprint.settings;

/** The format of the log. */
public enum LogFormat {
  /** One line per event: keys and values, for people and for most collectors. */
  TEXT,
  /** One JSON object per event. */
  JSON
}
