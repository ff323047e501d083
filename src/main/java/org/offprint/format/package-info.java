/**
 * Writes a feed as Atom, RSS or JSON Feed; the entry type is {@link
 * org.offprint.format.FeedRenderer}.
 */
@NullMarked
package org.offprint.format;

import org.jspecify.annotations.NullMarked;
