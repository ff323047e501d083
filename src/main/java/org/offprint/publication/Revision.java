package org.offprint.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last publication with some issues changed. Assembling a publication costs a look at every issue,
 * but most changes concern one and leave the others as they were. If that is not certain, there is no
 * revision.
 */
final class Revision {
  /** With more changes it saves nothing. */
  private static final int MOST_CHANGES = 100;

  /**
   * The change of one file.
   *
   * @param before the issue that it was
   * @param after the issue that it is
   */
  record Change(Optional<PublishedIssue> before, Optional<PublishedIssue> after) {
    boolean isOfPage() {
      return Stream.of(before, after).flatMap(Optional::stream).anyMatch(PublishedIssue::isPage);
    }
  }

  private final Publication last;
  private final Instant now;
  private final List<PublishedIssue> issues;
  private final List<PublishedIssue> added = new ArrayList<>();

  private Revision(Publication last, Instant now) {
    this.last = last;
    this.now = now;
    this.issues = new ArrayList<>(last.issues());
  }

  /**
   * The issues as they stand now, if each change leaves all the others as they are.
   *
   * @return newest first; empty if only a look at every issue can tell
   */
  static Optional<List<PublishedIssue>> of(Publication last, List<Change> changes, Instant now) {
    boolean isQuiet = last.areIndependent()
        && changes.size() <= MOST_CHANGES
        && changes.stream().noneMatch(Change::isOfPage)
        && last.nextDue().filter(due -> !due.isAfter(now)).isEmpty();
    Revision revision = new Revision(last, now);
    return isQuiet && changes.stream().allMatch(revision::take)
        ? Optional.of(revision.newestFirst())
        : Optional.empty();
  }

  private List<PublishedIssue> newestFirst() {
    added.sort(Publication.NEWEST_FIRST);
    issues.addAll(0, added);
    return issues;
  }

  private boolean take(Change change) {
    if (change.after().isEmpty()) {
      return change.before().isEmpty();
    }
    PublishedIssue after = change.after().get();
    if (!standsAlone(after)) {
      return false;
    }
    if (change.before().isPresent()) {
      return replaces(change.before().get(), after);
    }
    added.add(after);
    return isNews(after);
  }

  /** Nothing about it depends on other issues, or on the time. */
  private boolean standsAlone(PublishedIssue candidate) {
    return !candidate.issue().draft()
        && candidate.issue().end().isEmpty()
        && !Copies.mayBe(candidate.issue().file())
        && candidate.issue().id().isEmpty()
        && candidate.publishedSecond() <= now.getEpochSecond()
        && candidate
            .issue()
            .updated()
            .filter(date -> date.toInstant().isAfter(now))
            .isEmpty();
  }

  private boolean replaces(PublishedIssue before, PublishedIssue after) {
    Optional<Integer> place = last.positionOf(before);
    boolean isAlike = place.isPresent()
        && before.issue().slug().equals(after.issue().slug())
        && before.publishedSecond() == after.publishedSecond()
        && sections(before).equals(sections(after));
    if (isAlike) {
      issues.set(place.get(), after);
    }
    return isAlike;
  }

  private static List<Section> sections(PublishedIssue published) {
    return published.sections().stream()
        .map(PublishedIssue.IssueSection::section)
        .toList();
  }

  /** The newest issue moves no other, and names no section but new ones. */
  private boolean isNews(PublishedIssue candidate) {
    String slug = candidate.issue().slug();
    return last.findIssue(slug).isEmpty()
        && last.heldBack().stream().noneMatch(other -> other.slug().equals(slug))
        && added.stream().filter(other -> other.issue().slug().equals(slug)).count() == 1
        && last.issues().stream()
            .limit(1)
            .allMatch(newest -> Publication.NEWEST_FIRST.compare(candidate, newest) < 0)
        && sections(candidate).stream()
            .allMatch(section -> last.findSection(section.key()).isPresent());
  }
}
