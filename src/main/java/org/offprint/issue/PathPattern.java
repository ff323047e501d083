package org.offprint.issue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern for the path of an issue without its ending, with places such as {@code {year}}; folders may stand before it. Immutable;
 * two are equal if their texts are.
 */
public final class PathPattern {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]*)\\}|\\*");
  private static final Map<String, String> EXPRESSIONS = Map.of(
      "year", "(?<year>\\d{4})",
      "month", "(?<month>\\d{1,2}|\\p{L}{3,9})",
      "day", "(?<day>\\d{1,2})",
      "week", "(?<week>\\d{1,2})",
      "number", "0*(?<number>\\d{1,5})",
      "name", "(?<name>[^/]+)");
  private static final String ANY = "[^/]*";

  private final String text;
  private final Pattern expression;

  private PathPattern(String text) {
    this.text = text;
    StringBuilder regex = new StringBuilder("(?:.*/)?");
    Matcher places = PLACE.matcher(text);
    int from = 0;
    while (places.find()) {
      regex
          .append(Pattern.quote(text.substring(from, places.start())))
          .append(EXPRESSIONS.getOrDefault(String.valueOf(places.group(1)), ANY));
      from = places.end();
    }
    this.expression =
        Pattern.compile(regex.append(Pattern.quote(text.substring(from))).toString());
  }

  /** Returns the pattern that a text is; empty if it has an unknown place, or says neither a date nor a number. */
  public static Optional<PathPattern> find(String text) {
    List<String> places = PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(place -> !place.equals("*"))
        .map(place -> place.substring(1, place.length() - 1))
        .toList();
    boolean isKnown = EXPRESSIONS.keySet().containsAll(places)
        && places.stream().distinct().count() == places.size();
    boolean isDate =
        places.contains("year") && (places.contains("month") || places.contains("week"));
    String rest = PLACE.matcher(text).replaceAll("");
    return isKnown
            && (isDate || places.contains("number"))
            && !rest.contains("{")
            && !rest.contains("}")
        ? Optional.of(new PathPattern(text))
        : Optional.empty();
  }

  /** Returns true if the path of a file, with its ending, has this form. */
  public boolean fits(String file) {
    return matcher(file.replaceFirst("\\.[^./]*$", "").replaceFirst("(?i)/(?:readme|index)$", ""))
        .matches();
  }

  Matcher matcher(String path) {
    return expression.matcher(path);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern pattern && pattern.text.equals(text);
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
