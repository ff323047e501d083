package org.offprint.feed;

/**
 * The estimated least number of readers of a feed.
 *
 * @param feed the path of its document, or a name for the feeds that are not counted one by one
 * @param throughServices the subscribers that services declare when they fetch for many
 * @param direct readers that fetched it themselves, on the fuller of today and yesterday
 */
public record FeedReaders(String feed, long throughServices, long direct) {}
