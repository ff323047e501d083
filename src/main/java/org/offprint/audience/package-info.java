/**
 * Estimates the number of readers of each feed without storing addresses; the entry type is {@link
 * org.offprint.audience.Audience}.
 */
@NullMarked
package org.offprint.audience;

import org.jspecify.annotations.NullMarked;
