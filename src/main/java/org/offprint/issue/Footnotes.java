package org.offprint.issue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/**
 * The footnotes of an issue. A piece of the issue that refers to some takes them along.
 *
 * @param notes in the order of their numbers, which begin with 1
 */
public record Footnotes(List<Note> notes) {
  /** No footnotes. */
  public static final Footnotes NONE = new Footnotes(List.of());

  /** The most bytes of notes that one piece takes along: many pieces can refer to one long note. */
  public static final int MOST_BYTES = 20_000;

  private static final Pattern MARK = Pattern.compile(
      "<sup class=\"" + Sanitizer.FOOTNOTE_MARK + "\"[^>]*><a [^>]*?href=\"([^\"]*)\"");

  /**
   * One footnote.
   *
   * @param target the address that its marks lead to
   * @param entry its list entry
   */
  record Note(String target, Html entry) {}

  public Footnotes {
    notes = List.copyOf(notes);
  }

  /** Returns the number of bytes that a piece takes along at most. */
  public int length() {
    return Math.min(
        MOST_BYTES, notes.stream().mapToInt(note -> note.entry().length()).sum());
  }

  /** Returns the footnotes to which a piece of the issue refers; empty if there are none. */
  public Html under(Html piece) {
    if (notes.isEmpty()) {
      return Html.EMPTY;
    }
    List<String> targets = notes.stream().map(Note::target).toList();
    NavigableSet<Integer> found = new TreeSet<>();
    Deque<Html> toRead = new ArrayDeque<>(List.of(piece));
    int bytes = 0;
    while (!toRead.isEmpty()) {
      Matcher mark = MARK.matcher(toRead.pop().markup());
      while (mark.find()) {
        int index = targets.indexOf(Parser.unescapeEntities(mark.group(1), true));
        if (index >= 0 && found.add(index)) {
          Html entry = notes.get(index).entry();
          bytes += entry.length();
          if (bytes > MOST_BYTES) {
            found.remove(index);
            return list(found);
          }
          toRead.push(entry);
        }
      }
    }
    return list(found);
  }

  /** Each has the number that it has in the issue. */
  private Html list(NavigableSet<Integer> found) {
    return found.isEmpty()
        ? Html.EMPTY
        : Html.ofSanitised(found.stream()
            .map(index -> (found.contains(index - 1) ? "" : "<ol start=\"" + (index + 1) + "\">\n")
                + notes.get(index).entry().markup()
                + (found.contains(index + 1) ? "\n" : "\n</ol>\n"))
            .collect(Collectors.joining(
                "", "<section class=\"" + Sanitizer.FOOTNOTES + "\">\n", "</section>\n")));
  }
}
