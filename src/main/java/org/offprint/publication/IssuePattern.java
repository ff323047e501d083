package org.offprint.publication;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offprint.issue.Issue;

/**
 * A text with placeholders for the properties of an issue: {@code {slug}}, and {@code {year}}, {@code
 * {month}} and {@code {day}} of its date in the author's own time zone. Immutable; two patterns are equal
 * if their texts are.
 */
public final class IssuePattern {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]*)\\}");
  private static final Map<String, String> EXPRESSIONS = Map.of(
      "slug", "(?<slug>[^/]+)", "year", "[0-9]{4}", "month", "[0-9]{1,2}", "day", "[0-9]{1,2}");

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
      expression
          .append(Pattern.quote(text.substring(from, places.start())))
          .append(EXPRESSIONS.get(places.group(1)));
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

  /** The text for one issue. */
  public String of(Issue issue) {
    OffsetDateTime date = issue.date();
    return text.replace("{slug}", issue.slug())
        .replace("{year}", String.format(Locale.ROOT, "%04d", date.getYear()))
        .replace("{month}", String.format(Locale.ROOT, "%02d", date.getMonthValue()))
        .replace("{day}", String.format(Locale.ROOT, "%02d", date.getDayOfMonth()));
  }

  /** Returns the slug in a text; empty if the text does not match this pattern. */
  Optional<String> slugIn(String given) {
    Matcher match = expression.matcher(given);
    return hasSlug() && match.matches() ? Optional.of(match.group("slug")) : Optional.empty();
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
