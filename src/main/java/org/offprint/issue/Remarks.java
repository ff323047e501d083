package org.offprint.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The warnings about the text of one file, each with the line of the words that it is about. For one thread. */
final class Remarks {
  /** No more are reported of a file, and the lines of more would take time to find. */
  private static final int MOST_WITH_LINE = 50;

  /** The data of a picture may be long. */
  private static final int LONGEST_WANTED = 200;

  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}\\s]");

  private record Remark(Problem.Kind kind, int line, String message) {}

  private final String text;
  private final List<Remark> remarks = new ArrayList<>();
  /** The place behind the last find of some words. */
  private final Map<String, Integer> ends = new HashMap<>();
  /** Nothing that readers cannot show stands in code. */
  private final CodePlaces code;

  Remarks(String text) {
    this.text = text;
    this.code = new CodePlaces(text, false);
  }

  /**
   * Adds a warning.
   *
   * @param words those that the author wrote there; those that stand in several places are taken in order
   */
  void add(Problem.Kind kind, String words, String message) {
    add(kind, List.of(words), message);
  }

  /**
   * Adds a warning.
   *
   * @param forms the ways in which the author may have written it, the surest first
   */
  void add(Problem.Kind kind, List<String> forms, String message) {
    int line = forms.stream()
        .limit(remarks.size() < MOST_WITH_LINE ? forms.size() : 0)
        .mapToInt(this::lineOf)
        .filter(found -> found > 0)
        .findFirst()
        .orElse(0);
    remarks.add(new Remark(kind, line, message));
  }

  /** Adds a warning about a line that is known. */
  void addAt(int line, Problem.Kind kind, String message) {
    remarks.add(new Remark(kind, line, message));
  }

  /** Returns true if there is a warning of a kind. */
  boolean has(Problem.Kind kind) {
    return remarks.stream().anyMatch(remark -> remark.kind() == kind);
  }

  /** Finds the line only for a warning, because recording the position of every node takes much memory. */
  private int lineOf(String words) {
    String wanted = words.strip();
    String first = wanted.lines().findFirst().orElse("").strip();
    int place = place(wanted);
    if (place < 0 && first.length() < wanted.length()) {
      // In a list or a quotation the lines of a tag have signs between them.
      place = place(first + "\n");
    }
    return place < 0
        ? 0
        : 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
  }

  /** Finds words behind their last place: as they stand, else with signs that Markdown escapes, else in code. */
  private int place(String words) {
    String wanted = words.substring(0, Math.min(words.length(), LONGEST_WANTED));
    if (wanted.isBlank()) {
      return -1;
    }
    Pattern literal = Pattern.compile(Pattern.quote(wanted));
    Pattern escaped = Pattern.compile(SIGN.matcher(wanted).replaceAll("\\\\\\\\?\\\\$0"));
    int place = Stream.of(literal, escaped)
        .map(pattern -> place(wanted, pattern, true))
        .filter(found -> found >= 0)
        .findFirst()
        .orElseGet(() -> place(wanted, literal, false));
    if (place >= 0) {
      ends.put(wanted, place + wanted.length());
    }
    return place;
  }

  /** Finds words that are no part of longer ones. */
  private int place(String words, Pattern pattern, boolean isOutsideCode) {
    Matcher found = pattern.matcher(text).region(ends.getOrDefault(words, 0), text.length());
    while (found.find()) {
      boolean isWhole = words.length() == LONGEST_WANTED || !isPart(found.end());
      if (isWhole && !(isOutsideCode && code.holds(found.start()))) {
        return found.start();
      }
    }
    return -1;
  }

  private boolean isPart(int end) {
    return end < text.length()
        && Character.isLetterOrDigit(text.charAt(end - 1))
        && Character.isLetterOrDigit(text.charAt(end));
  }

  /** Returns them as problems of a file: by line, and last those without one, which the report leaves out first. */
  List<Problem> of(String file) {
    return remarks.stream()
        .sorted(Comparator.comparingInt(
            remark -> remark.line() == 0 ? Integer.MAX_VALUE : remark.line()))
        .map(remark -> new Problem(remark.kind(), file, remark.line(), remark.message()))
        .toList();
  }
}
