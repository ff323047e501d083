package org.offprint.issue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The name that an issue has in its address if no other one has it, and the day by which others with it get theirs.
 *
 * @param slug the name
 */
public record IssueName(String slug, LocalDate day) {
  /** Returns the name of an issue whose file does not name its own. */
  public static IssueName of(Issue issue, SourceRules rules) {
    LocalDate day = issue.date().toLocalDate();
    return new IssueName(slug(issue.file(), day, issue.number(), rules), day);
  }

  /** Returns the likely name of an issue, before its file is read; empty if its day is not known. */
  public static Optional<IssueName> expected(String file, Surroundings around, SourceRules rules) {
    DatedName name = DatedName.of(file, rules.dates());
    Optional<LocalDate> ofNumber = rules
        .dates()
        .sources()
        .series()
        .flatMap(series -> name.number().map(number -> series.dateOf(Integer.parseInt(number))));
    return around
        .listed()
        .map(moment -> moment.toLocalDate())
        .or(name::date)
        .or(() -> ofNumber)
        .filter(day -> around.own().isEmpty())
        .map(day -> new IssueName(slug(file, day, name.number(), rules), day));
  }

  static String slug(String file, LocalDate day, Optional<String> number, SourceRules rules) {
    String name = DatedName.of(file, rules.dates()).name();
    return Slug.of(rules
        .slugs()
        .map(pattern -> pattern.of(name, DatedName.folderOf(file), day, number))
        .orElse(name));
  }

  /** Returns the name of the folder in which an issue is; empty if it is in none. */
  public static String folder(String file) {
    return DatedName.folderOf(file);
  }
}
