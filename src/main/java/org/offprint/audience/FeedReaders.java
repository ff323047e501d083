package org.offprint.audience;

/**
 * At least how many read a feed.
 *
 * @param feed the path of its document, or {@link Audience#OTHER}
 * @param throughServices the subscribers whom services declare that fetch for many
 * @param direct who fetched it themselves, on the fuller one of today and yesterday, about
 */
public record FeedReaders(String feed, long throughServices, long direct) {}
