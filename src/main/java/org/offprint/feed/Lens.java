package org.offprint.feed;

/** What one entry of a feed is. */
public enum Lens {
  /** One entry per issue, with what the scope selects of it. */
  ISSUES,
  /** One entry per item. */
  ITEMS
}
