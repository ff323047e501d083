package org.offprint.issue;

import java.time.Instant;
import java.util.Comparator;

/**
 * A fault in a file of the publisher, with its place. A problem is a value, never thrown.
 *
 * @param file path relative to the folder of issues, with {@code /} between names
 * @param line line in that file, counted from 1; 0 when the fault concerns the file as a whole
 * @param message the fault and its remedy, one sentence, for the author of the file
 * @param publicFrom the time from which everybody may read it: {@link Instant#MIN} if the file is published or hides nothing,
 *     {@link Instant#MAX} for a draft
 */
public record Problem(String file, int line, String message, Instant publicFrom)
    implements Comparable<Problem> {
  /** The start of the message if a file cannot be read. */
  public static final String CANNOT_BE_READ = "cannot be read: ";

  /** It may repeat what the author wrote. */
  private static final int LONGEST = 500;

  private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
      .thenComparingInt(Problem::line)
      .thenComparing(Problem::message);

  public Problem {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " must be >= 0");
    }
    message = PlainText.cut(message, LONGEST);
  }

  /** A problem of a file that is no draft, or of a valid issue. */
  public Problem(String file, int line, String message) {
    this(file, line, message, Instant.MIN);
  }

  Problem publicFrom(Instant moment) {
    return new Problem(file, line, message, moment);
  }

  /** Returns a copy that everybody may read if the time for it has come. */
  public Problem at(Instant now) {
    return publicFrom.isAfter(now) ? this : publicFrom(Instant.MIN);
  }

  /** Returns true if not everybody may read it yet. */
  public boolean isHeldBack() {
    return publicFrom.isAfter(Instant.MIN);
  }

  /** Returns true if the file could not be read at all; a retry may succeed. */
  public boolean isOfReading() {
    return message.startsWith(CANNOT_BE_READ);
  }

  /** By file, then line. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /**
   * The form that compilers use, so that editors can jump to the place: {@code file:line: message};
   * line 1 for a fault of the file as a whole.
   */
  @Override
  public String toString() {
    return file + ":" + Math.max(1, line) + ": " + message;
  }
}
