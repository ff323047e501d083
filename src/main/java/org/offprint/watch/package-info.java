/**
 * Reports that a folder changed and has been quiet for a moment; the entry type is
 * {@link org.offprint.watch.FolderWatcher}.
 */
@NullMarked
package org.offprint.watch;

import org.jspecify.annotations.NullMarked;
