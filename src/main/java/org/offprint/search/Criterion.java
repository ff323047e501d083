package org.offprint.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/**
 * One thing that a query asks for. Immutable.
 *
 * @param said its description for readers
 * @param query finds it in the index; nothing if it is a section, which depends on the publication
 * @param section the key or title of the section that it asks for
 * @param isExcluded true if hits must not have it
 */
record Criterion(String said, Query query, Optional<String> section, boolean isExcluded) {
  /** A word in the title counts for four in the text. */
  private static final float TITLE = 4;

  private Criterion(String said, Query query) {
    this(said, query, Optional.empty(), false);
  }

  /** Returns the same criterion for what must not be there. */
  Criterion excluded() {
    return new Criterion("not " + said, query, section, true);
  }

  /**
   * One word, or several one after the other.
   *
   * @param words folded, at least one
   */
  static Criterion phrase(List<String> words) {
    BooleanQuery.Builder title = new BooleanQuery.Builder();
    words.forEach(word -> title.add(term(IssueDocuments.TITLE, word), Occur.FILTER));
    Query query = new BooleanQuery.Builder()
        .add(new PhraseQuery(IssueDocuments.TEXT, words.toArray(String[]::new)), Occur.MUST)
        .add(new BoostQuery(new ConstantScoreQuery(title.build()), TITLE), Occur.SHOULD)
        .build();
    String quoted = "“" + String.join(" ", words) + "”";
    return new Criterion(
        words.size() == 1 ? "the word " + quoted : "the words " + quoted + " one after the other",
        query);
  }

  /**
   * Any word that begins with something.
   *
   * @param beginning folded
   */
  static Criterion beginning(String beginning) {
    return new Criterion(
        "words that begin with “" + beginning + "”",
        new PrefixQuery(new Term(IssueDocuments.TEXT, beginning)));
  }

  /**
   * A link to a host, or to a part of it.
   *
   * @param host in lower case
   */
  static Criterion host(String host) {
    return new Criterion("a link to " + host, term(IssueDocuments.HOST, host));
  }

  /**
   * A section.
   *
   * @param name its key or title
   */
  static Criterion section(String name) {
    return new Criterion(
        "the section “" + name + "”",
        new MatchNoDocsQuery("unknown section"),
        Optional.of(name),
        false);
  }

  /**
   * An issue.
   *
   * @param name its slug or number
   */
  static Criterion issue(String name) {
    return new Criterion(
        "issue " + name, term(IssueDocuments.ISSUE, IssueDocuments.issueName(name)));
  }

  /** Issues of that day or later. */
  static Criterion after(LocalDate day) {
    return new Criterion("from " + day + " on", days(day, LocalDate.MAX));
  }

  /** Issues of earlier days. */
  static Criterion before(LocalDate day) {
    return new Criterion("before " + day, days(LocalDate.MIN, day.minusDays(1)));
  }

  private static Query days(LocalDate first, LocalDate last) {
    return NumericDocValuesField.newSlowRangeQuery(
        IssueDocuments.DAY, first.toEpochDay(), last.toEpochDay());
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** Returns the query for the index of a publication. */
  Query query(Publication publication) {
    return findSection(publication)
        .map(found -> term(IssueDocuments.SECTION, found.key().value()))
        .orElse(query);
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
