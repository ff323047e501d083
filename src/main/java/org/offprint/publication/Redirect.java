package org.offprint.publication;

/**
 * Where something stood once, and where it stands now.
 *
 * @param from a path that begins with {@code /} and does not end in one, unless it is all
 * @param to a path that begins with {@code /}, or an absolute address
 */
public record Redirect(IssuePattern from, IssuePattern to) {}
