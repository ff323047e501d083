package org.offprint.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;

/**
 * An issue as part of the publication.
 *
 * @param issue the issue as its file has it
 * @param sections its sections with at least one item, in the order of their first heading
 * @param parts all its parts in the author's order, each with the section that its heading means
 * @param seen the time at which we first saw the file's current text; empty if it was there from the start
 */
public record PublishedIssue(
    Issue issue, List<IssueSection> sections, List<PublishedPart> parts, Optional<Instant> seen) {
  private static final long NANOS_OF_SECOND = 1_000_000_000;

  public PublishedIssue {
    sections = List.copyOf(sections);
    parts = List.copyOf(parts);
  }

  static PublishedIssue of(Issue issue, SectionVocabulary vocabulary) {
    List<PublishedPart> parts = vocabulary.partsOf(issue);
    return new PublishedIssue(
        issue,
        IssueSection.of(parts).stream().filter(section -> !section.isEmpty()).toList(),
        parts,
        Optional.empty());
  }

  /** Returns a copy with another reading of its file. */
  PublishedIssue with(Issue other) {
    return new PublishedIssue(other, sections, parts, seen);
  }

  PublishedIssue seenAt(Optional<Instant> moment) {
    return new PublishedIssue(issue, sections, parts, moment);
  }

  /**
   * Returns the earliest time at which readers could have had its current version, rounded up to the
   * second: an issue may be dated long before its file arrives.
   */
  public Instant changed() {
    return seen.map(moment -> moment.plusNanos(NANOS_OF_SECOND - 1).truncatedTo(ChronoUnit.SECONDS))
        .filter(moment -> moment.isAfter(updated()))
        .orElseGet(this::updated);
  }

  /** Counts its items, under all headings. */
  int itemCount() {
    int count = 0;
    for (IssueSection section : sections) {
      count += section.itemCount();
    }
    return count;
  }

  /** {@link #published()} in seconds since 1970. */
  long publishedSecond() {
    return issue.date().toEpochSecond();
  }

  /** First publication; never moves. */
  public Instant published() {
    return issue.date().toInstant();
  }

  /** The last significant change that the author declares, never before {@link #published()}. */
  public Instant updated() {
    return issue
        .updated()
        .map(OffsetDateTime::toInstant)
        .filter(moment -> moment.isAfter(published()))
        .orElseGet(this::published);
  }

  /** Returns the whole issue, with its sponsored content marked. */
  public Html content() {
    List<Html> paid = parts.stream()
        .filter(placed -> placed.section().isSponsored())
        .map(placed -> placed.part().content())
        .toList();
    return paid.isEmpty() ? issue.content() : issue.content().replacing(paid, Html::sponsored);
  }

  /** Returns whether it is a draft, or an issue to come. */
  boolean isHeldBack(Instant now) {
    return issue().draft() || publishedSecond() > now.getEpochSecond();
  }
}
