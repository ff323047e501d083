package org.offprint.issue;

import java.util.regex.Pattern;

/** A body of Markdown in the making, whose lines keep their number where tags and comments of several lines go. */
final class ExpandedText {
  /** A heading or a row of a table, which ends with its line. */
  private static final Pattern ONE_LINE =
      Pattern.compile("[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*#.*|.*\\|.*");

  private static final String LINE_END = "\n";

  private final StringBuilder text = new StringBuilder();
  /** The line ends that follow at the next blank line. */
  private int owed;

  int length() {
    return text.length();
  }

  /** Adds text as it is; line ends outside code come alone. */
  ExpandedText append(String piece) {
    text.append(piece);
    if (owed > 0 && piece.equals(LINE_END) && isBlankLine()) {
      text.append(LINE_END.repeat(owed));
      owed = 0;
    }
    return this;
  }

  private boolean isBlankLine() {
    int end = text.length() - 1;
    return text.substring(text.lastIndexOf(LINE_END, end - 1) + 1, end).isBlank();
  }

  /**
   * Adds what takes the place of a tag or a comment.
   *
   * @param lines the number of line ends that went
   * @param rest what follows in the line
   */
  void append(String value, int lines, String rest) {
    text.append(value);
    int missing = Math.max(0, lines - (int) value.chars().filter(c -> c == '\n').count());
    if (missing > 0 && isOneLine(text.substring(text.lastIndexOf(LINE_END) + 1), rest)) {
      owed += missing;
    } else {
      text.append(LINE_END.repeat(missing));
    }
  }

  /** Returns true for the parts of a line that would be no heading or row of a table on two lines. */
  static boolean isOneLine(String before, String rest) {
    return ONE_LINE.matcher(before).matches() || (!before.isBlank() && rest.indexOf('|') >= 0);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
