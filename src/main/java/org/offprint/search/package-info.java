/**
 * Finds items by their words, links, sections and dates, and follows each publication; the entry type is {@link
 * org.offprint.search.SearchIndex}.
 */
@NullMarked
package org.offprint.search;

import org.jspecify.annotations.NullMarked;
