package org.offprint.metrics;

import org.offprint.issue.IssueReader;
import org.offprint.issue.Problem;
import org.offprint.publication.FolderListing;
import org.offprint.publication.Publication;

/** What a problem is about. */
enum ProblemKind {
  /** A file that is, or should be, an issue. */
  ISSUE,
  /** The settings of the publication. */
  SETTINGS,
  /** The folder, or one below it. */
  FOLDER;

  static ProblemKind of(Problem problem) {
    if (problem.file().equals(FolderListing.SETTINGS_FILE)) {
      return SETTINGS;
    }
    String name = problem.file().substring(problem.file().lastIndexOf('/') + 1);
    return IssueReader.isIssueName(name) ? ISSUE : FOLDER;
  }

  long count(Publication publication) {
    return publication.problems().stream()
        .filter(problem -> of(problem) == this)
        .count();
  }
}
