package org.offprint.search;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.offprint.publication.Publication;

/**
 * What somebody searches for: words that all must be there, {@code "phrases"}, {@code -without}, {@code beginning*},
 * {@code host:}, {@code section:}, {@code issue:}, {@code after:} and {@code before:}. Anything can be typed: what
 * makes no sense is left out, and said. Immutable.
 */
public final class SearchQuery {
  /** How many characters of a query count. */
  public static final int MOST_CHARACTERS = 200;

  /** How many things it can ask for. */
  static final int MOST_CLAUSES = 16;

  /** How many beginnings of words it can have, which cost most. */
  static final int MOST_BEGINNINGS = 4;

  /** The last two characters of each plane of Unicode are none. */
  private static final int LAST_OF_PLANE = 0xFFFE;

  private final String text;
  private final List<Clause> clauses;
  private final List<String> leftOut;

  SearchQuery(String text, List<Clause> clauses, List<String> leftOut) {
    this.text = text;
    this.clauses = List.copyOf(clauses);
    this.leftOut = List.copyOf(leftOut);
  }

  /**
   * One thing that it asks for.
   *
   * @param criterion what
   * @param isExcluded whether it must not be there
   */
  record Clause(Criterion criterion, boolean isExcluded) {}

  /** Understands what somebody typed. */
  public static SearchQuery of(String typed) {
    return new QueryParser(canonical(typed)).parse();
  }

  /** The one spelling of what was typed: no control characters, single blanks, 200 characters at most. */
  private static String canonical(String typed) {
    StringBuilder text = new StringBuilder();
    int characters = 0;
    boolean isGap = false;
    for (int i = 0; i < typed.length() && characters < MOST_CHARACTERS; ) {
      int character = typed.codePointAt(i);
      i += Character.charCount(character);
      if (isBlank(character)) {
        isGap = true;
      } else if (isVisible(character)) {
        if (isGap && !text.isEmpty() && ++characters < MOST_CHARACTERS) {
          text.append(' ');
        }
        isGap = false;
        if (++characters <= MOST_CHARACTERS) {
          text.appendCodePoint(character);
        }
      }
    }
    return text.toString().strip();
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /** Half a character, and what is none, can stand in no feed. */
  private static boolean isVisible(int character) {
    int type = Character.getType(character);
    boolean isNone = (character & LAST_OF_PLANE) == LAST_OF_PLANE;
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.FORMAT
        && !isNone;
  }

  /** The query in its one spelling; what addresses and titles say of it. */
  public String text() {
    return text;
  }

  /** Whether nothing was typed. */
  public boolean isBlank() {
    return text.isEmpty();
  }

  /** Whether it says what to find, and not only what not to. */
  public boolean isSearchable() {
    return clauses.stream().anyMatch(clause -> !clause.isExcluded());
  }

  /** What it asks for, in words. */
  public List<String> understood() {
    return clauses.stream()
        .map(clause -> (clause.isExcluded() ? "not " : "") + clause.criterion().said())
        .toList();
  }

  /** What was typed and does not count, in words. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** The sections that it names and the publication does not have. */
  public List<String> unknownSections(Publication publication) {
    return wanted()
        .filter(criterion -> criterion.findSection(publication).isEmpty())
        .flatMap(criterion -> criterion.section().stream())
        .toList();
  }

  /** Tells that it asks for a section by name, and so for the sponsored content there. */
  boolean namesSection() {
    return wanted().anyMatch(criterion -> criterion.section().isPresent());
  }

  List<Clause> clauses() {
    return clauses;
  }

  private Stream<Criterion> wanted() {
    return clauses.stream().filter(clause -> !clause.isExcluded()).map(Clause::criterion);
  }

  /** The pieces of a text, with those marked that the query asks for. */
  public List<Snippet.Piece> marked(String passage) {
    return Snippet.of(passage, marks(), passage.length());
  }

  /**
   * The part of a text that has most of what the query asks for.
   *
   * @param most how many characters it may have
   */
  public List<Snippet.Piece> snippet(String passage, int most) {
    return Snippet.of(passage, marks(), most);
  }

  private List<Query> marks() {
    return wanted().map(Criterion::query).toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
