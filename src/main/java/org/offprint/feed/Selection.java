package org.offprint.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/**
 * The selected sections of a scope in one publication.
 *
 * @param scope of the selection
 * @param name its name in titles; empty for the whole
 * @param description one sentence; may be empty
 * @param window the limits of its subscription document
 * @param issues the selected issues
 * @param sections the selected sections of them
 * @param hasLead true if it has the text before the first section
 * @param takesSponsoredItems true if it has items of sponsored sections: they must be named
 * @param style the target and the length of its entries
 */
record Selection(
    FeedScope scope,
    FeedListing.BilingualTitle name,
    String description,
    FeedWindow window,
    Predicate<PublishedIssue> issues,
    Predicate<Section> sections,
    boolean hasLead,
    boolean takesSponsoredItems,
    FeedRules.EntryStyle style) {

  String title(Publication publication, Lens lens) {
    Masthead masthead = publication.masthead();
    String whole = name.text();
    String named = whole.isEmpty() ? masthead.title() : whole;
    if (lens != scope.ownLens()) {
      named = masthead.wording().say(lens == Lens.ISSUES ? "feed.ofIssues" : "feed.ofItems", named);
    }
    // The section first: readers with a narrow list of feeds show the beginning of a title.
    return whole.isEmpty()
        ? named
        : (name.own().isEmpty() ? named : capital(named)) + " · " + masthead.title();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns the selected parts of an issue, in its order, without repeats. */
  List<PublishedIssue.PlacedPart> parts(PublishedIssue issue) {
    return issue.parts().stream()
        .filter(placed -> !placed.part().isEmpty() && sections.test(placed.section()))
        .toList();
  }

  /** Returns true if an issue has selected content. */
  boolean holds(PublishedIssue issue) {
    if (!issues.test(issue)) {
      return false;
    }
    return scope.hasWholeIssues()
        || (hasLead && !issue.issue().lead().markup().isBlank())
        || issue.sections().stream().anyMatch(own -> sections.test(own.section()));
  }

  /**
   * Returns the entries of all issues, the newest issue first, items in reading order. If two issues are closer in time
   * than their items, this is not the order of dates, but no new issue gets between the items of others.
   */
  EntryList entries(Publication publication, Entries entries, Lens lens) {
    List<PublishedIssue> issues =
        publication.issues().stream().filter(this::holds).toList();
    return new EntryList(
        issues,
        lens == Lens.ISSUES ? this::sizeOfIssue : this::sizeOfItems,
        issue -> entriesOf(issue, entries, lens));
  }

  /** Returns the entries of one issue, in reading order. */
  List<Supplier<Entry>> entriesOf(PublishedIssue issue, Entries entries, Lens lens) {
    return lens == Lens.ISSUES
        ? List.of(() -> entries.ofIssue(issue, this))
        : items(issue, entries);
  }

  private Archive.IssueSize sizeOfIssue(PublishedIssue published) {
    Issue issue = published.issue();
    long bytes = issue.description().map(String::length).orElse(0);
    if (scope.hasWholeIssues()) {
      bytes += issue.content().length();
    } else {
      bytes += issue.footnotes().length();
      bytes += hasLead ? issue.lead().length() : 0;
      for (PublishedIssue.IssueSection own : published.sections()) {
        bytes += sections.test(own.section()) ? own.length() : 0;
      }
    }
    return new Archive.IssueSize(1, Entry.sizeOfHead(issue) + bytes);
  }

  private Archive.IssueSize sizeOfItems(PublishedIssue published) {
    Issue issue = published.issue();
    int count = hasLead ? issue.items().size() : 0;
    long bytes = count == 0 ? 0 : issue.lead().length();
    for (PublishedIssue.IssueSection own : published.sections()) {
      if (takesItemsOf(own.section())) {
        count += own.itemCount();
        bytes += own.length() + (long) own.itemCount() * own.section().title().length();
      }
    }
    return new Archive.IssueSize(
        count, Entry.sizeOfHead(issue) + issue.footnotes().length() + bytes / Math.max(1, count));
  }

  private List<Supplier<Entry>> items(PublishedIssue issue, Entries entries) {
    Stream<Entries.PlacedItem> ofWhole = hasLead
        ? issue.issue().items().stream()
            .map(item -> new Entries.PlacedItem(issue, Optional.empty(), item))
        : Stream.empty();
    Stream<Entries.PlacedItem> ofSections = issue.sections().stream()
        .filter(own -> takesItemsOf(own.section()))
        .flatMap(own -> own.items().stream()
            .map(item -> new Entries.PlacedItem(issue, Optional.of(own.section()), item)));
    return Stream.concat(ofWhole, ofSections)
        .sorted(Comparator.comparingInt(placed -> placed.item().position()))
        .<Supplier<Entry>>map(placed -> () -> entries.ofItem(placed, style))
        .toList();
  }

  private boolean takesItemsOf(Section section) {
    return sections.test(section) && (takesSponsoredItems || !section.isSponsored());
  }
}
