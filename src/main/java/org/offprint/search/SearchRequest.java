package org.offprint.search;

/**
 * The hits that are wanted.
 *
 * @param query that the hits match
 * @param order of the hits
 * @param entriesAlone leaves out hits that no feed of items has: issues that have items, and sponsored content,
 *     unless the query names a section
 * @param from the number of hits before the first that is wanted
 * @param most the greatest number of hits that is wanted
 */
public record SearchRequest(
    SearchQuery query, Order order, boolean entriesAlone, int from, int most) {
  /** The order of hits. */
  public enum Order {
    /** The hits that have most of the query first, the newest first among equals. */
    RELEVANCE,
    /** The newest first. */
    NEWEST
  }
}
