/** Counts what the server does, as Prometheus reads it; {@link org.offprint.metrics.Metrics} is the entry. */
@NullMarked
package org.offprint.metrics;

import org.jspecify.annotations.NullMarked;
