package org.offprint.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

/**
 * Finds issues whose files have got other names, so that they have other addresses and ids, and readers take them for new ones. Knows
 * only what it has seen itself. For one loader.
 */
final class Renames {
  private final Map<String, Issue> formerByFile = new TreeMap<>();

  /** Looks for the issues that are gone among the new ones. A draft, and an issue with an id of its own, loses nothing by another name. */
  void look(List<Revision.Change> changes, Instant now) {
    List<PublishedIssue> gone = changes.stream()
        .filter(change -> change.after().isEmpty())
        .flatMap(change -> change.before().stream())
        .toList();
    for (PublishedIssue last : gone) {
      Issue former = last.issue();
      Issue first = Optional.ofNullable(formerByFile.remove(former.file())).orElse(former);
      if (!last.isHeldBack(now) && former.id().isEmpty()) {
        changes.stream()
            .filter(change -> change.before().isEmpty())
            .flatMap(change -> change.after().stream())
            .map(PublishedIssue::issue)
            .filter(issue -> issue.source().equals(former.source()))
            .findFirst()
            .ifPresent(issue -> formerByFile.put(issue.file(), first));
      }
    }
  }

  /** Returns the warnings about those that have not got their former names back. */
  List<Problem> warnings(Publication made) {
    List<Problem> found = new ArrayList<>();
    formerByFile.forEach((file, former) -> {
      boolean isOther = made.issues().stream()
          .map(PublishedIssue::issue)
          .anyMatch(issue -> issue.file().equals(file) && !issue.slug().equals(former.slug()));
      if (isOther && made.findIssue(former.slug()).isEmpty()) {
        found.add(new Problem(
            Problem.Kind.RENAME,
            file,
            0,
            "is %s under another name, which readers take for a new issue; add a line \"slug: %s\" to keep its address and its id"
                .formatted(former.file(), former.slug())));
      }
    });
    return found;
  }
}
