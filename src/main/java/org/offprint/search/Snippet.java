package org.offprint.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Marks the words of a query in a text.
 *
 * <p>Lucene finds the ranges. Its UnifiedHighlighter would find the same ones, but its passages are whole sentences or words:
 * they have no greatest length, and do not begin a little before the first mark.
 */
public final class Snippet {
  private static final String ELLIPSIS = "…";
  /** The divisor of the greatest length that gives the length of the text before the first mark. */
  private static final int SHARE_BEFORE = 4;

  private Snippet() {}

  /**
   * A piece of a text, plain.
   *
   * @param text the characters
   * @param isMarked true if the query asks for them
   */
  public record Piece(String text, boolean isMarked) {}

  /** From the first character to the last one of a text. */
  private record Range(int start, int end) {}

  /**
   * Returns the part of a text that has most marks.
   *
   * @param marks queries whose matches are marked
   * @param most the greatest length of the part
   */
  static List<Piece> of(String text, List<Query> marks, int most) {
    List<Range> ranges = ranges(text, marks);
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

  /** Returns the longest ranges that Lucene finds, in their order; none overlaps another. */
  private static List<Range> ranges(String text, List<Query> marks) {
    MemoryIndex index = new MemoryIndex(true);
    index.addField(IssueDocuments.TEXT, Words.stream(List.of(text)));
    IndexSearcher searcher = index.createSearcher();
    List<Range> found = new ArrayList<>();
    try {
      for (Query mark : marks) {
        Weight weight =
            searcher.createWeight(searcher.rewrite(mark), ScoreMode.COMPLETE_NO_SCORES, 1);
        Matches matches = weight.matches(searcher.getLeafContexts().get(0), 0);
        MatchesIterator all = matches == null ? null : matches.getMatches(IssueDocuments.TEXT);
        while (all != null && all.next()) {
          found.add(new Range(all.startOffset(), all.endOffset()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
    found.sort(Comparator.comparingInt(Range::start)
        .thenComparing(Comparator.comparingInt(Range::end).reversed()));
    List<Range> ranges = new ArrayList<>();
    int end = 0;
    for (Range range : found) {
      if (range.start() >= end) {
        ranges.add(range);
        end = range.end();
      }
    }
    return ranges;
  }

  /** Returns an offset a little before the mark with the most marks behind it. */
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

  /** Returns the offset or, if it is inside a character, the one before. */
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
