package org.offprint.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offprint.publication.IssueSection;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.SectionKey;

/** How often each section appears. Immutable. */
final class SectionFacts {
  /**
   * One section.
   *
   * @param issues how many issues have it
   * @param newest the newest of them
   * @param dates of the newest few, newest first
   */
  record Facts(int issues, PublishedIssue newest, List<Instant> dates) {}

  private static final class Count {
    private final PublishedIssue newest;
    private final List<Instant> dates = new ArrayList<>();
    private int issues;

    Count(PublishedIssue newest) {
      this.newest = newest;
    }
  }

  private final Map<SectionKey, Count> counts = new HashMap<>();

  SectionFacts(Publication publication) {
    for (PublishedIssue published : publication.issues()) {
      for (IssueSection own : published.sections()) {
        Count count = counts.computeIfAbsent(own.section().key(), unseen -> new Count(published));
        count.issues++;
        if (count.dates.size() < Rhythm.MOST_DATES) {
          count.dates.add(published.published());
        }
      }
    }
  }

  Optional<Facts> find(SectionKey key) {
    return Optional.ofNullable(counts.get(key))
        .map(count -> new Facts(count.issues, count.newest, List.copyOf(count.dates)));
  }

  int issues(SectionKey key) {
    return Optional.ofNullable(counts.get(key)).map(count -> count.issues).orElse(0);
  }
}
