package org.offprint.issue;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The facts about a file that its folder tells.
 *
 * @param isOnlyText true if no other text lies beside it
 * @param listed the date that the publisher's list gives it
 */
public record Surroundings(boolean isOnlyText, Optional<OffsetDateTime> listed) {
  /** Those of a file alone. */
  public static final Surroundings NONE = new Surroundings(true, Optional.empty());
}
