/**
 * Holds feed documents against the rules of their specifications and of the readers: a {@link
 * org.offprint.rules.Rule} looks at one {@link org.offprint.rules.ParsedFeed}.
 */
@NullMarked
package org.offprint.rules;

import org.jspecify.annotations.NullMarked;
