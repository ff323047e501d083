package org.offprint.issue;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments of template languages that begin with a brace, other than those of Liquid and Jinja. */
final class TemplateComments {
  private static final Pattern KRAMDOWN = Pattern.compile("\\{::comment(?:\\s[^{}\\n]*+)?\\}");
  private static final Pattern END_OF_KRAMDOWN = Pattern.compile("\\{:/(?:comment)?\\s*\\}");
  private static final Pattern HUGO = Pattern.compile("\\{\\{-?\\s*/\\*");
  private static final Pattern END_OF_HUGO = Pattern.compile("\\*/\\s*-?\\}\\}");
  private static final Pattern END_OF_MDX = Pattern.compile("\\*/\\s*\\}");
  /** The way of Zola to write about a call. */
  private static final Pattern QUOTED_CALL =
      Pattern.compile("\\{\\{/\\*\\s*[\\w:]+\\s*\\([^{}]*\\)\\s*\\*/\\}\\}");

  private static final Pattern OF_LIQUID =
      Pattern.compile("(?i)\\{%-?\\s*(end)?comment\\b[^%]*+%\\}");

  private static final String OBSIDIAN = "%%";
  private static final String END_OF_ADDRESS = ")>\"";
  private static final int LONGEST_ADDRESS = 500;
  private static final Pattern ALONE = Pattern.compile("%%[ \\t]*(?:\\n|\\z)");
  /** Behind a digit, where two signs alone would be a percentage, nothing but a comment begins and ends within words. */
  private static final Pattern BEHIND_DIGIT =
      Pattern.compile("%%(?=\\p{L})(?:[^%\\n]|%(?!%))*+(?<=[^\\s\\d])%%(?![\\p{L}\\p{N}%])");

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");

  private TemplateComments() {}

  /** Returns the end of a comment of Liquid, which may hold others; empty if not all of them are closed. */
  static Optional<Integer> endOfNested(String text, int at) {
    Matcher sign = OF_LIQUID.matcher(text).region(at, text.length());
    int depth = 0;
    while (sign.find()) {
      depth += sign.group(1) == null ? 1 : -1;
      if (depth == 0) {
        return Optional.of(sign.end());
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the end of a comment of Obsidian that begins at a place: it is within a paragraph, unless it begins its line.
   *
   * @param unclosed fails, for the sign alone on its line, after which all could be private
   */
  static Optional<Integer> endOfObsidian(String text, int at, Supplier<Integer> unclosed) {
    boolean isPercentage = at > 0
        && (text.charAt(at - 1) == '%'
            || (Character.isDigit(text.charAt(at - 1))
                && !matcher(BEHIND_DIGIT, text, at).lookingAt()));
    if (!text.startsWith(OBSIDIAN, at) || isPercentage || isInAddress(text, at)) {
      return Optional.empty();
    }
    int end = text.indexOf(OBSIDIAN, at + OBSIDIAN.length());
    boolean beginsLine = at == 0 || text.charAt(at - 1) == '\n';
    if (end < 0) {
      return Optional.of(beginsLine && matcher(ALONE, text, at).lookingAt())
          .filter(isAlone -> isAlone)
          .map(isAlone -> unclosed.get());
    }
    return Optional.of(end + OBSIDIAN.length())
        .filter(found -> beginsLine || !BLANK_LINE.matcher(text).region(at, end).find());
  }

  private static boolean isInAddress(String text, int at) {
    int start = at;
    while (start > Math.max(0, at - LONGEST_ADDRESS)
        && !Character.isWhitespace(text.charAt(start - 1))
        && END_OF_ADDRESS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    String before = text.substring(start, at);
    return before.contains("://") || before.contains("](");
  }

  /** Returns the end to look for, if a comment begins at a place. */
  static Optional<Pattern> endOf(String text, int at, Generator generator, boolean isMdx) {
    if (matcher(KRAMDOWN, text, at).lookingAt()) {
      return Optional.of(END_OF_KRAMDOWN);
    }
    if (generator == Generator.PLAIN) {
      return Optional.empty();
    }
    if (text.startsWith("{/*", at)) {
      return Optional.of(END_OF_MDX).filter(end -> isMdx || end.matcher(text).find(at));
    }
    boolean isQuoted =
        generator.has(Generator.Syntax.CALLS) && matcher(QUOTED_CALL, text, at).lookingAt();
    return Optional.of(END_OF_HUGO)
        .filter(end -> !isQuoted && matcher(HUGO, text, at).lookingAt());
  }

  private static Matcher matcher(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length());
  }
}
