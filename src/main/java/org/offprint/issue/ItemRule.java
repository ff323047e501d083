package org.offprint.issue;

/** The way in which the content under a section heading is cut into items. */
public enum ItemRule {
  /** By the layout of the content. */
  AUTO,
  /** Each sub-heading with what stands below it. */
  HEADINGS,
  /** Each entry of a list. */
  LIST,
  /** Each paragraph, with the quotations, code, lists and pictures after it. */
  PARAGRAPHS,
  /** No items at all. */
  NONE
}
