package org.offprint.search;

/**
 * Which hits are wanted.
 *
 * @param query what is searched for
 * @param order in which order
 * @param entriesAlone whether only what a feed of items has is wanted: items, and issues that have none; what is paid
 *     for only if the query names a section
 * @param from how many hits come before the first that is wanted
 * @param most how many are wanted
 */
public record SearchRequest(
    SearchQuery query, SearchOrder order, boolean entriesAlone, int from, int most) {}
