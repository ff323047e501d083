package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.issue.Problem;

/** What the publisher wants to know. */
record StatusPage(
    Frame frame,
    int issues,
    int sections,
    long items,
    int filesRead,
    Optional<Pass> pass,
    List<Problem> problems,
    List<Held> heldBack,
    List<Suggestion> headings,
    int moreHeadings,
    List<ReaderCount> readers) {
  /** How the folder was last read. */
  record Pass(String machineTime, String time, long millis, String machineLook, String look) {}

  /** An issue that readers do not see. */
  record Held(String file, Optional<String> machineDate, String until) {}

  /**
   * A heading that the vocabulary lacks.
   *
   * @param near the title of the section that it nearly matches
   * @param lines for the settings file
   */
  record Suggestion(String heading, long count, Optional<String> near, String lines) {}
}
