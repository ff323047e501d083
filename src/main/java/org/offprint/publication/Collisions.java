package org.offprint.publication;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

/** Issues that claim the same address or the same id. */
final class Collisions {
  private Collisions() {}

  /**
   * Returns the issues that can stand beside each other: of two with one slug the first that readers may see.
   *
   * @param read in the order of their paths
   * @param problems takes each collision
   */
  static List<PublishedIssue> removedFrom(
      List<PublishedIssue> read, EntryIds ids, List<Problem> problems, Instant now) {
    return withOwnIds(ids, firstOfEachSlug(read, problems, now), problems);
  }

  private static List<PublishedIssue> firstOfEachSlug(
      List<PublishedIssue> read, List<Problem> problems, Instant now) {
    Map<String, String> files = new HashMap<>(read.size() * 2);
    List<PublishedIssue> first = new ArrayList<>(read.size());
    Map<Boolean, List<PublishedIssue>> byHeldBack =
        read.stream().collect(Collectors.partitioningBy(candidate -> candidate.isHeldBack(now)));
    List<PublishedIssue> heldBackLast = new ArrayList<>(byHeldBack.getOrDefault(false, List.of()));
    heldBackLast.addAll(byHeldBack.getOrDefault(true, List.of()));
    for (PublishedIssue candidate : heldBackLast) {
      Issue issue = candidate.issue();
      String earlier = files.putIfAbsent(issue.slug(), issue.file());
      if (earlier == null) {
        first.add(candidate);
      } else {
        problems.add(new Problem(
            Problem.Kind.ERROR,
            issue.file(),
            0,
            "has the slug \"%s\", as has %s, which wins; add a line \"slug: …\" to one of them"
                .formatted(issue.slug(), earlier),
            candidate.isHeldBack(now) ? Instant.MAX : Instant.MIN));
      }
    }
    return first;
  }

  /** Readers would take two issues with one id for one: such an issue goes by the id of its slug. */
  private static List<PublishedIssue> withOwnIds(
      EntryIds ids, List<PublishedIssue> read, List<Problem> problems) {
    if (read.stream().allMatch(candidate -> candidate.issue().id().isEmpty())) {
      return read;
    }
    Map<URI, String> files = new HashMap<>();
    read.forEach(candidate ->
        files.put(ids.issue(candidate.issue().withoutId()), candidate.issue().file()));
    List<PublishedIssue> own = new ArrayList<>();
    for (PublishedIssue candidate : read) {
      Issue issue = candidate.issue();
      Optional<String> other = issue
          .id()
          .flatMap(id -> Optional.ofNullable(files.putIfAbsent(id, issue.file())))
          .filter(file -> !file.equals(issue.file()));
      other.ifPresent(file -> problems.add(new Problem(
          Problem.Kind.VALUE,
          issue.file(),
          0,
          "has the same id as %s; give it one of its own, or none".formatted(file))));
      own.add(other.isPresent() ? candidate.with(issue.withoutId()) : candidate);
    }
    return own;
  }
}
