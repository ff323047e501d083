/**
 * The command line, one class for each command; the entry type is {@link org.offprint.cli.Main}.
 */
@NullMarked
package org.offprint.cli;

import org.jspecify.annotations.NullMarked;
