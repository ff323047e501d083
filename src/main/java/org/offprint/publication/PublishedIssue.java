package org.offprint.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Issue;

/**
 * An issue and what the publication makes of it.
 *
 * @param issue as its file says it
 * @param sections its sections with at least one item, in the order of their first heading
 */
public record PublishedIssue(Issue issue, List<IssueSection> sections) {
  public PublishedIssue {
    sections = List.copyOf(sections);
  }

  static PublishedIssue of(Issue issue, SectionVocabulary vocabulary) {
    return new PublishedIssue(
        issue,
        vocabulary.sectionsOf(issue).stream()
            .filter(section -> !section.isEmpty())
            .toList());
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

  /** What it has of a section. */
  public Optional<IssueSection> find(SectionKey key) {
    return sections.stream()
        .filter(section -> section.section().key().equals(key))
        .findFirst();
  }
}
