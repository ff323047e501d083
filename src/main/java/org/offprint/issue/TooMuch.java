package org.offprint.issue;

import java.util.Locale;

/** Ends the reading of a file that meets a limit. */
final class TooMuch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Creates an exception for a limit.
   *
   * @param line the line in the file, counted from 1; 0 if only the file as a whole is known
   * @param message the limit, and the remedy, for the author of the file
   */
  TooMuch(int line, String message, Object... values) {
    super(String.format(Locale.ROOT, message, values), null, false, false);
    this.line = line;
  }

  Problem in(String file) {
    return new Problem(file, line, String.valueOf(getMessage()));
  }
}
