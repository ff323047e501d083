package org.offprint.issue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the words out of the comments of HTML in a text of Markdown before it is parsed, because a blank line, a list or a heading in
 * one would end it for Markdown, so that the rest is published.
 */
final class HtmlComments {
  static final String START = "<!--";
  private static final String END = "-->";
  private static final String EMPTY = "<!-- -->";

  /** A word that begins no block. */
  private static final String FILLER = ".";

  private static final Pattern BEFORE_BLOCK =
      Pattern.compile("[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*");
  private static final Pattern ONE_LINE = Pattern.compile("[ \\t>]*#.*|.*\\|.*");

  private final String text;
  private boolean isRestOpen;

  HtmlComments(String text) {
    this.text = text;
  }

  /** Returns the end of the comment that begins at a place; the end of its first sign if it is never closed. */
  int endAt(int at) {
    int end = isRestOpen ? -1 : text.indexOf(END, at + 2);
    isRestOpen = end < 0;
    return end < 0 ? at + 1 : end + END.length();
  }

  /** Returns a comment of as many lines without words; what is not closed, or may be code, as it is. */
  String withoutWords(int at, int end) {
    String comment = text.substring(at, end);
    String before = text.substring(text.lastIndexOf('\n', at) + 1, at);
    boolean isOneLine = comment.indexOf('\n') < 0;
    boolean mayBeCode = before.isBlank() && (before.length() >= 4 || before.contains("\t"));
    if (!comment.endsWith(END) || mayBeCode || (isOneLine && comment.indexOf('|') < 0)) {
      return comment;
    }
    if (isOneLine || ONE_LINE.matcher(before).matches()) {
      return EMPTY;
    }
    return filled(comment, before);
  }

  /** Keeps the block or the paragraph in which the comment begins open until its end. */
  private static String filled(String comment, String before) {
    Matcher block = BEFORE_BLOCK.matcher(before);
    boolean isQuoted = before.stripLeading().startsWith(">");
    String indent = block.matches() ? " ".repeat(before.length()) : "";
    StringBuilder filled = new StringBuilder(START);
    String[] lines = comment.split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      boolean keepsSign = isQuoted && line.stripLeading().startsWith(">");
      filled
          .append('\n')
          .append(keepsSign ? line.substring(0, line.indexOf('>') + 1) + " " : indent);
      filled.append(i == lines.length - 1 ? END : FILLER);
    }
    return filled.toString();
  }
}
