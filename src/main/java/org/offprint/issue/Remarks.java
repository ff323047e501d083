package org.offprint.issue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The warnings about the text of one file, each with the line of the words that it is about. For one thread. */
final class Remarks {
  /** Nobody reads on, and the lines of more would take time to find. */
  private static final int MOST_WITH_LINE = 50;

  /** The data of a picture may be long. */
  private static final int LONGEST_WANTED = 200;

  private record Remark(Problem.Kind kind, int line, String message) {}

  private final String text;
  private final List<Remark> remarks = new ArrayList<>();
  /** The place behind the last find of some words. */
  private final Map<String, Integer> ends = new HashMap<>();

  Remarks(String text) {
    this.text = text;
  }

  /**
   * Adds a warning.
   *
   * @param words those that the author wrote there; those that stand in several places are taken in order
   */
  void add(Problem.Kind kind, String words, String message) {
    int line = remarks.size() < MOST_WITH_LINE ? lineOf(words) : 0;
    remarks.add(new Remark(kind, line, message));
  }

  /** Adds a warning about a line that is known. */
  void addAt(int line, Problem.Kind kind, String message) {
    remarks.add(new Remark(kind, line, message));
  }

  /** Finds the line only for a warning, because recording the position of every node takes much memory. */
  private int lineOf(String words) {
    String line = words.lines().findFirst().orElse("").strip();
    String wanted = line.substring(0, Math.min(line.length(), LONGEST_WANTED));
    int place = wanted.isEmpty() ? -1 : text.indexOf(wanted, ends.getOrDefault(wanted, 0));
    if (place < 0) {
      return 0;
    }
    ends.put(wanted, place + wanted.length());
    return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
  }

  /** Returns them as problems of a file. */
  List<Problem> of(String file) {
    return remarks.stream()
        .map(remark -> new Problem(remark.kind(), file, remark.line(), remark.message()))
        .toList();
  }
}
