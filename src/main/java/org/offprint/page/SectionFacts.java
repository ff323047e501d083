package org.offprint.page;

import java.util.HashMap;
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
   */
  record Facts(int issues, PublishedIssue newest) {
    Facts oneMore() {
      return new Facts(issues + 1, newest);
    }
  }

  private final Map<SectionKey, Facts> sections = new HashMap<>();

  SectionFacts(Publication publication) {
    for (PublishedIssue published : publication.issues()) {
      for (IssueSection own : published.sections()) {
        sections.merge(
            own.section().key(), new Facts(1, published), (known, older) -> known.oneMore());
      }
    }
  }

  Optional<Facts> find(SectionKey key) {
    return Optional.ofNullable(sections.get(key));
  }

  int issues(SectionKey key) {
    return find(key).map(Facts::issues).orElse(0);
  }
}
