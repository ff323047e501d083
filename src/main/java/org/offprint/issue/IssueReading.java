package org.offprint.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A parsed file.
 *
 * @param issue the issue; empty if the file has a fault that keeps it from being published, or is none
 * @param problems the faults; there may be some although the issue can be published
 */
public record IssueReading(Optional<Issue> issue, List<Problem> problems) {
  /** Nobody reads on, and a few characters of YAML can be one. */
  private static final int MOST_PROBLEMS = 50;

  public IssueReading {
    problems = problems.size() > MOST_PROBLEMS ? shortened(problems) : List.copyOf(problems);
  }

  private static List<Problem> shortened(List<Problem> problems) {
    List<Problem> errorsFirst = Stream.concat(
            problems.stream().filter(Problem::isError),
            problems.stream().filter(problem -> !problem.isError()))
        .toList();
    List<Problem> first = new ArrayList<>(errorsFirst.subList(0, MOST_PROBLEMS - 1));
    Problem next = errorsFirst.get(first.size());
    String rest = Problem.count(problems.size() - first.size(), "more problem") + " from here on";
    first.add(new Problem(next.kind(), next.file(), next.line(), rest, next.publicFrom()));
    return List.copyOf(first);
  }

  /** Returns a copy whose problems everybody may read from a moment on. */
  IssueReading publicFrom(Instant moment) {
    return new IssueReading(
        issue, problems.stream().map(problem -> problem.publicFrom(moment)).toList());
  }

  static IssueReading failed(Problem problem) {
    return new IssueReading(Optional.empty(), List.of(problem));
  }
}
