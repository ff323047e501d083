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
 * and they have its title and date.
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
      Optional<PublishedIssue> of = Optional.ofNullable(
              copies.get(candidate.issue().file()))
          .flatMap(copy -> ofWhich(copy, files));
      if (of.isEmpty()) {
        kept.add(candidate);
      } else {
        boolean isHidden = candidate.isHeldBack(now) || of.get().isHeldBack(now);
        problems.add(new Problem(
            Problem.Kind.COPY,
            candidate.issue().file(),
            0,
            "is a copy of %s by its name, title and date, so it is left alone; delete it, or give it another title"
                .formatted(of.get().issue().file()),
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
      Optional<PublishedIssue> found =
          name.map(files::get).filter(other -> areAlike(other.issue(), copy.issue()));
      if (found.isPresent()) {
        return found;
      }
      name = name.flatMap(Copies::original);
    }
    return Optional.empty();
  }

  static boolean areAlike(Issue one, Issue other) {
    return one.title().equals(other.title()) && one.date().isEqual(other.date());
  }
}
