/**
 * The HTML pages for people; the entry type is {@link org.offprint.page.PageRenderer}.
 */
@NullMarked
package org.offprint.page;

import org.jspecify.annotations.NullMarked;
