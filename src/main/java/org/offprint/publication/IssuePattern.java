package org.offprint.publication;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offprint.issue.Issue;

/**
 * A text with placeholders for the properties of an issue: {@code {slug}}, {@code {number}}, and {@code {year}}, {@code
 * {month}} and {@code {day}} of its date in the author's own time zone. Immutable; two patterns are equal
 * if their texts are.
 */
public final class IssuePattern {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]*)\\}");
  private static final Map<String, String> EXPRESSIONS = Map.of(
      "slug",
      "[^/]+",
      "number",
      "[0-9]{1,9}",
      "year",
      "[0-9]{4}",
      "month",
      "[0-9]{1,2}",
      "day",
      "[0-9]{1,2}");

  private final String text;
  private final Pattern expression;

  private IssuePattern(String text) {
    this.text = text;
    this.expression = expression(text);
  }

  /** The pattern that a text is; empty if it has a place of another name, or the slug more than once. */
  public static Optional<IssuePattern> find(String text) {
    List<String> places =
        PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toList());
    long slugs = places.stream().filter("slug"::equals).count();
    boolean isKnown = EXPRESSIONS.keySet().containsAll(places) && slugs <= 1;
    String rest = PLACE.matcher(text).replaceAll("");
    return isKnown && !rest.contains("{") && !rest.contains("}")
        ? Optional.of(new IssuePattern(text))
        : Optional.empty();
  }

  private static Pattern expression(String text) {
    StringBuilder expression = new StringBuilder();
    Matcher places = PLACE.matcher(text);
    int from = 0;
    while (places.find()) {
      String name = places.group(1);
      boolean isFirst = text.indexOf(places.group()) == places.start();
      expression
          .append(Pattern.quote(text.substring(from, places.start())))
          .append(
              isFirst ? "(?<%s>%s)".formatted(name, EXPRESSIONS.get(name)) : "\\k<" + name + ">");
      from = places.end();
    }
    return Pattern.compile(
        expression.append(Pattern.quote(text.substring(from))).toString());
  }

  /** Returns true if it has the slug, and so gives every issue a text of its own. */
  public boolean hasSlug() {
    return text.contains("{slug}");
  }

  /** Returns true if it has no placeholder, and so is equal for all issues. */
  public boolean isFixed() {
    return !PLACE.matcher(text).find();
  }

  /** Returns true if an issue has all that the places ask for. */
  boolean fits(Issue issue) {
    return issue.number().isPresent() || !text.contains("{number}");
  }

  /** Returns true if it has a part of the date. */
  boolean hasDate() {
    return text.contains("{year}") || text.contains("{month}") || text.contains("{day}");
  }

  /** The text for one issue. */
  public String of(Issue issue) {
    return of(issue, issue.slug());
  }

  /** The text for an issue under a name. */
  String of(Issue issue, String slug) {
    OffsetDateTime date = issue.date();
    return text.replace("{slug}", slug)
        .replace("{year}", String.format(Locale.ROOT, "%04d", date.getYear()))
        .replace("{month}", String.format(Locale.ROOT, "%02d", date.getMonthValue()))
        .replace("{day}", String.format(Locale.ROOT, "%02d", date.getDayOfMonth()))
        .replace("{number}", issue.number().orElse(""));
  }

  /** Returns the slug in a text; empty if the text does not match this pattern. */
  Optional<String> slugIn(String given) {
    Matcher match = expression.matcher(given);
    return hasSlug() && match.matches() ? Optional.of(match.group("slug")) : Optional.empty();
  }

  /** Returns a test for the issues whose number and date a text has; empty if the text does not match this pattern. */
  Optional<Predicate<Issue>> issuesOf(String given) {
    Matcher match = expression.matcher(given);
    if (!match.matches()) {
      return Optional.empty();
    }
    Map<String, Integer> wanted = new HashMap<>();
    for (String name : EXPRESSIONS.keySet()) {
      if (text.contains("{" + name + "}") && !name.equals("slug")) {
        wanted.put(name, Integer.valueOf(match.group(name)));
      }
    }
    return Optional.of(issue -> wanted.entrySet().stream()
        .allMatch(entry -> value(issue, entry.getKey()).equals(Optional.of(entry.getValue()))));
  }

  private static Optional<Integer> value(Issue issue, String name) {
    return switch (name) {
      case "year" -> Optional.of(issue.date().getYear());
      case "month" -> Optional.of(issue.date().getMonthValue());
      case "day" -> Optional.of(issue.date().getDayOfMonth());
      default -> issue.number().filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IssuePattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
