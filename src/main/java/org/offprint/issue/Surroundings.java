package org.offprint.issue;

/**
 * The facts about a file that its folder tells.
 *
 * @param isOnlyText true if no other text lies beside it
 */
public record Surroundings(boolean isOnlyText) {
  /** Those of a file alone. */
  public static final Surroundings NONE = new Surroundings(true);
}
