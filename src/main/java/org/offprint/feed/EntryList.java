package org.offprint.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.publication.PublishedIssue;

/**
 * All entries of a feed, the newest issue first. Entries are counted from the issues, and made on demand: a feed of
 * thousands of issues shows twenty.
 */
final class EntryList {
  private final List<PublishedIssue> issues;
  private final Function<PublishedIssue, List<Supplier<Entry>>> entries;
  private final List<Archive.IssueSize> sizes;
  /** The number of entries up to and with each issue. */
  private final int[] upTo;

  /**
   * Counts the entries.
   *
   * @param size the number of entries of an issue, and their size
   * @param entries the entries of an issue, as many as were counted
   */
  EntryList(
      List<PublishedIssue> issues,
      Function<PublishedIssue, Archive.IssueSize> size,
      Function<PublishedIssue, List<Supplier<Entry>>> entries) {
    this.issues = issues;
    this.sizes = issues.stream().map(size).toList();
    this.entries = entries;
    this.upTo = new int[issues.size()];
    int sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += sizes.get(i).entries();
      upTo[i] = sum;
    }
  }

  /** Divides the entries into archive documents. */
  Archive archive(Lens lens) {
    List<Archive.IssueSize> oldestFirst = new ArrayList<>(sizes);
    Collections.reverse(oldestFirst);
    return Archive.of(oldestFirst, lens);
  }

  int size() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /** Returns the entries, the newest first; those that are not read are not made. */
  Stream<Supplier<Entry>> newest() {
    return issues.stream().flatMap(issue -> entries.apply(issue).stream());
  }

  /** Returns the entries between two indexes, counted from the newest. */
  List<Entry> between(int from, int to) {
    List<Entry> made = new ArrayList<>();
    int at = Arrays.binarySearch(upTo, from + 1);
    int issue = at < 0 ? -at - 1 : firstOf(at);
    while (made.size() < to - from) {
      List<Supplier<Entry>> own = entries.apply(issues.get(issue));
      int start = upTo[issue] - own.size();
      for (int i = Math.max(0, from - start); i < own.size() && start + i < to; i++) {
        made.add(own.get(i).get());
      }
      issue++;
    }
    return made;
  }

  /** Returns the first issue with a sum: issues without entries have the same sum as the one before them. */
  private int firstOf(int at) {
    int first = at;
    while (first > 0 && upTo[first - 1] == upTo[at]) {
      first--;
    }
    return first;
  }
}
