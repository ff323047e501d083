package org.offprint.page;

/**
 * At least how many read a feed.
 *
 * @param feed the path of its document
 * @param throughServices the subscribers of services that fetch for many
 * @param direct who fetched it themselves on a day
 */
public record ReaderCount(String feed, long throughServices, long direct) {}
