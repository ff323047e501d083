/**
 * Estimates the number of readers of each feed, and adds up what feeds cost, without storing addresses; the entry types
 * are {@link org.offprint.audience.Audience} and {@link org.offprint.audience.FeedTraffic}.
 */
@NullMarked
package org.offprint.audience;

import org.jspecify.annotations.NullMarked;
