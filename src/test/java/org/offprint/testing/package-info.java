/** Helpers of tests in several packages. */
@NullMarked
package org.offprint.testing;

import org.jspecify.annotations.NullMarked;
