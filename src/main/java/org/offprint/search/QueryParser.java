package org.offprint.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.offprint.publication.Facet;
import org.offprint.search.SearchQuery.Remark;

/**
 * Parses any text as a query: parts that cannot be understood are ignored, with a reason for readers. For one thread.
 *
 * <p>Lucene's SimpleQueryParser never fails either, but does not report the parts that it ignores, and has no fields.
 */
final class QueryParser {
  /** A minus, a field, and a quotation or a word; a quotation mark of any kind ends another one. */
  private static final Pattern PIECE = Pattern.compile(
      "(?<minus>-?)(?:(?<field>(?i:host|section|issue|tag|author|language|after|before)):)?"
          + "(?:[QUOTE](?<quoted>[^QUOTE]*)(?<end>[QUOTE]?)|(?<plain>[^ QUOTE]*))"
              .replace("QUOTE", "\"“”„«»"));

  private static final int LEAST_OF_BEGINNING = 2;

  /** The score of a word in the title, as a number of times in the text. */
  private static final float TITLE = 4;

  private final String text;
  private final List<SearchQuery.Criterion> criteria = new ArrayList<>();
  private final List<Remark> leftOut = new ArrayList<>();
  private int beginnings;

  /** Creates a parser of a query without control characters and with single blanks. */
  QueryParser(String text) {
    this.text = text;
  }

  SearchQuery parse() {
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (!piece.group().isEmpty()) {
        criterion(piece)
            .map(found -> piece.group("minus").isEmpty() ? found : found.excluded())
            .ifPresent(found -> add(found, piece.group()));
      }
    }
    if (!criteria.isEmpty() && criteria.stream().allMatch(SearchQuery.Criterion::isExcluded)) {
      leftOut.add(Remark.of("search.ignored.onlyNot"));
    }
    return new SearchQuery(text, criteria, leftOut);
  }

  private void add(SearchQuery.Criterion criterion, String typed) {
    if (criteria.contains(criterion)) {
      return;
    }
    if (criteria.size() == SearchQuery.MOST_CRITERIA) {
      leftOut.add(Remark.of("search.ignored.tooManyParts", typed, SearchQuery.MOST_CRITERIA));
    } else {
      criteria.add(criterion);
    }
  }

  private Optional<SearchQuery.Criterion> criterion(Matcher piece) {
    Optional<String> quoted = Optional.ofNullable(piece.group("quoted"));
    quoted.ifPresent(inside -> checkQuotes(inside, piece.group("end").isEmpty()));
    String value = quoted.orElseGet(() -> piece.group("plain"));
    return Optional.ofNullable(piece.group("field"))
        .map(field -> field(field.toLowerCase(Locale.ROOT), value))
        .orElseGet(() -> quoted.isEmpty() ? word(value) : phrase(value));
  }

  private void checkQuotes(String inside, boolean isOpen) {
    if (isOpen) {
      leftOut.add(
          inside.isBlank()
              ? Remark.of("search.ignored.quotationMark")
              : Remark.of("search.ignored.quotationMarkBefore", inside));
    } else if (inside.isBlank()) {
      leftOut.add(Remark.of("search.ignored.noWord", "\"\""));
    }
  }

  private Optional<SearchQuery.Criterion> field(String field, String value) {
    if (value.isBlank()) {
      return leaveOut(Remark.of("search.ignored.noValue", field + ":"));
    }
    return switch (field) {
      case "host" ->
        Hosts.find(value)
            .map(host -> new SearchQuery.Criterion(
                Remark.of("search.part.host", host), term(IssueDocuments.HOST, host)))
            .or(() -> leaveOut(Remark.of("search.ignored.noHost", "host:" + value)));
      case "section" -> Optional.of(SearchQuery.Criterion.ofSection(value));
      case "tag", "author", "language" ->
        Optional.of(SearchQuery.Criterion.of(Facet.valueOf(field.toUpperCase(Locale.ROOT)), value));
      case "issue" ->
        Optional.of(new SearchQuery.Criterion(
            Remark.of("search.part.issue", value),
            term(IssueDocuments.ISSUE, IssueDocuments.issueName(value))));
      default ->
        day(value)
            .map(field.equals("after") ? QueryParser::after : QueryParser::before)
            .or(() -> leaveOut(Remark.of("search.ignored.noDate", field + ":" + value)));
    };
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static SearchQuery.Criterion after(LocalDate day) {
    return new SearchQuery.Criterion(Remark.of("search.part.after", day), days(day, LocalDate.MAX));
  }

  private static SearchQuery.Criterion before(LocalDate day) {
    return new SearchQuery.Criterion(
        Remark.of("search.part.before", day), days(LocalDate.MIN, day.minusDays(1)));
  }

  private static Query days(LocalDate first, LocalDate last) {
    return NumericDocValuesField.newSlowRangeQuery(
        IssueDocuments.DAY, first.toEpochDay(), last.toEpochDay());
  }

  private Optional<SearchQuery.Criterion> leaveOut(Remark reason) {
    leftOut.add(reason);
    return Optional.empty();
  }

  /** Returns the first day of a day, month or year. */
  private static Optional<LocalDate> day(String value) {
    try {
      return switch (value.length()) {
        case 4 -> Optional.of(YearMonth.parse(value + "-01").atDay(1));
        case 7 -> Optional.of(YearMonth.parse(value).atDay(1));
        default -> Optional.of(LocalDate.parse(value)).filter(day -> value.length() == 10);
      };
    } catch (DateTimeParseException e) {
      // The caller reports it.
      return Optional.empty();
    }
  }

  private Optional<SearchQuery.Criterion> phrase(String quoted) {
    List<String> words = Words.folded(quoted);
    if (words.isEmpty()) {
      return quoted.isBlank()
          ? Optional.empty()
          : leaveOut(Remark.of("search.ignored.noWord", quoted));
    }
    return Optional.of(words(words));
  }

  private Optional<SearchQuery.Criterion> word(String typed) {
    List<String> words = Words.folded(typed);
    if (words.isEmpty()) {
      return leaveOut(Remark.of("search.ignored.noWord", typed.isEmpty() ? "-" : typed));
    }
    SearchQuery.Criterion found = typed.endsWith("*") ? beginning(typed, words) : words(words);
    int star = typed.indexOf('*');
    if (star >= 0 && star < typed.length() - 1) {
      leftOut.add(Remark.of("search.ignored.starWithin", typed));
    }
    return Optional.of(found);
  }

  private SearchQuery.Criterion beginning(String typed, List<String> words) {
    boolean isOne = words.size() == 1 && words.get(0).length() >= LEAST_OF_BEGINNING;
    if (isOne && beginnings < SearchQuery.MOST_BEGINNINGS) {
      beginnings++;
      return new SearchQuery.Criterion(
          Remark.of("search.part.beginning", words.get(0)),
          new PrefixQuery(new Term(IssueDocuments.TEXT, words.get(0))));
    }
    leftOut.add(
        isOne
            ? Remark.of("search.ignored.tooManyStars", typed, SearchQuery.MOST_BEGINNINGS)
            : Remark.of("search.ignored.starTooShort", typed));
    return words(words);
  }

  /** Returns the criterion of one word, or of several in this order. */
  private static SearchQuery.Criterion words(List<String> words) {
    BooleanQuery.Builder title = new BooleanQuery.Builder();
    words.forEach(word -> title.add(term(IssueDocuments.TITLE, word), Occur.FILTER));
    Query query = new BooleanQuery.Builder()
        .add(new PhraseQuery(IssueDocuments.TEXT, words.toArray(String[]::new)), Occur.MUST)
        .add(new BoostQuery(new ConstantScoreQuery(title.build()), TITLE), Occur.SHOULD)
        .build();
    return new SearchQuery.Criterion(
        words.size() == 1
            ? Remark.of("search.part.word", words.get(0))
            : Remark.of("search.part.phrase", String.join(" ", words)),
        query);
  }
}
