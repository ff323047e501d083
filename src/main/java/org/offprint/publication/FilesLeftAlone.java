package org.offprint.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Problem;

/**
 * Sums up the files that are no issues for one reason, so that a folder with many of them has one problem. The names of notes are for
 * the publisher alone.
 */
final class FilesLeftAlone {
  private static final int NAMED = 3;

  private static final String REMEDY =
      "set \"dates: {issue: 1, on: 2018-04-20, every: 7d}\" in offprint.yaml, or \"dates: FILE\" with a line \"name: date\" for each in that file, or \"date-from\" if the paths have a date";

  private FilesLeftAlone() {}

  /** Returns the problems of all files, with one in place of those of a kind. */
  static List<Problem> summedUp(List<Problem> all) {
    if (all.stream().noneMatch(problem -> isSummedUp(problem.kind()))) {
      return all;
    }
    List<Problem> shown = new ArrayList<>();
    all.stream().filter(problem -> !isSummedUp(problem.kind())).forEach(shown::add);
    for (Problem.Kind kind : List.of(Problem.Kind.DATE, Problem.Kind.FILE)) {
      List<Problem> alike =
          all.stream().filter(problem -> problem.kind() == kind).toList();
      if (!alike.isEmpty()) {
        shown.add(summary(alike));
      }
    }
    return shown;
  }

  private static boolean isSummedUp(Problem.Kind kind) {
    return kind == Problem.Kind.DATE || kind == Problem.Kind.FILE;
  }

  private static Problem summary(List<Problem> alike) {
    Problem first = alike.get(0);
    String names = Stream.concat(
            alike.stream().limit(NAMED).map(Problem::file),
            alike.size() > NAMED ? Stream.of("…") : Stream.empty())
        .collect(Collectors.joining(", "));
    boolean isPrivate = first.kind() == Problem.Kind.FILE;
    Instant publicFrom = isPrivate
        ? Instant.MAX
        : alike.stream().map(Problem::publicFrom).max(Comparator.naturalOrder()).orElseThrow();
    if (alike.size() == 1) {
      String more = isPrivate ? "" : "; or " + REMEDY;
      return new Problem(
          first.kind(), first.file(), first.line(), first.message() + more, publicFrom);
    }
    String message = isPrivate
        ? "%d files have no front matter and no date or number in their names, and are left alone: %s; list them under \"files\" in offprint.yaml if they are issues"
        : "%d files have no date, but only a number, and are not published: %s; " + REMEDY;
    return new Problem(first.kind(), ".", 0, message.formatted(alike.size(), names), publicFrom);
  }
}
