package org.offprint.issue;

import java.time.OffsetDateTime;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The facts about a file that its folder tells.
 *
 * @param isOnlyText true if no other text lies beside it
 * @param listed the date that the publisher's list gives it
 * @param slug the name in its address, where its own one is that of another issue, too
 * @param targets the ends of its references; empty before they are known
 * @param own the page that the publisher makes of it, where it is no issue
 */
public record Surroundings(
    boolean isOnlyText,
    Optional<OffsetDateTime> listed,
    Optional<String> slug,
    Optional<Targets> targets,
    Optional<OwnPage> own) {
  /** Those of a file alone. */
  public static final Surroundings NONE = new Surroundings(true, Optional.empty());

  /** The facts before other issues are known. */
  public Surroundings(boolean isOnlyText, Optional<OffsetDateTime> listed) {
    this(isOnlyText, listed, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns a copy with the name and the ends of references with which an issue of the file was read. */
  public Surroundings of(Issue issue) {
    SortedMap<String, String> pages = new TreeMap<>();
    issue.links().forEach(link -> link.slug().ifPresent(page -> pages.put(link.target(), page)));
    return named(Optional.of(issue.slug()))
        .linkingTo(Optional.of(new Targets(pages, issue.dead())));
  }

  /** Returns a copy with this name in the address. */
  public Surroundings named(Optional<String> other) {
    return new Surroundings(isOnlyText, listed, other, targets, own);
  }

  /** Returns a copy with these ends of the references of the file. */
  public Surroundings linkingTo(Optional<Targets> others) {
    return new Surroundings(isOnlyText, listed, slug, others, own);
  }

  /** Returns a copy for a file that is a page of the publisher's own. */
  public Surroundings as(Optional<OwnPage> page) {
    return new Surroundings(isOnlyText, listed, slug, targets, page);
  }

  Optional<String> pageOf(String target) {
    return targets.flatMap(known -> Optional.ofNullable(known.pages().get(target)));
  }

  boolean isDead(String reference) {
    return targets.filter(known -> known.dead().contains(reference)).isPresent();
  }

  /** Returns true if references lead where they would lead with these facts; before other issues are known, each does. */
  boolean agreesWith(Issue issue) {
    return targets.isEmpty()
        || (issue.links().stream()
                .allMatch(link -> pageOf(link.target()).or(link::guess).equals(link.slug()))
            && targets.get().dead().equals(issue.dead()));
  }

  /**
   * The ends of the references of a file.
   *
   * @param pages the names of the pages of issues to which it links, by {@link LinkedIssue#target}
   * @param dead the references that lead nowhere: of files {@link LinkedFile#path}, of issues {@link LinkedIssue#reference}
   */
  public record Targets(SortedMap<String, String> pages, NavigableSet<String> dead) {
    /** Ends of which none is known to lead nowhere. */
    public static Targets of(SortedMap<String, String> pages) {
      return new Targets(pages, new TreeSet<>());
    }
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
