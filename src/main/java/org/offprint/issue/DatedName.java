package org.offprint.issue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date in the path of an issue file, and the name that is left.
 *
 * @param date the date of the file's name or of its folders
 * @param name the name of the issue, from which its slug is made: without the date, unless it has nothing else
 */
record DatedName(Optional<LocalDate> date, String name) {
  private static final String FOLDERS = "(?:.*/)?";
  private static final String REST = "(?:[-_. ]+(?<rest>(?!\\d{1,2}(?:\\D|$))[^/]+))?[-_. ]*";
  private static final String YEAR = "(?<year>\\d{4})";
  private static final String DAY = "(?<sign>[-_.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})";

  /** In the order of their certainty. */
  private static final List<Pattern> FORMS = List.of(
      Pattern.compile(FOLDERS + YEAR + DAY + "(?:[-_. ]+(?<rest>[^/]+))?[-_. ]*"),
      Pattern.compile(FOLDERS + "(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})" + REST),
      Pattern.compile(FOLDERS + YEAR + "-?[Ww](?<week>\\d{1,2})" + REST),
      Pattern.compile(
          FOLDERS + YEAR + "/(?<month>\\d{1,2}|\\p{L}{3,9})[/-](?<day>\\d{1,2})" + REST),
      Pattern.compile(FOLDERS + "(?<name>[^/]*[^/\\d])[-_. ]" + YEAR + DAY),
      Pattern.compile(FOLDERS + "(?<year>(?:19|20)\\d{2})[-_.](?<month>\\d{1,2})" + REST),
      Pattern.compile(FOLDERS + YEAR + DAY + "(?:[-_. ][^/]*)?/(?:.*/)?(?<name>[^/]+)"));

  /** Returns the name of an issue by the path of its file, with {@code /} between names. */
  static DatedName of(String file, DateRules rules) {
    String path = withoutEnding(file);
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (Pattern form : FORMS) {
      Matcher parts = form.matcher(path);
      Optional<LocalDate> date = parts.matches() ? date(parts, rules) : Optional.empty();
      if (date.isPresent()) {
        boolean isOfFolders = parts.start("year") < path.length() - name.length();
        String alone = isOfFolders ? date.get().toString() : name;
        return new DatedName(
            date,
            find(parts, "rest").or(() -> find(parts, "name").map(own -> name)).orElse(alone));
      }
    }
    return new DatedName(Optional.empty(), name);
  }

  /** The path without its ending; for a file that stands for its folder the path of that. */
  private static String withoutEnding(String file) {
    String path = file.substring(0, file.lastIndexOf('.'));
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    return slash > 0 && (name.equalsIgnoreCase("index") || name.equalsIgnoreCase("readme"))
        ? path.substring(0, slash)
        : path;
  }

  private static Optional<LocalDate> date(Matcher parts, DateRules rules) {
    try {
      int year = Integer.parseInt(parts.group("year"));
      Optional<String> week = find(parts, "week");
      if (week.isPresent()) {
        return Optional.of(LocalDate.of(year, 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.get()))
            .with(DayOfWeek.MONDAY));
      }
      int day = Integer.parseInt(find(parts, "day").orElse("1"));
      return month(parts.group("month"), rules).map(month -> LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Month> month(String text, DateRules rules) {
    return Character.isDigit(text.charAt(0))
        ? Optional.of(Month.of(Integer.parseInt(text)))
        : Timestamps.month(text, rules);
  }

  private static Optional<String> find(Matcher parts, String group) {
    return parts.pattern().pattern().contains("(?<" + group + ">")
        ? Optional.ofNullable(parts.group(group))
        : Optional.empty();
  }
}
