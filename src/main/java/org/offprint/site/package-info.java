/**
 * Maps a path to a {@link org.offprint.site.Representation}; the only package with a render cache. The entry type is
 * {@link org.offprint.site.Site}.
 */
@NullMarked
package org.offprint.site;

import org.jspecify.annotations.NullMarked;
