package org.offprint.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.IssueReading;
import org.offprint.issue.Problem;
import org.offprint.issue.Surroundings;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.RelatedFiles;

/**
 * One file as its folder has it.
 *
 * @param around the facts with which it is read there
 * @param problems those that are found there, without comparisons with all other issues
 */
record FileAmongOthers(Surroundings around, List<Problem> problems) {
  /** The kinds of warnings that the content of all other files decides. */
  private static final Set<Problem.Kind> OF_ALL =
      EnumSet.of(Problem.Kind.HEADING, Problem.Kind.SECTION);

  /**
   * Reads the file, and those of the folder that decide how readers get it. Empty if the file is no issue there.
   *
   * @param alone the reading of the file without the others
   */
  static Optional<FileAmongOthers> of(
      FileInFolder file, PublicationRules rules, IssueReading alone, Instant now) {
    Path root = file.folder();
    Folder folder = Folder.scan(root, rules.files());
    // Without its date from elsewhere it may be none.
    Optional<Issue> own = alone
        .issue()
        .or(() -> issue(
            new PublicationLoader(root)
                .load(RelatedFiles.none(folder, rules, file.name()), rules, now),
            file));
    return own.flatMap(issue -> {
      Publication publication =
          new PublicationLoader(root).load(RelatedFiles.of(root, folder, rules, issue), rules, now);
      return issue(publication, file)
          .map(found -> new FileAmongOthers(
              new Surroundings(true, dateFromElsewhere(found, alone))
                  .as(rules.files().own().page(file.name()))
                  .of(found),
              publication.problems().stream()
                  .filter(problem -> problem.file().equals(file.name()))
                  .filter(problem -> !OF_ALL.contains(problem.kind()))
                  .toList()));
    });
  }

  private static Optional<Issue> issue(Publication publication, FileInFolder file) {
    Stream<Issue> published = Stream.concat(
            publication.issues().stream(), publication.pages().stream())
        .map(PublishedIssue::issue);
    return Stream.concat(published, publication.allHeldBack().stream())
        .filter(issue -> issue.file().equals(file.name()))
        .findFirst();
  }

  private static Optional<OffsetDateTime> dateFromElsewhere(Issue issue, IssueReading alone) {
    return alone.issue().filter(own -> own.date().equals(issue.date())).isPresent()
        ? Optional.empty()
        : Optional.of(issue.date());
  }
}
