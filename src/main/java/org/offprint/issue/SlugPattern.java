package org.offprint.issue;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The publisher's pattern for the names of issues in their addresses.
 *
 * @param text has places such as {@code {name}}
 */
public record SlugPattern(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]*)\\}");
  private static final Set<String> PLACES =
      Set.of("name", "year", "month", "day", "number", "folder");

  /** Returns the pattern that a text is; empty if it has no place, or an unknown one. */
  public static Optional<SlugPattern> find(String text) {
    Set<String> places = PLACE
        .matcher(text)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toSet());
    String rest = PLACE.matcher(text).replaceAll("");
    boolean isSound = !places.isEmpty()
        && PLACES.containsAll(places)
        && !rest.contains("{")
        && !rest.contains("}");
    return isSound ? Optional.of(new SlugPattern(text)) : Optional.empty();
  }

  /** Returns true if it makes other names than there are without it. */
  public boolean isOther() {
    return !text.equals("{name}");
  }

  String of(String name, String folder, LocalDate date, Optional<String> number) {
    return text.replace("{name}", name)
        .replace("{folder}", folder)
        .replace("{year}", String.format(Locale.ROOT, "%04d", date.getYear()))
        .replace("{month}", String.format(Locale.ROOT, "%02d", date.getMonthValue()))
        .replace("{day}", String.format(Locale.ROOT, "%02d", date.getDayOfMonth()))
        .replace("{number}", number.orElse(""));
  }
}
