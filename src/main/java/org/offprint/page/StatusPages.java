package org.offprint.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.publication.HeadingUse;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionRule;

/** Makes the page for the publisher. Thread-safe. */
record StatusPages(Publication publication, PageFrames frames, Lazy<List<HeadingUse>> headings) {
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final int MOST_HEADINGS = 50;

  /** The headings that the vocabulary lacks, near misses first; all where there is no vocabulary. */
  static List<HeadingUse> unknown(Publication publication) {
    return HeadingUse.ofPublished(publication).stream()
        .filter(use -> use.section().isEmpty())
        .toList();
  }

  StatusPage page(List<ReaderCount> readers, Optional<LastPass> pass) {
    List<Problem> shown = publication.problems().stream().filter(this::isPublic).toList();
    long drafts = publication.heldBack().stream().filter(Issue::draft).count();
    return new StatusPage(
        frames.of("Status: " + publication.masthead().title(), "/status", Frame.Card.PLAIN),
        publication.issues().size(),
        publication.sections().size(),
        publication.itemCount(),
        publication.filesRead(),
        pass.map(this::pass),
        shown,
        publication.problems().size() - shown.size(),
        Math.toIntExact(drafts),
        publication.heldBack().size() - Math.toIntExact(drafts),
        headings.get().stream().limit(MOST_HEADINGS).map(this::suggestion).toList(),
        Math.max(0, headings.get().size() - MOST_HEADINGS),
        readers);
  }

  private StatusPage.Pass pass(LastPass last) {
    return new StatusPage.Pass(
        machine(last.takenUp()),
        time(last.takenUp()),
        last.took().toMillis(),
        machine(last.looked()),
        time(last.looked()));
  }

  private static String machine(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String time(Instant moment) {
    return time(moment.atZone(publication.masthead().zone()));
  }

  private String time(ZonedDateTime moment) {
    return IssueLine.date(moment.toOffsetDateTime(), frames.language())
        + ", "
        + TIME_OF_DAY.format(moment);
  }

  /** The page is for everybody: no problem on it names a file that is not published yet. */
  private boolean isPublic(Problem problem) {
    return publication.heldBack().stream()
        .map(Issue::file)
        .noneMatch(file -> problem.file().equals(file) || problem.message().contains(file));
  }

  private StatusPage.Suggestion suggestion(HeadingUse use) {
    return new StatusPage.Suggestion(
        use.heading(), use.count(), use.near().map(Section::title), lines(use));
  }

  /** What to write below {@code sections:}: another pattern for a section, or a section of its own. */
  private String lines(HeadingUse use) {
    Optional<SectionRule> rule = use.near()
        .flatMap(near -> publication.vocabulary().rules().stream()
            .filter(known -> known.section().key().equals(near.key()))
            .findFirst());
    return rule.map(known -> "    headings: "
            + list(Stream.concat(known.headings().stream(), Stream.of(use.heading()))))
        .orElseGet(() -> "  - key: %s\n    title: %s\n    headings: %s"
            .formatted(
                SectionKey.ofHeading(use.heading()),
                quoted(use.heading()),
                list(Stream.of(use.heading()))));
  }

  private static String list(Stream<String> patterns) {
    return patterns.map(StatusPages::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
