package org.offprint.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

/**
 * Finds the copies of issues that people, and programs that synchronise or merge files, leave beside the original: their name says so,
 * and the original is there. A name that a person may choose, too, counts only with its title or date.
 */
final class Copies {
  /** The name of the original is the first group that is there. */
  private static final Pattern NAME = Pattern.compile("(?i)(?:"
      + "(.+) \\([^()/]*\\b(?:copy|copie|kopie|copia|conflict|konflikt|conflit|conflicto)[^/]*\\)"
      + "|(.+) \\(\\d{1,2}\\)"
      + "|(.+?)(?: -)?[ _-](?:copy|copie|kopie|copia)(?: ?\\(?\\d{1,2}\\)?)?"
      + "|(.+) [2-9]"
      + "|(?:copy|copie|kopie|copia)(?: ?\\(\\d{1,2}\\))?(?: of| von| de| di)?[ _-](.+)"
      + "|(.+)\\.sync-conflict-[\\w-]+"
      + "|(.+)[_-]conflict[_-].+"
      + "|(.+)[._](?:base|local|remote|backup|orig|bak)(?:[._]\\d+)?"
      + "|(.+)-(?:desktop|laptop)-\\w+"
      + ")(\\.\\w+)");

  /** Names that nobody gives to an issue. */
  private static final Pattern UNMISTAKABLE = Pattern.compile("(?i)(?:"
      + ".+ \\([^()/]*\\b(?:copy|copie|kopie|copia|conflict|konflikt|conflit|conflicto)[^/]*\\)"
      + "|.+ (?:copy|copie|kopie|copia)(?: ?\\(?\\d{1,2}\\)?)?"
      + "|copy(?: ?\\(\\d{1,2}\\))? of .+"
      + "|.+\\.sync-conflict-[\\w-]+"
      + "|.+\\.(?:orig|bak)"
      + "|.+[._](?:base|local|remote|backup)[._]\\d+"
      + ")\\.\\w+");

  /** Names that programs give to the other version, whatever becomes of the first one. */
  private static final Pattern OF_CONFLICT = Pattern.compile(
      "(?i).+(?:\\.sync-conflict-\\d[\\w-]*| \\([^()/]*conflicted copy[^/]*\\))\\.\\w+");

  private Copies() {}

  /** Returns true if a file has the name of a copy. */
  static boolean mayBe(String file) {
    return original(file).isPresent();
  }

  /** The file of which another one is a copy by its name. */
  private static Optional<String> original(String file) {
    int folder = file.lastIndexOf('/') + 1;
    Matcher name = NAME.matcher(file.substring(folder));
    if (!name.matches()) {
      return Optional.empty();
    }
    int group = 1;
    while (name.group(group) == null) {
      group++;
    }
    return Optional.of(
        file.substring(0, folder) + name.group(group) + name.group(name.groupCount()));
  }

  /** Returns the issues that are no copies. */
  static List<PublishedIssue> removedFrom(
      List<PublishedIssue> read, List<Problem> problems, Instant now) {
    Map<String, PublishedIssue> copies = new HashMap<>();
    for (PublishedIssue candidate : read) {
      if (mayBe(candidate.issue().file())) {
        copies.put(candidate.issue().file(), candidate);
      }
    }
    if (copies.isEmpty()) {
      return read;
    }
    Map<String, PublishedIssue> files = new HashMap<>();
    read.forEach(issue -> files.put(issue.issue().file(), issue));
    List<PublishedIssue> kept = new ArrayList<>();
    for (PublishedIssue candidate : read) {
      Optional<PublishedIssue> copy =
          Optional.ofNullable(copies.get(candidate.issue().file()));
      Optional<PublishedIssue> of = copy.flatMap(one -> ofWhich(one, files))
          .or(() -> copy.filter(one -> isNamed(one, OF_CONFLICT)));
      if (of.isEmpty()) {
        kept.add(candidate);
      } else {
        boolean isHidden = candidate.isHeldBack(now) || of.get().isHeldBack(now);
        problems.add(new Problem(
            Problem.Kind.COPY,
            candidate.issue().file(),
            0,
            "is a copy%s by its name%s, so it is left alone; delete it, or rename it if it is an issue"
                .formatted(
                    of.equals(copy) ? "" : " of " + of.get().issue().file(),
                    isNamed(candidate, UNMISTAKABLE) ? "" : " and its title or date"),
            isHidden ? Instant.MAX : Instant.MIN));
      }
    }
    return kept;
  }

  /** A copy may be one of a copy. */
  private static Optional<PublishedIssue> ofWhich(
      PublishedIssue copy, Map<String, PublishedIssue> files) {
    Optional<String> name = original(copy.issue().file());
    while (name.isPresent()) {
      Optional<PublishedIssue> found = name.map(files::get)
          .filter(other -> isNamed(copy, UNMISTAKABLE) || areAlike(other.issue(), copy.issue()));
      if (found.isPresent()) {
        return found;
      }
      name = name.flatMap(Copies::original);
    }
    return Optional.empty();
  }

  private static boolean isNamed(PublishedIssue published, Pattern form) {
    String file = published.issue().file();
    return form.matcher(file.substring(file.lastIndexOf('/') + 1)).matches();
  }

  private static boolean areAlike(Issue one, Issue other) {
    return one.title().equals(other.title()) || one.date().isEqual(other.date());
  }
}
