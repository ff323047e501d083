package org.offprint.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.offprint.publication.Facet;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.Wording;

/**
 * A search query: words that all must be there, {@code "phrases"}, {@code -without}, {@code beginning*}, {@code host:},
 * {@code section:}, {@code issue:}, {@code tag:}, {@code author:}, {@code language:}, {@code after:} and
 * {@code before:}. Any text is a query: parts that cannot be
 * understood are ignored and reported in {@link #leftOut()}. Immutable.
 */
public final class SearchQuery {
  /** The greatest length of a query in characters; the rest is ignored. */
  public static final int MOST_CHARACTERS = 200;

  /** The greatest number of criteria. */
  static final int MOST_CRITERIA = 16;

  /** The greatest number of beginnings of words, which cost most. */
  static final int MOST_BEGINNINGS = 4;

  private static final Pattern BLANK = Pattern.compile("[\\p{javaWhitespace}\\p{Z}]");
  /** Control characters, half characters and code points that are no characters are not allowed in XML. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{IsNoncharacter_Code_Point}]");

  private final String text;
  private final List<Criterion> criteria;
  private final List<Remark> leftOut;

  SearchQuery(String text, List<Criterion> criteria, List<Remark> leftOut) {
    this.text = text;
    this.criteria = List.copyOf(criteria);
    this.leftOut = List.copyOf(leftOut);
  }

  /** Parses the text that somebody typed. */
  public static SearchQuery of(String typed) {
    return new QueryParser(canonical(typed)).parse();
  }

  /** Returns the one spelling of typed text: no invisible characters, single blanks, 200 characters at most. */
  private static String canonical(String typed) {
    String blanks = BLANK.matcher(typed).replaceAll(" ");
    String text = INVISIBLE.matcher(blanks).replaceAll("").strip().replaceAll(" +", " ");
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)).strip();
  }

  /** Returns the query in its one spelling, for addresses and titles. */
  public String text() {
    return text;
  }

  /** Returns true if nothing was typed. */
  public boolean isBlank() {
    return text.isEmpty();
  }

  /** Returns true if it has a criterion that is not excluded. */
  public boolean isSearchable() {
    return wanted().findAny().isPresent();
  }

  /** Returns a description of each criterion. */
  public List<Remark> understood() {
    return criteria.stream().map(Criterion::said).toList();
  }

  /** Returns a description of each ignored part. */
  public List<Remark> leftOut() {
    return leftOut;
  }

  /** Returns the sections that it names and the publication does not have. */
  public List<String> unknownSections(Publication publication) {
    return wanted()
        .filter(criterion -> criterion.findSection(publication).isEmpty())
        .flatMap(criterion -> criterion.section().stream())
        .toList();
  }

  /** Returns true if it names a section, and so asks for the sponsored content there. */
  boolean namesSection() {
    return wanted().anyMatch(criterion -> criterion.section().isPresent());
  }

  List<Criterion> criteria() {
    return criteria;
  }

  private Stream<Criterion> wanted() {
    return criteria.stream().filter(criterion -> !criterion.isExcluded());
  }

  /** Marks the words of the query in a text. */
  public List<Snippet.Piece> marked(String passage) {
    return Snippet.of(passage, marks(), passage.length());
  }

  /**
   * Returns the part of a text with the most words of the query, which are marked.
   *
   * @param most the greatest length of the part in characters
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

  /**
   * A description of a part of a query, for readers in any language. Immutable.
   *
   * @param message the key of its words
   * @param values for the places of its words; one may be a description, too
   */
  public record Remark(String message, List<Object> values) {
    public Remark {
      values = List.copyOf(values);
    }

    static Remark of(String message, Object... values) {
      return new Remark(message, List.of(values));
    }

    /** Returns the description in a language. */
    public String in(Wording words) {
      return words.say(
          message,
          values.stream()
              .map(value -> value instanceof Remark inner ? inner.in(words) : value)
              .toArray());
    }
  }

  /**
   * One part of a query. Immutable.
   *
   * @param said its description for readers
   * @param query finds it in the index; nothing if it is a section, which depends on the publication
   * @param section the key or title of the section that it asks for
   * @param facet the tag, author or language that it asks for
   * @param isExcluded true if hits must not have it
   */
  record Criterion(
      Remark said,
      Query query,
      Optional<String> section,
      Optional<Facet.Value> facet,
      boolean isExcluded) {
    Criterion(Remark said, Query query) {
      this(said, query, Optional.empty(), Optional.empty(), false);
    }

    static Criterion ofSection(String name) {
      return new Criterion(
          Remark.of("search.part.section", name),
          new MatchNoDocsQuery("unknown section"),
          Optional.of(name),
          Optional.empty(),
          false);
    }

    static Criterion of(Facet facet, String name) {
      String field = IssueDocuments.field(facet);
      Facet.Value value = new Facet.Value(facet, Facet.key(name), name);
      return new Criterion(
          switch (facet) {
            case TAG -> Remark.of("search.part.tag", name);
            case AUTHOR -> Remark.of("search.part.author", name);
            case LANGUAGE -> Remark.of("search.part.language", name);
          },
          new TermQuery(new Term(field, value.key().value())),
          Optional.empty(),
          Optional.of(value),
          false);
    }

    /** Returns the criterion that excludes the hits of this one. */
    Criterion excluded() {
      return new Criterion(Remark.of("search.part.not", said), query, section, facet, true);
    }

    /** Returns the query for the index of a publication. */
    Query query(Publication publication) {
      return findSection(publication)
          .<Query>map(found ->
              new TermQuery(new Term(IssueDocuments.SECTION, found.key().value())))
          .or(() -> facet
              .filter(value -> isOfNewsletter(value, publication))
              .map(value -> orAsNewsletter(value.facet())))
          .orElse(query);
    }

    private static boolean isOfNewsletter(Facet.Value value, Publication publication) {
      return publication.facets().ofPublication().stream()
          .filter(own -> own.facet() == value.facet())
          .flatMap(IssueDocuments::names)
          .anyMatch(value.key().value()::equals);
    }

    private Query orAsNewsletter(Facet facet) {
      Term none = new Term(IssueDocuments.field(facet), IssueDocuments.AS_NEWSLETTER);
      return new BooleanQuery.Builder()
          .add(query, BooleanClause.Occur.SHOULD)
          .add(new TermQuery(none), BooleanClause.Occur.SHOULD)
          .build();
    }

    /** Finds the section that it asks for; a key comes before any title. */
    Optional<Section> findSection(Publication publication) {
      return section.flatMap(name -> SectionKey.find(name.toLowerCase(Locale.ROOT))
          .flatMap(publication::findSection)
          .or(() -> ofTitle(Words.folded(name), publication)));
    }

    private static Optional<Section> ofTitle(List<String> words, Publication publication) {
      return publication.sections().stream()
          .filter(section -> Words.folded(section.title()).equals(words))
          .findFirst();
    }
  }
}
