package org.offprint.issue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One block of raw HTML, read once from beginning to end: comments, scripts and drawings go, tags that
 * nobody knows and brackets that never close become text.
 */
final class RawHtmlBlock {
  /** A tag that is longer is none: somebody forgot to close a quote. */
  private static final int LONGEST_TAG = 10_000;

  private final String literal;
  private final String lower;
  private final Set<String> endingsNotFound = new HashSet<>();
  private final StringBuilder tamed = new StringBuilder();

  RawHtmlBlock(String literal) {
    this.literal = literal;
    this.lower = literal.toLowerCase(Locale.ROOT);
  }

  String tame() {
    int at = 0;
    for (int open = literal.indexOf('<'); open >= 0; open = literal.indexOf('<', at)) {
      tamed.append(literal, at, open);
      at = take(open);
    }
    return tamed.append(literal, at, literal.length()).toString();
  }

  /** Handles the text from an angle bracket on, and returns the position of its end. */
  private int take(int open) {
    if (literal.startsWith("<!--", open)) {
      return dropTo("-->", open);
    }
    if (literal.startsWith("<!", open) || literal.startsWith("<?", open)) {
      return dropTo(">", open);
    }
    Optional<String> name = RawHtml.nameAt(literal, open).filter(RawHtml::isKnown);
    int end = name.isPresent() ? endOfTag(open) : -1;
    if (name.isEmpty() || end < 0) {
      return text(open);
    }
    if (RawHtml.isHidden(name.get()) && !literal.startsWith("</", open)) {
      int closing = find("</" + name.get(), end);
      return closing < 0 ? end : Math.max(closing, endOfTag(closing));
    }
    if (!RawHtml.isSwallowing(name.get())) {
      tamed.append(literal, open, end);
    }
    return end;
  }

  private int text(int open) {
    tamed.append("&lt;");
    return open + 1;
  }

  private int dropTo(String ending, int open) {
    int end = find(ending, open);
    return end < 0 ? text(open) : end + ending.length();
  }

  /** Once an ending has not been found, there is none further down either. */
  private int find(String ending, int from) {
    int found = endingsNotFound.contains(ending) ? -1 : lower.indexOf(ending, from);
    if (found < 0) {
      endingsNotFound.add(ending);
    }
    return found;
  }

  private int endOfTag(int open) {
    char quote = 0;
    int last = Math.min(literal.length(), open + LONGEST_TAG);
    for (int i = open + 1; i < last; i++) {
      char c = literal.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && literal.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return -1;
  }
}
