package org.offprint.issue;

/** The publisher's rules for the content under headings. Rules that differ have different texts, which tell readings apart. */
public interface HeadingRules {
  /** Returns the way in which the content under a heading is cut into items. */
  ItemRule itemsUnder(String heading);

  /** Returns true if the publisher names a section for a heading, so that it is no title. */
  default boolean names(String heading) {
    return false;
  }
}
