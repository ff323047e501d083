package org.offprint.issue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The facts about a file that its folder tells.
 *
 * @param isOnlyText true if no other text lies beside it
 * @param listed the date that the publisher's list gives it
 * @param slug the name in its address, where its own one is that of another issue, too
 * @param pages the names of the pages of issues to which it links, by {@link LinkedIssue#target}; empty before they are known
 */
public record Surroundings(
    boolean isOnlyText,
    Optional<OffsetDateTime> listed,
    Optional<String> slug,
    Optional<SortedMap<String, String>> pages) {
  /** Those of a file alone. */
  public static final Surroundings NONE = new Surroundings(true, Optional.empty());

  /** The facts before other issues are known. */
  public Surroundings(boolean isOnlyText, Optional<OffsetDateTime> listed) {
    this(isOnlyText, listed, Optional.empty(), Optional.empty());
  }

  /** Returns a copy with this name in the address. */
  public Surroundings named(Optional<String> other) {
    return new Surroundings(isOnlyText, listed, other, pages);
  }

  /** Returns a copy with these pages to which the file links. */
  public Surroundings linkingTo(Optional<SortedMap<String, String>> others) {
    return new Surroundings(isOnlyText, listed, slug, others);
  }

  Optional<String> pageOf(String target) {
    return pages.flatMap(known -> Optional.ofNullable(known.get(target)));
  }

  /** Returns true if links lead where they would lead with these facts; before other issues are known, each does. */
  boolean agreesWith(List<LinkedIssue> links) {
    return pages.isEmpty()
        || links.stream()
            .allMatch(link -> pageOf(link.target()).or(link::guess).equals(link.slug()));
  }
}
