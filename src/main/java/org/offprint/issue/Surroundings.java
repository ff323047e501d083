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
 * @param own the page that the publisher makes of it, where it is no issue
 */
public record Surroundings(
    boolean isOnlyText,
    Optional<OffsetDateTime> listed,
    Optional<String> slug,
    Optional<SortedMap<String, String>> pages,
    Optional<OwnPage> own) {
  /** Those of a file alone. */
  public static final Surroundings NONE = new Surroundings(true, Optional.empty());

  /** The facts before other issues are known. */
  public Surroundings(boolean isOnlyText, Optional<OffsetDateTime> listed) {
    this(isOnlyText, listed, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns a copy with this name in the address. */
  public Surroundings named(Optional<String> other) {
    return new Surroundings(isOnlyText, listed, other, pages, own);
  }

  /** Returns a copy with these pages to which the file links. */
  public Surroundings linkingTo(Optional<SortedMap<String, String>> others) {
    return new Surroundings(isOnlyText, listed, slug, others, own);
  }

  /** Returns a copy for a file that is a page of the publisher's own. */
  public Surroundings as(Optional<OwnPage> page) {
    return new Surroundings(isOnlyText, listed, slug, pages, page);
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

  /**
   * A page of the publisher's own, such as an imprint.
   *
   * @param file the path of its file below the folder of issues
   * @param path that of its address, beginning with {@code /}
   * @param title if empty, the file says it
   */
  public record OwnPage(String file, String path, Optional<String> title) {}
}
