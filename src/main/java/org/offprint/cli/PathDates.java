package org.offprint.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.issue.PathPattern;

/** Layouts of dates that need a setting: a pattern for paths, or the order of day and month. */
final class PathDates {
  private static final List<String> LAYOUTS = List.of(
      "{day}-{month}-{year}",
      "{month}-{day}-{year}",
      "{day}.{month}.{year}",
      "{day}_{month}_{year}",
      "{month}_{day}_{year}",
      "{day}-{month}-{year}-{name}",
      "{month}-{day}-{year}-{name}",
      "{name}-{day}-{month}-{year}",
      "{name}-{month}-{day}-{year}",
      "{year}/{month}-{day}",
      "{year}/{month}-*/{day}",
      "{year}/{month}-*/{day}-{name}",
      "{year}/*-{month}/{day}",
      "{year}/{month}-{name}",
      "{year}/{month}",
      "{month}-{year}",
      "{month} {year}",
      "{name}-{month}-{year}",
      "{year}/W{week}",
      "{year}/week-{week}",
      "{year}/week{week}",
      "{year}-week-{week}",
      "{name}-{year}-{week}",
      "{year}/{month}/{name}");

  /** Both orders fit a day up to 12. */
  private static final Pattern SWAPPED =
      Pattern.compile(".*(?:\\{day\\}|\\{month\\}).\\{year\\}.*");

  private static final Pattern NUMBERS =
      Pattern.compile("(?mi)^date[ \\t]*[:=][ \\t]*[\"']?(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}");
  private static final int MONTHS = 12;

  private PathDates() {}

  /** Returns the order of day and month in front matter, which the dates with a number above 12 tell. */
  static Optional<String> order(Stream<String> texts) {
    List<MatchResult> dates =
        texts.flatMap(text -> NUMBERS.matcher(text).results().limit(1)).toList();
    boolean isDayFirst = dates.stream().anyMatch(date -> isDay(date.group(1)));
    boolean isMonthFirst = dates.stream().anyMatch(date -> isDay(date.group(2)));
    return isDayFirst == isMonthFirst
        ? Optional.empty()
        : Optional.of(isMonthFirst ? "mdy" : "dmy");
  }

  private static boolean isDay(String number) {
    return Integer.parseInt(number) > MONTHS;
  }

  /**
   * Returns the layout by which nearly all files are issues.
   *
   * @param files without a date so far
   * @param issues counts the issues by a layout
   */
  static Optional<String> find(List<String> files, int before, Function<String, Integer> issues) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    LAYOUTS.stream()
        .filter(layout -> fits(layout, files))
        .forEach(layout -> counts.put(layout, issues.apply(layout)));
    Optional<Map.Entry<String, Integer>> best = counts.entrySet().stream()
        .filter(entry -> (entry.getValue() - before) * 10 >= files.size() * 9)
        .max(Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(entry -> -LAYOUTS.indexOf(entry.getKey()), Comparator.naturalOrder()));
    return files.isEmpty()
        ? Optional.empty()
        : best.filter(entry -> !isAmbiguous(entry, counts)).map(Map.Entry::getKey);
  }

  private static boolean fits(String layout, List<String> files) {
    PathPattern pattern = PathPattern.find(layout).orElseThrow();
    long fitting = files.stream().filter(pattern::fits).count();
    return fitting > 0 && fitting * 2 >= files.size();
  }

  /** Nothing tells whether the day comes first. */
  private static boolean isAmbiguous(Map.Entry<String, Integer> best, Map<String, Integer> counts) {
    String other =
        best.getKey().replace("{day}", "{}").replace("{month}", "{day}").replace("{}", "{month}");
    return SWAPPED.matcher(best.getKey()).matches()
        && best.getKey().contains("{day}")
        && best.getValue().equals(counts.get(other));
  }
}
