package org.offprint.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.offprint.issue.Item;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Finds links that several issues have. The keys of items are made from normalised primary links, so nothing is parsed
 * again. Sponsored items do not count: they are meant to be repeated. Immutable.
 */
final class EarlierIssues {
  /** The issues with a link, newest first, for those that have several. */
  private final Map<String, List<PublishedIssue>> issues = new HashMap<>();

  EarlierIssues(Publication publication) {
    Set<String> seen = new HashSet<>();
    publication.issues().stream()
        .flatMap(EarlierIssues::keys)
        .filter(key -> !seen.add(key))
        .forEach(key -> issues.put(key, new ArrayList<>()));
    for (PublishedIssue published : publication.issues()) {
      keys(published)
          .forEach(
              key -> Optional.ofNullable(issues.get(key)).ifPresent(with -> with.add(published)));
    }
  }

  private static Stream<String> keys(PublishedIssue published) {
    return published.sections().stream()
        .filter(own -> !own.section().isSponsored())
        .map(PublishedIssue.IssueSection::items)
        .flatMap(List::stream)
        .filter(item -> !item.addresses().isEmpty())
        .map(Item::key);
  }

  /** The issues before one that have the link of an item, newest first: later ones do not change its page. */
  List<PublishedIssue> before(PublishedIssue published, Item item) {
    if (item.addresses().isEmpty()) {
      return List.of();
    }
    return Optional.ofNullable(issues.get(item.key())).orElse(Collections.emptyList()).stream()
        .dropWhile(other -> !isSame(other, published))
        .skip(1)
        .toList();
  }

  private static boolean isSame(PublishedIssue one, PublishedIssue other) {
    return one.issue().slug().equals(other.issue().slug());
  }
}
