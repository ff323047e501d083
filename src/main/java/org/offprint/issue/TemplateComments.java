package org.offprint.issue;

import java.util.Optional;
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
