package org.offprint.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Understands one query, whatever it is: what makes no sense is left out, and said. For one thread. */
final class QueryParser {
  private static final String QUOTES = "\"“”„«»";
  private static final Set<String> FIELDS = Set.of("host", "section", "issue", "after", "before");
  private static final int LEAST_OF_BEGINNING = 2;

  private final String text;
  private final List<SearchQuery.Clause> clauses = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private int at;
  private int beginnings;

  /** Takes a query without control characters, with single blanks. */
  QueryParser(String text) {
    this.text = text;
  }

  SearchQuery parse() {
    while (skipBlanks()) {
      int start = at;
      boolean isExcluded = text.charAt(at) == '-';
      at += isExcluded ? 1 : 0;
      Optional<Criterion> criterion = next();
      String typed = text.substring(start, at);
      criterion.ifPresent(found -> add(found, isExcluded, typed));
    }
    if (!clauses.isEmpty() && clauses.stream().allMatch(SearchQuery.Clause::isExcluded)) {
      leftOut.add("there must be something to find, and not only what to leave out");
    }
    return new SearchQuery(text, clauses, leftOut);
  }

  private void add(Criterion criterion, boolean isExcluded, String typed) {
    SearchQuery.Clause clause = new SearchQuery.Clause(criterion, isExcluded);
    if (clauses.contains(clause)) {
      return;
    }
    if (clauses.size() == SearchQuery.MOST_CLAUSES) {
      leftOut.add("“%s”: a query can ask for %d things".formatted(typed, SearchQuery.MOST_CLAUSES));
    } else {
      clauses.add(clause);
    }
  }

  private boolean skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length();
  }

  private Optional<Criterion> next() {
    if (at < text.length() && isQuote(text.charAt(at))) {
      String inside = quoted();
      return inside.isBlank() ? Optional.empty() : phrase(inside);
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ' ' && !isQuote(text.charAt(at))) {
      at++;
      String field = text.substring(start, at - 1).toLowerCase(Locale.ROOT);
      if (text.charAt(at - 1) == ':' && FIELDS.contains(field)) {
        return field(field, value());
      }
    }
    return word(text.substring(start, at));
  }

  private static boolean isQuote(char character) {
    return QUOTES.indexOf(character) >= 0;
  }

  /** What stands in quotation marks of any kind. */
  private String quoted() {
    at++;
    int start = at;
    while (at < text.length() && !isQuote(text.charAt(at))) {
      at++;
    }
    String inside = text.substring(start, at);
    if (at == text.length()) {
      leftOut.add(
          inside.isBlank()
              ? "a quotation mark that has no other one"
              : "the quotation mark before “%s” has no other one".formatted(inside));
    } else {
      at++;
      if (inside.isBlank()) {
        leftOut.add("“\"\"” has no word");
      }
    }
    return inside;
  }

  private String value() {
    if (at < text.length() && isQuote(text.charAt(at))) {
      return quoted();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ' ') {
      at++;
    }
    return text.substring(start, at);
  }

  private Optional<Criterion> field(String field, String value) {
    if (value.isBlank()) {
      leftOut.add("“%s:” says nothing without what should stand behind it".formatted(field));
      return Optional.empty();
    }
    return switch (field) {
      case "host" -> host(value);
      case "section" -> Optional.of(new Criterion.InSection(value));
      case "issue" -> Optional.of(new Criterion.InIssue(value));
      default -> days(field, value);
    };
  }

  private Optional<Criterion> host(String value) {
    Optional<Criterion> host = Hosts.find(value).map(Criterion.Host::new);
    if (host.isEmpty()) {
      leftOut.add("“host:%s” is no host such as github.com".formatted(value));
    }
    return host;
  }

  private Optional<Criterion> days(String field, String value) {
    Optional<LocalDate> first = day(value);
    if (first.isEmpty()) {
      leftOut.add(
          "“%s:%s” has no date such as 2024-01-31, 2024-01 or 2024".formatted(field, value));
    }
    return first.map(day -> field.equals("after")
        ? new Criterion.Days(day, LocalDate.MAX, "from " + day + " on")
        : new Criterion.Days(LocalDate.MIN, day.minusDays(1), "before " + day));
  }

  /** The first day of a day, month or year. */
  private static Optional<LocalDate> day(String value) {
    try {
      return switch (value.length()) {
        case 4 -> Optional.of(YearMonth.parse(value + "-01").atDay(1));
        case 7 -> Optional.of(YearMonth.parse(value).atDay(1));
        default -> Optional.of(LocalDate.parse(value)).filter(day -> value.length() == 10);
      };
    } catch (DateTimeParseException e) {
      // The caller says so.
      return Optional.empty();
    }
  }

  private Optional<Criterion> word(String typed) {
    if (Words.of(typed).isEmpty()) {
      return phrase(typed);
    }
    boolean isBeginning = typed.endsWith("*");
    Optional<Criterion> words = isBeginning ? beginning(typed) : phrase(typed);
    if (typed.indexOf('*') >= 0 && typed.indexOf('*') < typed.length() - 1) {
      leftOut.add("“%s”: a star can only stand at the end of a word".formatted(typed));
    }
    return words;
  }

  private Optional<Criterion> phrase(String typed) {
    List<String> words = Words.folded(typed);
    if (words.isEmpty()) {
      leftOut.add("“%s” has no word".formatted(typed.isEmpty() ? "-" : typed));
      return Optional.empty();
    }
    return Optional.of(new Criterion.Phrase(words));
  }

  private Optional<Criterion> beginning(String typed) {
    List<String> words = Words.folded(typed);
    boolean isOne = words.size() == 1 && words.get(0).length() >= LEAST_OF_BEGINNING;
    if (isOne && beginnings < SearchQuery.MOST_BEGINNINGS) {
      beginnings++;
      return Optional.of(new Criterion.Beginning(words.get(0)));
    }
    leftOut.add(
        isOne
            ? "the star of “%s”: a query can have %d".formatted(typed, SearchQuery.MOST_BEGINNINGS)
            : "the star of “%s”: it needs one word before it, of two letters or more"
                .formatted(typed));
    return phrase(typed);
  }
}
