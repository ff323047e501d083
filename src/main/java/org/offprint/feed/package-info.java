/**
 * What each feed says, in no format: scopes, lenses, addresses, entries, archive documents; the entry type is {@link
 * org.offprint.feed.FeedAssembler}.
 */
@NullMarked
package org.offprint.feed;

import org.jspecify.annotations.NullMarked;
