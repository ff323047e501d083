/**
 * The running server: {@link org.offprint.app.Application} builds all parts and connects them, and keeps the site up to date with the folder.
 */
@NullMarked
package org.offprint.app;

import org.jspecify.annotations.NullMarked;
