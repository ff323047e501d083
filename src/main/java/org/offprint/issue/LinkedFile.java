package org.offprint.issue;

/**
 * A file beside the issues that an issue refers to. It need not exist.
 *
 * @param reference as the author wrote it
 * @param source its path below the folder of issues, with {@code /} between names; one that begins with {@code /} counts from the
 *     root of the site; one that begins with {@code ..} leads out of the folder, and an empty one can be no file of ours: neither is served
 * @param path that of its address below the base URL, decoded; beginning with {@code /}
 * @param isPicture true if it is shown, false if it is linked
 * @param isDead true if the issue was read without the reference, since readers do not get the file
 */
public record LinkedFile(
    String reference, String source, String path, boolean isPicture, boolean isDead) {
  /** Returns the file at a path from the root of the site. */
  public static LinkedFile atRoot(String path) {
    return new LinkedFile(path, path, path, true, false);
  }

  /** Returns true if it lies outside of all folders. */
  public boolean isOutside() {
    return source.startsWith("..");
  }

  /** Returns true unless its name alone tells that readers never get it. */
  public boolean mayBeServed() {
    return !source.isEmpty() && !isOutside();
  }
}
