/**
 * Settings, command line and the composition root; the entry type is {@link
 * org.offprint.app.Application}.
 */
@NullMarked
package org.offprint.app;

import org.jspecify.annotations.NullMarked;
