package org.offprint.issue;

import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of code in a text of Markdown, found from its start to its end, before it is parsed. */
final class CodePlaces {
  private static final String MARKER = "[ \\t]*(?:[-*+]|\\d{1,9}[.)])";
  private static final Pattern FENCE =
      Pattern.compile("[ \\t>]*(?:" + MARKER + ")?[ \\t]*(`{3,}+|~{3,}+)([^\\n]*)");
  private static final Pattern INDENTED = Pattern.compile("(?: {4}| {0,3}\\t)[^\\n]*");
  private static final Pattern LIST = Pattern.compile(MARKER + "(?:[ \\t].*)?");
  private static final Pattern SIGN = Pattern.compile("`++");
  private static final Pattern ELEMENT =
      Pattern.compile("(?i)<(pre|code|script|style|textarea)\\b");
  private static final Pattern LINE_END = Pattern.compile("\\n");

  /** The lines that tell whether indented ones are code stand within this many characters. */
  private static final int MOST_BEFORE = 4_000;

  private final String text;
  private final boolean isIndentedText;
  /** Once an ending has not been found, there is none further down either. */
  private final Set<String> missing = new HashSet<>();
  /** All of them, once somebody has asked. */
  private Optional<NavigableMap<Integer, Integer>> places = Optional.empty();

  /**
   * Looks through a text.
   *
   * @param isIndentedText true for MDX, where indented lines are no code
   */
  CodePlaces(String text, boolean isIndentedText) {
    this.text = text;
    this.isIndentedText = isIndentedText;
  }

  /** Returns the end of the code that begins at a place outside other code; the place itself if there is none. */
  int endAt(int at) {
    boolean isLineStart = at == 0 || text.charAt(at - 1) == '\n';
    int endOfBlock = isLineStart ? endOfBlock(at) : at;
    if (endOfBlock > at) {
      return endOfBlock;
    }
    return switch (text.charAt(at)) {
      case '`' -> endOfSpan(at);
      case '<' -> endOfElement(at);
      default -> at;
    };
  }

  /** Returns true for a place in code; the tag of a script is no part of it. */
  boolean holds(int place) {
    if (places.isEmpty()) {
      places = Optional.of(all());
    }
    Map.Entry<Integer, Integer> before = places.get().lowerEntry(place);
    return before != null && place < before.getValue();
  }

  /** Returns the end of each by its start. */
  private NavigableMap<Integer, Integer> all() {
    NavigableMap<Integer, Integer> ends = new TreeMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = endAt(at);
      if (end > at) {
        ends.put(at, end);
        at = end;
      } else {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
    }
    return ends;
  }

  private int endOfBlock(int at) {
    Matcher fence = FENCE.matcher(text).region(at, text.length());
    if (fence.lookingAt() && (fence.group(1).startsWith("~") || fence.group(2).indexOf('`') < 0)) {
      String sign = fence.group(1);
      return end("(?m)^[ \\t>]*" + sign + sign.charAt(0) + "*[ \\t]*$", fence.end(), text.length());
    }
    Matcher indented = INDENTED.matcher(text).region(at, text.length());
    boolean isCode = !isIndentedText && indented.lookingAt() && isIndentedCode(at);
    return isCode ? indented.end() : at;
  }

  /** Indented lines within a paragraph, below a line of raw HTML or below a list belong to it. */
  private boolean isIndentedCode(int at) {
    String[] before = LINE_END.split(text.substring(Math.max(0, at - MOST_BEFORE), at), -1);
    String above = before.length > 1 ? before[before.length - 2] : "";
    if (!above.isBlank() && !INDENTED.matcher(above).matches()) {
      return false;
    }
    boolean isApart = false;
    for (int i = before.length - 2; i >= 0; i--) {
      boolean isEntry = LIST.matcher(before[i]).matches();
      isApart |= before[i].isBlank();
      if (!isApart && !INDENTED.matcher(before[i]).matches()) {
        return false;
      }
      if (isEntry
          || !(before[i].isBlank() || before[i].startsWith(" ") || before[i].startsWith("\t"))) {
        return !isEntry;
      }
    }
    return true;
  }

  /** A span ends with the sign that it began with, in the same paragraph; without that, the sign alone is passed over. */
  private int endOfSpan(int at) {
    Matcher sign = SIGN.matcher(text).region(at, text.length());
    int from = sign.lookingAt() ? sign.end() : at + 1;
    String ticks = text.substring(at, from);
    Matcher end = Pattern.compile("(?<!`)" + ticks + "(?!`)|\\n[ \\t]*\\n").matcher(text);
    return end.find(from) && end.group().equals(ticks) ? end.end() : from;
  }

  private int endOfElement(int at) {
    Matcher element = ELEMENT.matcher(text).region(at, text.length());
    if (!element.lookingAt()) {
      return at;
    }
    return end("(?i)</" + element.group(1) + "\\b", element.end(), element.end());
  }

  private int end(String regex, int from, int otherwise) {
    Matcher end = Pattern.compile(regex).matcher(text);
    if (!missing.contains(regex) && end.find(from)) {
      return end.end();
    }
    missing.add(regex);
    return otherwise;
  }
}
