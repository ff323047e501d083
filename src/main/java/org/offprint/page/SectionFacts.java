package org.offprint.page;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.SectionKey;
import org.offprint.publication.UsualGap;

/** Counts the issues of each section, and puts counts and usual gaps into words. Immutable. */
final class SectionFacts {
  private static final double HOURS_OF_DAY = 24;
  private static final double WEEK = 7;
  private static final double MONTH = 30.4;
  private static final double YEAR = 365;

  private final Map<SectionKey, Facts> sections = new HashMap<>();

  /**
   * The issues of one section.
   *
   * @param newest the first in the order of the publication
   */
  private record Facts(int issues, PublishedIssue newest) {
    Facts oneMore() {
      return new Facts(issues + 1, newest);
    }
  }

  SectionFacts(Publication publication) {
    for (PublishedIssue published : publication.issues()) {
      for (PublishedIssue.IssueSection own : published.sections()) {
        sections.merge(
            own.section().key(), new Facts(1, published), (known, older) -> known.oneMore());
      }
    }
  }

  private Optional<Facts> find(SectionKey key) {
    return Optional.ofNullable(sections.get(key));
  }

  /** Returns the newest issue that has a section. */
  Optional<PublishedIssue> newest(SectionKey key) {
    return find(key).map(Facts::newest);
  }

  int count(SectionKey key) {
    return find(key).map(Facts::issues).orElse(0);
  }

  /** Puts a number of issues into words. */
  static String issues(int count) {
    return count == 1 ? "1 issue" : count + " issues";
  }

  /**
   * Puts the usual gap between dates into words.
   *
   * @param dates newest first
   * @return empty with fewer than three dates
   */
  static Optional<String> rhythm(List<Instant> dates) {
    return UsualGap.ofMoments(dates).map(SectionFacts::rhythm);
  }

  static String rhythm(Duration gap) {
    double days = gap.toHours() / HOURS_OF_DAY;
    if (days < 0.8) {
      return "several times a day";
    }
    if (days < 1.5) {
      return "daily";
    }
    if (days < 5.5) {
      return "every " + Math.round(days) + " days";
    }
    if (days < 27) {
      return every(Math.round(days / WEEK), "weekly", "weeks");
    }
    return days < 330
        ? every(Math.round(days / MONTH), "monthly", "months")
        : every(Math.round(days / YEAR), "yearly", "years");
  }

  private static String every(long count, String once, String units) {
    return count <= 1 ? once : "every " + count + " " + units;
  }
}
