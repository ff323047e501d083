package org.offprint.settings;

/** Makes text safe for a terminal: nothing in it ends a line or is a command. */
public final class TerminalSafe {
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private TerminalSafe() {}

  /** Returns the text with control characters as {@code \\n} or {@code \\u001b}. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.chars().forEach(c -> append(printable, (char) c));
    return printable.toString();
  }

  private static void append(StringBuilder text, char c) {
    switch (c) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (isControl(c)) {
          text.append("\\u%04x".formatted((int) c));
        } else {
          text.append(c);
        }
      }
    }
  }

  private static boolean isControl(char c) {
    return Character.isISOControl(c)
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR
        || Character.getType(c) == Character.FORMAT;
  }
}
