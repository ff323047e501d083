/** Counts the work of the server for Prometheus; the entry type is {@link org.offprint.metrics.Metrics}. */
@NullMarked
package org.offprint.metrics;

import org.jspecify.annotations.NullMarked;
