package org.offprint.publication;

import org.offprint.issue.Html;
import org.offprint.issue.Issue;

/**
 * A part of an issue, and the section that its heading means.
 *
 * @param section the section
 * @param part the part of the issue
 */
public record PublishedPart(Section section, Issue.SectionText part) {
  /** Returns the part without the items that the issue already has further up, marked if it is sponsored. */
  public Html distinct() {
    return section.isSponsored() ? part.distinct().sponsored() : part.distinct();
  }
}
