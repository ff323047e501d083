package org.offprint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shows where a text has what a query asks for. */
public final class Snippet {
  private static final String ELLIPSIS = "…";
  /** How much of the text before the first mark is shown, as a part of the whole. */
  private static final int SHARE_BEFORE = 4;

  private Snippet() {}

  /**
   * A piece of a text, plain.
   *
   * @param text the characters
   * @param isMarked whether the query asks for them
   */
  public record Piece(String text, boolean isMarked) {}

  /**
   * What is marked.
   *
   * @param phrases words that stand one after the other, folded
   * @param beginnings beginnings of words, folded
   */
  record Marks(Set<List<String>> phrases, Set<String> beginnings) {
    /** How many words are marked from one on. */
    private int length(List<Words.Word> words, int from) {
      String word = words.get(from).folded();
      int most = beginnings.stream().anyMatch(word::startsWith) ? 1 : 0;
      for (List<String> phrase : phrases) {
        if (phrase.size() > most && stands(phrase, words, from)) {
          most = phrase.size();
        }
      }
      return most;
    }

    private static boolean stands(List<String> phrase, List<Words.Word> words, int from) {
      if (from + phrase.size() > words.size()) {
        return false;
      }
      for (int i = 0; i < phrase.size(); i++) {
        if (!words.get(from + i).folded().equals(phrase.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** From the first character to the last one of a text. */
  private record Range(int start, int end) {}

  static List<Piece> mark(String text, Marks marks) {
    return pieces(text, 0, text.length(), ranges(text, marks));
  }

  static List<Piece> of(String text, Marks marks, int most) {
    List<Range> ranges = ranges(text, marks);
    if (text.length() <= most) {
      return pieces(text, 0, text.length(), ranges);
    }
    int start = start(text, ranges, most);
    int end = end(text, start, most);
    List<Piece> pieces = new ArrayList<>();
    if (start > 0) {
      pieces.add(new Piece(ELLIPSIS, false));
    }
    pieces.addAll(pieces(text, start, end, ranges));
    if (end < text.length()) {
      pieces.add(new Piece(ELLIPSIS, false));
    }
    return pieces;
  }

  private static List<Range> ranges(String text, Marks marks) {
    List<Words.Word> words = Words.of(text);
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int length = marks.length(words, i);
      if (length > 0) {
        ranges.add(new Range(words.get(i).start(), words.get(i + length - 1).end()));
      }
      i += Math.max(1, length);
    }
    return ranges;
  }

  /** A little before the mark that has most others behind it. */
  private static int start(String text, List<Range> ranges, int most) {
    int reach = most - most / SHARE_BEFORE;
    int best = 0;
    int bestCount = 0;
    for (int i = 0; i < ranges.size(); i++) {
      int from = ranges.get(i).start();
      int count = 0;
      while (i + count < ranges.size() && ranges.get(i + count).end() <= from + reach) {
        count++;
      }
      if (count > bestCount) {
        bestCount = count;
        best = from;
      }
    }
    int start = Math.max(0, Math.min(best - most / SHARE_BEFORE, text.length() - most));
    int blank = text.indexOf(' ', start);
    return start == 0 || blank < 0 || blank >= best ? whole(text, start) : blank + 1;
  }

  private static int end(String text, int start, int most) {
    int end = Math.min(text.length(), start + most);
    int blank = text.lastIndexOf(' ', end);
    return end == text.length() || blank <= start + most / 2 ? whole(text, end) : blank;
  }

  /** Not inside of a character. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static List<Piece> pieces(String text, int start, int end, List<Range> ranges) {
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    for (Range range : ranges) {
      if (range.start() >= at && range.end() <= end) {
        if (range.start() > at) {
          pieces.add(new Piece(text.substring(at, range.start()), false));
        }
        pieces.add(new Piece(text.substring(range.start(), range.end()), true));
        at = range.end();
      }
    }
    if (at < end) {
      pieces.add(new Piece(text.substring(at, end), false));
    }
    return pieces;
  }
}
