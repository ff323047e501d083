/**
 * Turns one Markdown file into an {@link org.offprint.issue.Issue}, or into {@link
 * org.offprint.issue.Problem}s that name file and line; the entry type is {@link
 * org.offprint.issue.IssueReader}.
 */
@NullMarked
package org.offprint.issue;

import org.jspecify.annotations.NullMarked;
