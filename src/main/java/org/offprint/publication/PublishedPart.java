package org.offprint.publication;

import org.offprint.issue.Html;
import org.offprint.issue.Part;

/**
 * What stands under one heading of an issue, and the section that the heading means.
 *
 * @param section the section
 * @param part the part of the issue
 */
public record PublishedPart(Section section, Part part) {
  /** The part without what stands earlier in the issue; whoever reads it can tell what is paid for. */
  public Html distinct() {
    return section.isSponsored() ? part.distinct().sponsored() : part.distinct();
  }
}
