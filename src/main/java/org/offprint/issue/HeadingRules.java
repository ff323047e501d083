package org.offprint.issue;

/** The publisher's rules for the content under headings. Rules that differ have different texts, which tell readings apart. */
public interface HeadingRules {
  /** Returns the way in which the content under a heading is cut into items. */
  ItemRule itemsUnder(String heading);
}
