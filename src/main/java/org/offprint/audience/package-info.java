/**
 * Estimates how many read each feed, keeping nobody's address; {@link org.offprint.audience.Audience} is
 * told of every answer.
 */
@NullMarked
package org.offprint.audience;

import org.jspecify.annotations.NullMarked;
