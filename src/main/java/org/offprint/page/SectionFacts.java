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
import org.offprint.publication.Wording;

/** Counts the issues of each section, and puts usual gaps into words. Immutable. */
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

  /**
   * Puts the usual gap between dates into words.
   *
   * @param dates newest first
   * @return empty with fewer than three dates
   */
  static Optional<String> rhythm(List<Instant> dates, Wording words) {
    return UsualGap.ofMoments(dates).map(gap -> rhythm(gap, words));
  }

  static String rhythm(Duration gap, Wording words) {
    double days = gap.toHours() / HOURS_OF_DAY;
    if (days < 0.8) {
      return words.say("rhythm.oftenADay");
    }
    if (days < 1.5) {
      return words.say("rhythm.daily");
    }
    if (days < 5.5) {
      return words.say("rhythm.days", Math.round(days));
    }
    if (days < 27) {
      long weeks = Math.round(days / WEEK);
      return weeks <= 1 ? words.say("rhythm.weekly") : words.say("rhythm.weeks", weeks);
    }
    if (days < 330) {
      long months = Math.round(days / MONTH);
      return months <= 1 ? words.say("rhythm.monthly") : words.say("rhythm.months", months);
    }
    long years = Math.round(days / YEAR);
    return years <= 1 ? words.say("rhythm.yearly") : words.say("rhythm.years", years);
  }
}
