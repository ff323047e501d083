package org.offprint.settings;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.issue.DateRules;
import org.offprint.issue.DateSources;
import org.offprint.issue.Generator;
import org.offprint.issue.PathPattern;
import org.offprint.issue.Problem;
import org.offprint.issue.SlugPattern;
import org.offprint.issue.SourceRules;
import org.offprint.issue.YamlValue;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.Glob;

/** Reads the settings about the files of issues. */
final class FileSettings {
  private static final int MOST_ISSUE_BYTES = 1_000_000;
  private static final int MOST_ISSUES = 99_999;

  private static final String KEYS = "keys";
  private static final String DATES = "dates";
  private static final Pattern EVERY =
      Pattern.compile("(\\d{1,3})\\s*(d|days?|w|weeks?|months?|y|years?)");

  /** Hidden names are never looked at. */
  private static final Pattern FILE = Pattern.compile("[^./\\\\][^/\\\\]*(?:/[^./\\\\][^/\\\\]*)*");

  private FileSettings() {}

  static FileRules read(SettingValues read, Optional<Generator> found) {
    List<Glob> chosen = globs(read, "files");
    // A longer text meets other limits.
    int mostBytes = read.get("issue-bytes", text -> Values.number(text, 10_000, MOST_ISSUE_BYTES));
    DateRules dates = new DateRules(
        ZoneOffset.UTC,
        read.get("publish-time", Values::time),
        read.find("date-order", Values::dateOrder).orElse(DateRules.Order.UNKNOWN),
        "en",
        sources(read));
    return new FileRules(
        chosen,
        globs(read, "ignore"),
        mostBytes,
        new SourceRules(
            dates,
            !chosen.isEmpty(),
            keys(read),
            read.find("slugs", SlugPattern::find).filter(SlugPattern::isOther),
            TemplateSettings.read(read, found)),
        OwnSettings.files(read));
  }

  /** Parses the path of a file below the folder of issues. */
  static Optional<String> inFolder(String text) {
    return Optional.of(text).filter(FILE.asMatchPredicate());
  }

  private static SortedMap<String, String> keys(SettingValues read) {
    SortedMap<String, String> keys = new TreeMap<>();
    Set<String> ours = SourceRules.renamedKeys();
    read.mapping(KEYS)
        .ifPresent(block -> block.keys().forEach(key -> {
          Optional<String> theirs = block
              .find(key)
              .flatMap(YamlValue::text)
              .map(String::strip)
              .filter(text -> !text.isEmpty());
          if (!ours.contains(key) || theirs.isEmpty()) {
            read.problems()
                .add(new Problem(
                    Folder.SETTINGS_FILE,
                    block.lineOf(key),
                    "\"%s\" must be one of our keys with the one in your files, such as date: issued; ours are %s"
                        .formatted(key, String.join(", ", ours))));
          }
          theirs.ifPresent(text -> keys.put(key, text));
        }));
    return keys;
  }

  private static List<Glob> globs(SettingValues read, String key) {
    List<Glob> globs = new ArrayList<>();
    for (YamlValue pattern : read.list(key)) {
      Optional<String> text = read.line(pattern, key);
      Optional<Glob> glob = text.flatMap(Glob::find);
      glob.ifPresent(globs::add);
      if (text.isPresent() && glob.isEmpty()) {
        read.problems()
            .add(pattern.problem(
                "\"%s\" is no pattern for \"%s\"; write something like drafts/** or \"*.bak.md\""
                    .formatted(text.get(), key)));
      }
    }
    return globs;
  }

  private static DateSources sources(SettingValues read) {
    boolean isBlock = read.values().find(DATES).filter(YamlValue::isMapping).isPresent();
    return new DateSources(
        isBlock
            ? read.block(DATES, SettingsTable.DATES).flatMap(FileSettings::series)
            : Optional.empty(),
        isBlock ? Optional.empty() : read.find(DATES, FileSettings::inFolder),
        read.find("date-from", PathPattern::find));
  }

  private static Optional<DateSources.Series> series(SettingValues block) {
    Optional<Integer> issue = block.find("issue", text -> Values.number(text, 0, MOST_ISSUES));
    Optional<LocalDate> on = block.find(
        "on", text -> DateRules.of(ZoneOffset.UTC).find(text).map(day -> day.toLocalDate()));
    Optional<Period> every = block.find("every", FileSettings::period);
    for (String key : SettingsTable.DATES.keys()) {
      if (!block.has(key)) {
        block.report(
            key,
            "\"dates\" needs \"%s\", as in {issue: 1, on: 2018-04-20, every: 7d}".formatted(key));
      }
    }
    return issue.isPresent() && on.isPresent()
        ? every.map(time -> new DateSources.Series(issue.get(), on.get(), time))
        : Optional.empty();
  }

  private static Optional<Period> period(String text) {
    Matcher parts = EVERY.matcher(text.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(parts.group(1));
    Period period = switch (parts.group(2).charAt(0)) {
      case 'd' -> Period.ofDays(count);
      case 'w' -> Period.ofWeeks(count);
      case 'm' -> Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
    return Optional.of(period).filter(time -> !time.isZero());
  }
}
