package org.offprint.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.IssueReading;
import org.offprint.issue.Problem;
import org.offprint.issue.Surroundings;

/**
 * The cached state of one file.
 *
 * @param problems those of its last reading
 * @param issue its last good issue
 * @param isLastGood true if the last reading gave no issue, so that this is that of an earlier one
 */
record KnownFile(
    Seen seen, List<Problem> problems, Optional<PublishedIssue> issue, boolean isLastGood) {
  /** The state of a file that is known without reading it. */
  record Seen(Folder.FileStamp stamp, Surroundings around) {}

  /**
   * Returns the state of a file after a reading.
   *
   * @param earlier its state before, whose issue stays if the file has faults and no issue now
   */
  static KnownFile of(
      Seen seen, IssueReading reading, Optional<KnownFile> earlier, SectionVocabulary vocabulary) {
    Optional<PublishedIssue> lastGood = earlier.flatMap(KnownFile::issue);
    if (reading.issue().isPresent() || reading.problems().isEmpty() || lastGood.isEmpty()) {
      return new KnownFile(
          seen,
          reading.problems(),
          reading.issue().map(issue -> PublishedIssue.of(issue, vocabulary)),
          false);
    }
    List<Problem> problems = reading.problems().stream()
        .map(problem -> problem.asError().and(" (its last good version stays published)"))
        .toList();
    return new KnownFile(seen, problems, lastGood, true).under(vocabulary);
  }

  /** Returns a copy with the time of first sight: that of the earlier state if the source is unchanged, else {@code now}. */
  KnownFile firstSeen(Optional<KnownFile> earlier, Optional<Instant> now) {
    return new KnownFile(
        seen,
        problems,
        issue.map(published -> published.seenAt(earlier
            .flatMap(KnownFile::issue)
            .filter(before -> before.issue().source().equals(published.issue().source()))
            .map(PublishedIssue::seen)
            .orElse(now))),
        isLastGood);
  }

  KnownFile under(SectionVocabulary vocabulary) {
    return new KnownFile(
        seen,
        problems,
        issue.map(published -> PublishedIssue.of(published.issue(), vocabulary)
            .with(published.files())
            .seenAt(published.seen())),
        isLastGood);
  }

  /** Returns a copy with the files to which the issue refers as they are now. */
  KnownFile lookingAt(MediaFolders folders) {
    return issue
        .filter(published -> !published.issue().files().isEmpty())
        .map(published -> published.with(SeenFile.of(published.issue(), folders)))
        .map(now -> new KnownFile(seen, problems, Optional.of(now), isLastGood))
        .orElse(this);
  }

  /** Returns the issue of the last reading. */
  Optional<PublishedIssue> readIssue() {
    return issue.filter(last -> !isLastGood);
  }

  /** Returns the issue, if it is one and no page of the publisher's own. */
  Optional<PublishedIssue> inList() {
    return issue.filter(published -> !published.isPage());
  }

  /** Returns the faults of the file, and the warnings about an issue without faults. */
  List<Problem> allProblems(MediaRules media) {
    return problems.stream().anyMatch(Problem::isError)
        ? problems
        : Stream.concat(
                problems.stream(),
                issue.stream()
                    .flatMap(published -> Stream.concat(
                        inList().stream().flatMap(own -> IssueWarnings.of(own).stream()),
                        SeenFile.warnings(published, media).stream())))
            .toList();
  }

  /**
   * Returns true if the file is unchanged, the last read succeeded, and the vocabulary gives the issue no other sections: a file
   * that cannot be read is retried.
   */
  boolean isReadAs(Seen now, SectionVocabulary vocabulary) {
    return seen.equals(now)
        && issue.filter(published -> !published.issue().isReadAlike(vocabulary)).isEmpty()
        && problems.stream().noneMatch(Problem::isOfReading);
  }
}
