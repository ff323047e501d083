/**
 * Makes the documents of feeds independent of their format: scopes, lenses, addresses, entries, archives; the entry type
 * is {@link org.offprint.feed.FeedAssembler}.
 */
@NullMarked
package org.offprint.feed;

import org.jspecify.annotations.NullMarked;
