package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.issue.Problem;

/**
 * The state of the newsletter, for the publisher. Anybody can open it, so it counts drafts and issues to come, and names none.
 *
 * @param hiddenProblems how many problems concern issues that are held back
 * @param drafts how many issues are held back as drafts
 * @param toCome how many issues are held back until their date
 */
record StatusPage(
    Frame frame,
    int issues,
    int sections,
    long items,
    int filesRead,
    Optional<Pass> pass,
    List<Problem> problems,
    int hiddenProblems,
    int drafts,
    int toCome,
    List<Suggestion> headings,
    int moreHeadings,
    List<ReaderCount> readers) {
  /** How the folder was last read. */
  record Pass(String machineTime, String time, long millis, String machineLook, String look) {}

  /**
   * A heading that the vocabulary lacks.
   *
   * @param near the title of the section that it nearly matches
   * @param lines for the settings file
   */
  record Suggestion(String heading, long count, Optional<String> near, String lines) {}
}
