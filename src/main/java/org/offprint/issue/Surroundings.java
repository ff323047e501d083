package org.offprint.issue;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The facts about a file that its folder tells.
 *
 * @param isOnlyText true if no other text lies beside it
 * @param listed the date that the publisher's list gives it
 * @param slug the name in its address, where its own one is that of another issue, too
 */
public record Surroundings(
    boolean isOnlyText, Optional<OffsetDateTime> listed, Optional<String> slug) {
  /** Those of a file alone. */
  public static final Surroundings NONE = new Surroundings(true, Optional.empty());

  /** The facts before other names are known. */
  public Surroundings(boolean isOnlyText, Optional<OffsetDateTime> listed) {
    this(isOnlyText, listed, Optional.empty());
  }

  /** Returns a copy with this name in the address. */
  public Surroundings named(Optional<String> other) {
    return new Surroundings(isOnlyText, listed, other);
  }
}
