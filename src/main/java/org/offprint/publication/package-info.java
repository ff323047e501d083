/**
 * The newsletter as readers may see it at one moment: snapshot, masthead, section vocabulary,
 * addresses and ids; the entry type is {@link org.offprint.publication.Publication}.
 */
@NullMarked
package org.offprint.publication;

import org.jspecify.annotations.NullMarked;
