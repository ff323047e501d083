package org.offprint.issue;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

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
  private static final Pattern ENTRY =
      Pattern.compile("([ \\t]*(?:[-*+]|\\d{1,9}[.)]))(?:[ \\t]+|$)");

  /** As in CommonMark. */
  private static final int TAB = 4;

  /** Deeper lines are code. */
  private static final int CODE_INDENT = 4;

  /** The entry that holds a line begins within this many characters. */
  private static final int MOST_BEFORE = 4_000;

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
    if (!comment.endsWith(END)
        || (isOneLine && comment.indexOf('|') < 0)
        || (before.isBlank() && isCode(at - before.length(), width(before)))) {
      return comment;
    }
    if (isOneLine || ExpandedText.isOneLine(before, restOfLine(text, end))) {
      return EMPTY;
    }
    return filled(comment, before);
  }

  /** Returns the text from a place to the end of its line. */
  static String restOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  /** Returns true for a line that is code in the innermost entry of a list that holds it, or by its indentation alone. */
  private boolean isCode(int lineStart, int indent) {
    if (indent < CODE_INDENT) {
      return false;
    }
    String[] above =
        text.substring(Math.max(0, lineStart - MOST_BEFORE), lineStart).split("\n", -1);
    boolean isBelowBlank = above.length < 2 || above[above.length - 2].isBlank();
    for (int i = above.length - 2; i >= 0 && isBelowBlank; i--) {
      Matcher entry = ENTRY.matcher(above[i]);
      if (entry.lookingAt()) {
        int sign = width(entry.group(1));
        int content = width(entry.group());
        int start = content > sign + CODE_INDENT ? sign + 1 : content;
        if (start <= indent) {
          return indent >= start + CODE_INDENT;
        }
      }
    }
    return isBelowBlank;
  }

  private static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += text.charAt(i) == '\t' ? TAB - width % TAB : 1;
    }
    return width;
  }

  /** Keeps the block or the paragraph in which the comment begins open until its end. */
  private static String filled(String comment, String before) {
    Matcher block = BEFORE_BLOCK.matcher(before);
    boolean isQuoted = before.stripLeading().startsWith(">");
    String indent = block.matches() ? " ".repeat(width(before)) : "";
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

  /** The error that a comment is never closed. */
  static ReadingLimits.Exceeded unclosed(int line) {
    return new ReadingLimits.Exceeded(
        line,
        "the comment (<!--) that begins here is not closed, so that it could be shown; end it with -->, or put <!-- between backticks");
  }

  /** Finds comments in a line of text that would be text. */
  static final class InLine implements InlineContentParserFactory, InlineContentParser {
    private final Deadline deadline;

    InLine(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
      return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      Position here = scanner.position();
      if (scanner.next(START)) {
        boolean isEmpty = scanner.next('>') || scanner.next("->");
        while (!isEmpty && !scanner.next(END)) {
          if (!scanner.hasNext()) {
            scanner.setPosition(here);
            throw unclosed(deadline.lineOf(Deadline.restOfLine(scanner)));
          }
          scanner.next();
          scanner.find('-');
        }
      }
      return ParsedInline.none();
    }
  }
}
