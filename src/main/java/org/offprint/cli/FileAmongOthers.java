package org.offprint.cli;

import java.net.URI;
import java.time.Clock;
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
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.PublishedIssue;
import org.offprint.settings.SettingsFile;

/**
 * One file as its folder has it.
 *
 * @param around the facts with which it is read there
 * @param problems those of the settings, and those of its references
 */
record FileAmongOthers(Surroundings around, List<Problem> problems) {
  /** The kinds of warnings that other files decide. */
  private static final Set<Problem.Kind> OF_REFERENCES =
      EnumSet.of(Problem.Kind.LINK, Problem.Kind.PICTURE);

  /** Returns true if other files tell the date of a file, or the ends of its references. */
  static boolean isNeeded(PublicationRules rules, IssueReading alone) {
    return rules.reading().source().dates().sources().list().isPresent()
        || alone
            .issue()
            .filter(issue -> !issue.links().isEmpty() || !issue.files().isEmpty())
            .isPresent();
  }

  /**
   * Reads the folder. Empty if the file is no issue there.
   *
   * @param alone the reading of the file without the others
   */
  static Optional<FileAmongOthers> of(
      FileInFolder file, SettingsFile settings, URI base, IssueReading alone) {
    Publication publication = FolderCommand.Reading.of(
            file.folder(), settings, base, Clock.systemUTC().instant())
        .publication();
    List<Problem> problems = Stream.concat(
            settings.problems().stream(),
            publication.problems().stream()
                .filter(problem -> problem.file().equals(file.name()))
                .filter(problem -> OF_REFERENCES.contains(problem.kind())))
        .toList();
    Stream<Issue> published = Stream.concat(
            publication.issues().stream(), publication.pages().stream())
        .map(PublishedIssue::issue);
    return Stream.concat(published, publication.allHeldBack().stream())
        .filter(issue -> issue.file().equals(file.name()))
        .findFirst()
        .map(issue -> new Surroundings(true, dateFromElsewhere(issue, alone))
            .as(settings.settings().flatMap(own -> own.files().own().page(file.name())))
            .of(issue))
        .map(around -> new FileAmongOthers(around, problems));
  }

  private static Optional<OffsetDateTime> dateFromElsewhere(Issue issue, IssueReading alone) {
    return alone.issue().filter(own -> own.date().equals(issue.date())).isPresent()
        ? Optional.empty()
        : Optional.of(issue.date());
  }
}
