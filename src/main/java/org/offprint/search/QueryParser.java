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

/**
 * Parses any text as a query: what makes no sense is left out, with a reason for readers. For one thread.
 *
 * <p>Lucene's SimpleQueryParser never fails either, but does not tell what it ignores, and knows no fields.
 */
final class QueryParser {
  /** A minus, a field, and a quotation or a word; a quotation mark of any kind ends another one. */
  private static final Pattern PIECE =
      Pattern.compile("(?<minus>-?)(?:(?<field>(?i:host|section|issue|after|before)):)?"
          + "(?:[QUOTE](?<quoted>[^QUOTE]*)(?<end>[QUOTE]?)|(?<plain>[^ QUOTE]*))"
              .replace("QUOTE", "\"“”„«»"));

  private static final int LEAST_OF_BEGINNING = 2;

  private final String text;
  private final List<SearchQuery.Clause> clauses = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private int beginnings;

  /** Takes a query without control characters, with single blanks. */
  QueryParser(String text) {
    this.text = text;
  }

  SearchQuery parse() {
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (!piece.group().isEmpty()) {
        criterion(piece)
            .ifPresent(found -> add(found, !piece.group("minus").isEmpty(), piece.group()));
      }
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

  private Optional<Criterion> criterion(Matcher piece) {
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
              ? "a quotation mark that has no other one"
              : "the quotation mark before “%s” has no other one".formatted(inside));
    } else if (inside.isBlank()) {
      leftOut.add("“\"\"” has no word");
    }
  }

  private Optional<Criterion> field(String field, String value) {
    if (value.isBlank()) {
      return leaveOut("“%s:” says nothing without what should stand behind it".formatted(field));
    }
    return switch (field) {
      case "host" ->
        Hosts.find(value)
            .map(Criterion::host)
            .or(() -> leaveOut("“host:%s” is no host such as github.com".formatted(value)));
      case "section" -> Optional.of(Criterion.section(value));
      case "issue" -> Optional.of(Criterion.issue(value));
      default ->
        day(value)
            .map(field.equals("after") ? Criterion::after : Criterion::before)
            .or(() -> leaveOut(
                "“%s:%s” has no date such as 2024-01-31, 2024-01 or 2024".formatted(field, value)));
    };
  }

  private Optional<Criterion> leaveOut(String reason) {
    leftOut.add(reason);
    return Optional.empty();
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

  private Optional<Criterion> phrase(String quoted) {
    List<String> words = Words.folded(quoted);
    if (words.isEmpty()) {
      return quoted.isBlank() ? Optional.empty() : leaveOut("“%s” has no word".formatted(quoted));
    }
    return Optional.of(Criterion.phrase(words));
  }

  private Optional<Criterion> word(String typed) {
    List<String> words = Words.folded(typed);
    if (words.isEmpty()) {
      return leaveOut("“%s” has no word".formatted(typed.isEmpty() ? "-" : typed));
    }
    Criterion found = typed.endsWith("*") ? beginning(typed, words) : Criterion.phrase(words);
    int star = typed.indexOf('*');
    if (star >= 0 && star < typed.length() - 1) {
      leftOut.add("“%s”: a star can only stand at the end of a word".formatted(typed));
    }
    return Optional.of(found);
  }

  private Criterion beginning(String typed, List<String> words) {
    boolean isOne = words.size() == 1 && words.get(0).length() >= LEAST_OF_BEGINNING;
    if (isOne && beginnings < SearchQuery.MOST_BEGINNINGS) {
      beginnings++;
      return Criterion.beginning(words.get(0));
    }
    leftOut.add(
        isOne
            ? "the star of “%s”: a query can have %d".formatted(typed, SearchQuery.MOST_BEGINNINGS)
            : "the star of “%s”: it needs one word before it, of two letters or more"
                .formatted(typed));
    return Criterion.phrase(words);
  }
}
