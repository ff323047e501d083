package org.offprint.page;

import java.util.List;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

/** What the publisher wants to know. */
record StatusPage(
    Frame frame,
    int issues,
    int sections,
    long items,
    int filesRead,
    List<Problem> problems,
    List<Issue> heldBack,
    List<ReaderCount> readers) {}
