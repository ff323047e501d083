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
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/** One thing that a query asks for. Immutable. */
sealed interface Criterion {
  /** What it is, for people. */
  String said();

  /** What finds it in the index. */
  Query query(Publication publication);

  /** Whether an item that has it more often answers the query better. */
  default boolean counts() {
    return false;
  }

  /**
   * One word, or several one after the other.
   *
   * @param words folded, at least one
   */
  record Phrase(List<String> words) implements Criterion {
    private static final float TITLE = 4;

    public Phrase {
      words = List.copyOf(words);
    }

    @Override
    public String said() {
      String quoted = "“" + String.join(" ", words) + "”";
      return words.size() == 1
          ? "the word " + quoted
          : "the words " + quoted + " one after the other";
    }

    @Override
    public boolean counts() {
      return true;
    }

    @Override
    public Query query(Publication publication) {
      Query text = words.size() == 1
          ? new TermQuery(new Term(IssueDocuments.TEXT, words.get(0)))
          : new PhraseQuery(IssueDocuments.TEXT, words.toArray(String[]::new));
      BooleanQuery.Builder title = new BooleanQuery.Builder();
      words.forEach(
          word -> title.add(new TermQuery(new Term(IssueDocuments.TITLE, word)), Occur.FILTER));
      title.add(new TermQuery(new Term(IssueDocuments.TITLE, words.get(0))), Occur.MUST);
      return new BooleanQuery.Builder()
          .add(text, Occur.MUST)
          .add(new BoostQuery(title.build(), TITLE), Occur.SHOULD)
          .build();
    }
  }

  /**
   * Any word that begins so.
   *
   * @param beginning folded
   */
  record Beginning(String beginning) implements Criterion {
    @Override
    public String said() {
      return "words that begin with “" + beginning + "”";
    }

    @Override
    public boolean counts() {
      return true;
    }

    @Override
    public Query query(Publication publication) {
      return new PrefixQuery(new Term(IssueDocuments.TEXT, beginning));
    }
  }

  /**
   * A link to a host, or to a part of it.
   *
   * @param host in lower case
   */
  record Host(String host) implements Criterion {
    @Override
    public String said() {
      return "a link to " + host;
    }

    @Override
    public Query query(Publication publication) {
      return new TermQuery(new Term(IssueDocuments.HOST, host));
    }
  }

  /**
   * A section.
   *
   * @param name its key or title
   */
  record InSection(String name) implements Criterion {
    @Override
    public String said() {
      return "the section “" + name + "”";
    }

    /** The section that is meant, by its key before any title. */
    Optional<Section> find(Publication publication) {
      List<String> words = Words.folded(name);
      return SectionKey.find(name.toLowerCase(Locale.ROOT))
          .flatMap(publication::findSection)
          .or(() -> publication.sections().stream()
              .filter(section -> Words.folded(section.title()).equals(words))
              .findFirst());
    }

    @Override
    public Query query(Publication publication) {
      return find(publication)
          .<Query>map(section ->
              new TermQuery(new Term(IssueDocuments.SECTION, section.key().value())))
          .orElseGet(() -> new MatchNoDocsQuery("no such section"));
    }
  }

  /**
   * An issue.
   *
   * @param name its slug, or what the author counts it as
   */
  record InIssue(String name) implements Criterion {
    @Override
    public String said() {
      return "issue " + name;
    }

    @Override
    public Query query(Publication publication) {
      return new TermQuery(new Term(IssueDocuments.ISSUE, IssueDocuments.issueName(name)));
    }
  }

  /**
   * Issues of certain days, by the date that they bear.
   *
   * @param first the first day
   * @param last the last one
   * @param said what it is, for people
   */
  record Days(LocalDate first, LocalDate last, String said) implements Criterion {
    @Override
    public Query query(Publication publication) {
      return NumericDocValuesField.newSlowRangeQuery(
          IssueDocuments.DAY, first.toEpochDay(), last.toEpochDay());
    }
  }
}
