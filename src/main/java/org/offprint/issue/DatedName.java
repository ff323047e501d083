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
 * @param number the number in the name without a date, or in that of its folder
 * @param name the name of the issue, from which its slug is made: without the date, unless it has nothing else
 */
record DatedName(Optional<LocalDate> date, Optional<String> number, String name) {
  private static final String FOLDERS = "(?:.*/)?";
  /** The dot of a name such as .NET belongs to it. */
  private static final String GAP = "(?:[-_ ]+(?=[.]\\p{L})|[-_. ]+)";

  private static final String REST = "(?:[-_. ]+(?<rest>(?!\\d{1,2}(?:\\D|$))[^/]+))?[-_. ]*";
  private static final String YEAR = "(?<year>\\d{4})";
  private static final String DAY = "(?<sign>[-_.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})";

  /** In the order of their certainty. */
  private static final List<Pattern> FORMS = List.of(
      Pattern.compile(FOLDERS + YEAR + DAY + "(?:" + GAP + "(?<rest>[^/]+))?[-_. ]*"),
      Pattern.compile(FOLDERS + "(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})" + REST),
      Pattern.compile(FOLDERS + YEAR + "-?[Ww](?<week>\\d{1,2})" + REST),
      Pattern.compile(
          FOLDERS + YEAR + "/(?<month>\\d{1,2}|\\p{L}{3,9})[/-](?<day>\\d{1,2})" + REST),
      Pattern.compile(FOLDERS + "(?<name>[^/]*[^/\\d])[-_. ]" + YEAR + DAY),
      Pattern.compile(FOLDERS + "(?<year>(?:19|20)\\d{2})[-_.](?<month>\\d{1,2})" + REST),
      Pattern.compile(FOLDERS + YEAR + DAY + "(?:[-_. ][^/]*)?/(?:.*/)?(?<name>[^/]+)"));

  private static final Pattern OF_FOLDER = Pattern.compile("(?i)(?:.*/)?(?:readme|index)\\.[^./]+");

  private static final Pattern MONTH = Pattern.compile("(?:.*/)?(?:19|20)\\d{2}/\\d{1,2}");

  /** Returns the name of an issue by the path of its file, with {@code /} between names. */
  static DatedName of(String file, DateRules rules) {
    String path = withoutEnding(file);
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<Matcher> placed =
        rules.sources().pattern().map(pattern -> pattern.matcher(path)).filter(Matcher::matches);
    if (placed.isPresent()) {
      Matcher parts = placed.get();
      return new DatedName(
          find(parts, "year").flatMap(year -> date(parts, rules)),
          find(parts, "number"),
          find(parts, "name").orElse(name));
    }
    for (Pattern form : FORMS) {
      Matcher parts = form.matcher(path);
      Optional<LocalDate> date = parts.matches() ? date(parts, rules) : Optional.empty();
      if (date.isPresent()) {
        boolean isOfFolders = parts.start("year") < path.length() - name.length();
        String alone = isOfFolders ? date.get().toString() : name;
        return new DatedName(
            date,
            Optional.empty(),
            find(parts, "rest").or(() -> find(parts, "name").map(own -> name)).orElse(alone));
      }
    }
    return new DatedName(Optional.empty(), number(path, name), name);
  }

  /** The number in a name, else in that of its folder; the number of a month is none. */
  private static Optional<String> number(String path, String name) {
    int end = path.length() - name.length() - 1;
    int start = path.lastIndexOf('/', end - 1) + 1;
    return IssueNumber.ofName(name)
        .or(() -> Optional.of(path.substring(start, Math.max(start, end)))
            .filter(folder ->
                !MONTH.matcher(path.substring(0, Math.max(start, end))).matches())
            .flatMap(IssueNumber::ofName));
  }

  /** Returns true for a file that stands for its folder. */
  static boolean isOfFolder(String file) {
    return OF_FOLDER.matcher(file).matches();
  }

  /** Returns true if the name of the file or of its folder says when the issue came, or which one it is. */
  boolean isOfIssue() {
    return date.isPresent() || number.isPresent();
  }

  /** The name of the folder in which an issue is; empty if it is in none. */
  static String folderOf(String file) {
    String path = withoutEnding(file);
    String folders = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return folders.substring(folders.lastIndexOf('/') + 1);
  }

  /** The path without its ending; for a file that stands for its folder the path of that. */
  private static String withoutEnding(String file) {
    String path = file.substring(0, file.lastIndexOf('.'));
    int slash = path.lastIndexOf('/');
    return slash > 0 && isOfFolder(file) ? path.substring(0, slash) : path;
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
      return find(parts, "month")
          .flatMap(text -> month(text, rules))
          .map(month -> LocalDate.of(year, month, day));
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
