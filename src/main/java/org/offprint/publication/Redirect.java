package org.offprint.publication;

/**
 * An old address, and the new one.
 *
 * @param from a path as {@link #plain} makes it
 * @param to a path that begins with {@code /}, or an absolute address; percent-encoded
 */
public record Redirect(IssuePattern from, IssuePattern to) {
  /** A path without the slashes at its end, which do not matter. */
  public static String plain(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
