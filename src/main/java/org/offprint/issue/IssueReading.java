package org.offprint.issue;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading one file.
 *
 * @param issue the issue; empty if the file has a fault that keeps it from being published, or is none
 * @param problems what is wrong; there may be some although the issue can be published
 */
public record IssueReading(Optional<Issue> issue, List<Problem> problems) {
  public IssueReading {
    problems = List.copyOf(problems);
  }

  /** Returns these problems as those of a draft. */
  IssueReading ofDraft() {
    return new IssueReading(issue, problems.stream().map(Problem::ofDraft).toList());
  }

  static IssueReading failed(Problem problem) {
    return new IssueReading(Optional.empty(), List.of(problem));
  }
}
