package org.offprint.search;

/** In which order hits come. */
public enum SearchOrder {
  /** Those that have most of what the query asks for first, the newest first among equals. */
  RELEVANCE,
  /** The newest first. */
  NEWEST
}
