package org.offprint.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedCosts;
import org.offprint.feed.FeedReaders;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.publication.Addresses;
import org.offprint.publication.HeadingUse;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;

/**
 * The state of the newsletter, for the publisher. Where anybody can open it, it counts drafts and issues to come, and
 * names none.
 *
 * @param problems those that keep something from being published, many alike summed up
 * @param warnings those that do not, many alike summed up
 * @param hiddenProblems the number of problems that concern issues held back
 * @param drafts the number of issues held back as drafts
 * @param toCome the number of issues held back until their date
 * @param heldBack the issues held back, the next one first; empty where anybody can open the page
 * @param costliest the programs that cost most bytes without validators; empty where anybody can open the page
 * @param hub empty where there is none, and where anybody can open the page
 */
record StatusPage(
    PageLayout layout,
    int issues,
    int sections,
    long items,
    int filesRead,
    Optional<RefreshLine> refresh,
    List<Problem> problems,
    List<Problem> warnings,
    int hiddenProblems,
    int drafts,
    int toCome,
    List<HeldBackIssue> heldBack,
    List<Suggestion> headings,
    int moreHeadings,
    List<FeedReaders> readers,
    List<FeedCosts.Program> costliest,
    Optional<HubState> hub) {
  private static final int MOST_HEADINGS = 50;

  /**
   * Lists the headings that the vocabulary lacks, near misses first; all where there is no vocabulary. Of those that mean one section
   * the most frequent stands for all: settings name a section once.
   */
  static List<HeadingUse> unknown(Publication publication) {
    Map<SectionKey, HeadingUse> unknown = new LinkedHashMap<>();
    HeadingUse.ofPublished(publication).stream()
        .filter(use -> use.section().isEmpty() && !use.heading().isEmpty())
        .forEach(use -> unknown.merge(use.own().key(), use, HeadingUse::and));
    return List.copyOf(unknown.values());
  }

  /**
   * Makes the page.
   *
   * @param insight what only the publisher sees; empty for a page that anybody can open
   */
  static StatusPage of(
      PageContext context,
      List<FeedReaders> readers,
      Optional<PageRenderer.LastRefresh> last,
      Optional<PageRenderer.Insight> insight) {
    Publication publication = context.publication();
    List<Problem> shown = publication.problems().stream()
        .filter(problem -> insight.isPresent() || isPublic(problem, publication))
        .toList();
    int drafts = (int) publication.allHeldBack().stream()
        .filter(issue -> issue.draft() || issue.end().isPresent())
        .count();
    List<HeadingUse> headings = context.unknownHeadings().get();
    return new StatusPage(
        layout(context, insight.isEmpty()),
        publication.issues().size(),
        publication.sections().size(),
        publication.itemCount(),
        publication.filesRead(),
        last.map(refresh -> RefreshLine.of(refresh, context)),
        Problem.summedUp(shown.stream().filter(Problem::isError).toList()),
        Problem.summedUp(shown.stream().filter(problem -> !problem.isError()).toList()),
        publication.problems().size() - shown.size(),
        drafts,
        publication.allHeldBack().size() - drafts,
        insight.map(own -> HeldBackIssue.of(context, own)).orElse(List.of()),
        headings.stream()
            .limit(MOST_HEADINGS)
            .map(use -> Suggestion.of(use, publication.vocabulary()))
            .toList(),
        Math.max(0, headings.size() - MOST_HEADINGS),
        readers,
        insight.map(PageRenderer.Insight::costliest).orElse(List.of()),
        insight.flatMap(PageRenderer.Insight::hub));
  }

  private static PageLayout layout(PageContext context, boolean isPublic) {
    String title = "Status: " + context.publication().masthead().title();
    return isPublic
        ? PageLayout.of(context, title, Addresses.STATUS, PageLayout.Card.PLAIN)
        : PageLayout.of(context, title).withoutSearch();
  }

  /** Everybody can read the page, so it shows no problem that names a file that is not published yet. */
  private static boolean isPublic(Problem problem, Publication publication) {
    return !problem.isHeldBack()
        && publication.allHeldBack().stream()
            .map(Issue::file)
            .noneMatch(file -> problem.file().equals(file) || problem.message().contains(file));
  }

  /**
   * An issue or a page that readers do not see.
   *
   * @param preview its secret address, where it has one
   * @param isDated true if its date is to be shown: a draft's is in no reason, and a page may have none
   * @param reason in words, with the time until or since when; a draft has none
   */
  record HeldBackIssue(
      String file,
      String title,
      Optional<String> preview,
      Optional<String> language,
      boolean isDated,
      String machineDate,
      String date,
      String reason) {
    private static List<HeldBackIssue> of(PageContext context, PageRenderer.Insight own) {
      return context.publication().allHeldBack().stream()
          .sorted(Comparator.comparing((Issue issue) -> issue.date().toInstant())
              .thenComparing(Issue::file))
          .map(issue -> new HeldBackIssue(
              issue.file(),
              issue.title(),
              preview(context, own, issue),
              context.links().differing(issue.language()),
              issue.draft() && !issue.isPage(),
              PageLinks.machineDate(issue.date()),
              context.links().date(issue.date()),
              issue.holdBack(own.now())))
          .toList();
    }

    private static Optional<String> preview(
        PageContext context, PageRenderer.Insight own, Issue issue) {
      return own.previews()
          .filter(addresses -> !issue.isPage())
          .map(addresses ->
              context.publication().addresses().of(addresses.path(issue)).toString());
    }
  }

  /** The last refresh, in words. */
  record RefreshLine(
      String version,
      String machineTime,
      String time,
      long millis,
      String machineCheck,
      String check) {
    private static final DateTimeFormatter TIME_OF_DAY =
        DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static RefreshLine of(PageRenderer.LastRefresh last, PageContext context) {
      return new RefreshLine(
          last.version(),
          machine(last.applied()),
          time(last.applied(), context),
          last.took().toMillis(),
          machine(last.checked()),
          time(last.checked(), context));
    }

    private static String machine(Instant moment) {
      return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String time(Instant moment, PageContext context) {
      ZonedDateTime local = moment.atZone(context.publication().masthead().zone());
      return context.links().date(local.toOffsetDateTime()) + ", " + TIME_OF_DAY.format(local);
    }
  }

  /**
   * A heading that the vocabulary lacks.
   *
   * @param near the title of the section that it nearly matches
   * @param lines for the settings file, below {@code sections:}: another pattern for a section, or a new section
   */
  record Suggestion(String heading, long count, Optional<String> near, String lines) {
    private static Suggestion of(HeadingUse use, SectionVocabulary vocabulary) {
      return new Suggestion(
          use.heading(), use.count(), use.near().map(Section::title), lines(use, vocabulary));
    }

    private static String lines(HeadingUse use, SectionVocabulary vocabulary) {
      Optional<SectionVocabulary.Rule> rule = use.near()
          .flatMap(near -> vocabulary.rules().stream()
              .filter(known -> known.section().key().equals(near.key()))
              .findFirst());
      return rule.map(known -> "    headings: "
              + list(Stream.concat(known.headings().stream(), Stream.of(use.heading()))))
          .orElseGet(() -> "  - key: %s\n    title: %s\n    headings: %s%s"
              .formatted(
                  use.own().key(),
                  quoted(use.own().title()),
                  list(Stream.of(use.heading())),
                  use.own().isSponsored() ? "\n    kind: sponsored" : ""));
    }

    private static String list(Stream<String> patterns) {
      return patterns.map(Suggestion::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }
}
