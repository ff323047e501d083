package org.offprint.push;

/**
 * The newest version of a topic that was published.
 *
 * @param url the address of the feed; for webhooks, {@code issue:} and that of the issue
 * @param version 1 for the first, and one more for each that follows
 */
public record Topic(String url, long version, Content content) {}
