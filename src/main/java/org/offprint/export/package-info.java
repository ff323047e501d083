/**
 * Writes the whole site as files, for static hosting; the entry type is {@link org.offprint.export.Export}.
 */
@NullMarked
package org.offprint.export;

import org.jspecify.annotations.NullMarked;
