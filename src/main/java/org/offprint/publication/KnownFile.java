package org.offprint.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.IssueReading;
import org.offprint.issue.Problem;

/** What is remembered of one file: its last reading, and its last good issue. */
record KnownFile(FileStamp stamp, List<Problem> problems, Optional<PublishedIssue> issue) {
  /**
   * What is to be remembered once a file has been read.
   *
   * @param earlier what was known of it, whose issue stays where there is none now
   */
  static KnownFile of(
      FileStamp stamp,
      IssueReading reading,
      Optional<KnownFile> earlier,
      SectionVocabulary vocabulary) {
    Optional<PublishedIssue> lastGood = earlier.flatMap(KnownFile::issue);
    if (reading.issue().isPresent() || reading.problems().isEmpty() || lastGood.isEmpty()) {
      return new KnownFile(
          stamp,
          reading.problems(),
          reading.issue().map(issue -> PublishedIssue.of(issue, vocabulary)));
    }
    List<Problem> problems = reading.problems().stream()
        .map(problem -> new Problem(
            problem.file(),
            problem.line(),
            problem.message() + " (its last good version stays published)"))
        .toList();
    return new KnownFile(stamp, problems, lastGood).under(vocabulary);
  }

  /** What says the same as before was seen when that was. */
  KnownFile firstSeen(Optional<KnownFile> earlier, Optional<Instant> now) {
    return new KnownFile(
        stamp,
        problems,
        issue.map(published -> published.seenAt(earlier
            .flatMap(KnownFile::issue)
            .filter(before -> before.issue().source().equals(published.issue().source()))
            .map(PublishedIssue::seen)
            .orElse(now))));
  }

  KnownFile under(SectionVocabulary vocabulary) {
    return new KnownFile(
        stamp,
        problems,
        issue.map(published ->
            PublishedIssue.of(published.issue(), vocabulary).seenAt(published.seen())));
  }

  /** Whether it was read as it stands there: what cannot be read may be readable the next time. */
  boolean isReadAs(FileStamp now) {
    return stamp.equals(now) && problems.stream().noneMatch(Problem::isOfReading);
  }
}
