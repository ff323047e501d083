package org.offprint.issue;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Limits for one file, so that none takes long to parse, or much memory: at least ten times the size of the longest letters.
 * Most limits are checked in the text, before it is parsed. One object counts for one file.
 */
final class ReadingLimits {
  private static final String SPLIT =
      "has more than %,d %s up to here; split it, or leave some of it out";
  private static final String APART =
      "more than %,d %s stand from here on without a blank line between them; put blank lines, or leave some of it out";
  private static final String WHOLE = "becomes more than %,d %s; split it, or leave some of it out";

  /** The countable things and their limits. */
  private enum Limit {
    LINES(10_000, "lines", SPLIT),
    SIGNS(40_000, "of the signs *_~[]<&!`\\@ and addresses", SPLIT),
    BLOCKS(10_000, "beginnings of lists, quotes and entries", SPLIT),
    DEFINITIONS(1_000, "addresses of links ([name]: address)", SPLIT),
    CELLS(10_000, "cells of tables", SPLIT),
    LINES_TOGETHER(4_000, "lines", APART),
    CHARACTERS_TOGETHER(200_000, "characters", APART),
    EMPHASIS_TOGETHER(3_000, "of the signs *_~", APART),
    ELEMENTS(15_000, "paragraphs, links and other elements of HTML", WHOLE),
    HTML(1_000_000, "characters of HTML", WHOLE);

    private final int most;
    private final String what;
    private final String message;

    Limit(int most, String what, String message) {
      this.most = most;
      this.what = what;
      this.message = message;
    }

    private void check(int count, int line) {
      if (count > most) {
        throw new Exceeded(line, message, most, what);
      }
    }
  }

  private static final String BEFORE_BLOCK = " \t>-+*.)#0123456789";
  private static final String BLOCK_SIGNS = ">-+*.)";
  private static final Pattern UNDER_TABLE_HEAD = Pattern.compile("[ \\t>]*+[|:\\- \\t]++");
  private static final Pattern CELL = Pattern.compile("[:-]++");
  private static final Pattern DEFINITION = Pattern.compile("[ \\t>]*+\\[[^\\n]*?]:[^\\n]*+");

  private static final int WWW = 3;

  private final Map<Limit, Integer> counts = new EnumMap<>(Limit.class);
  private final String text;
  private int line;

  /** The first of the lines that stand together. */
  private int firstLine;

  private int columns;

  private ReadingLimits(String text, int line) {
    this.text = text;
    this.line = line;
    this.firstLine = line + 1;
  }

  /**
   * Looks through the text of a file.
   *
   * @param start the start of the body, after front matter, which has limits of its own
   * @throws Exceeded if it exceeds a limit
   */
  static void check(String text, int start) {
    int linesBefore =
        (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    new ReadingLimits(text, linesBefore).check(start);
  }

  /** Checks the number of HTML elements that a file has produced. */
  static void checkElements(int count) {
    Limit.ELEMENTS.check(count, 0);
  }

  /** Checks the length of the HTML that a file has produced, in characters. */
  static void checkHtml(int length) {
    Limit.HTML.check(length, 0);
  }

  private void check(int start) {
    for (int at = start; at < text.length(); ) {
      int found = text.indexOf('\n', at);
      int end = found < 0 ? text.length() : found;
      line++;
      add(Limit.LINES, 1, line);
      if (isBlank(at, end)) {
        firstLine = line + 1;
        counts.remove(Limit.LINES_TOGETHER);
        counts.remove(Limit.CHARACTERS_TOGETHER);
        counts.remove(Limit.EMPHASIS_TOGETHER);
        columns = 0;
      } else {
        takeBeginning(at, end);
        take(at, end);
        add(Limit.LINES_TOGETHER, 1, firstLine);
        add(Limit.CHARACTERS_TOGETHER, end - at, firstLine);
        add(Limit.CELLS, columns, line);
      }
      at = end + 1;
    }
  }

  /** Markdown knows no other blanks. */
  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Each sign before the words of a line can begin a block. */
  private void takeBeginning(int from, int to) {
    int signs = 0;
    for (int i = from; i < to && BEFORE_BLOCK.indexOf(text.charAt(i)) >= 0; i++) {
      signs += BLOCK_SIGNS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    add(Limit.BLOCKS, signs, line);
    if (DEFINITION.matcher(text).region(from, to).matches()) {
      add(Limit.DEFINITIONS, 1, line);
    }
  }

  private void take(int from, int to) {
    int emphasis = 0;
    int others = 0;
    int pipes = 0;
    for (int i = from; i < to; i++) {
      switch (text.charAt(i)) {
        case '*', '_', '~' -> emphasis++;
        case '[', ']', '<', '&', '\\', '!', '`', '@' -> others++;
        // An address becomes a link without any brackets.
        case ':' -> others += text.startsWith("://", i) ? 1 : 0;
        case '.' -> others += text.startsWith("www", i - WWW) ? 1 : 0;
        case '|' -> pipes++;
        default -> {}
      }
    }
    add(Limit.SIGNS, emphasis + others, line);
    add(Limit.EMPHASIS_TOGETHER, emphasis, firstLine);
    if (pipes > 0 && UNDER_TABLE_HEAD.matcher(text).region(from, to).matches()) {
      columns =
          Math.max(columns, (int) CELL.matcher(text).region(from, to).results().count());
    }
  }

  private void add(Limit limit, int more, int place) {
    limit.check(counts.merge(limit, more, Integer::sum), place);
  }

  /** Ends the reading of a file that meets a limit. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Creates an exception for a limit.
     *
     * @param line the line in the file, counted from 1; 0 if only the file as a whole is known
     * @param message the limit, and the remedy, for the author of the file
     */
    Exceeded(int line, String message, Object... values) {
      super(String.format(Locale.ROOT, message, values), null, false, false);
      this.line = line;
    }

    Problem in(String file) {
      return new Problem(file, line, String.valueOf(getMessage()));
    }
  }
}
