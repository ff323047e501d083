package org.offprint.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.publication.EntryIds;
import org.offprint.publication.IssueSection;
import org.offprint.publication.Permalinks;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/** Makes the entries of feeds: of an issue, of what it has of a section, of an item. */
final class Entries {
  private static final int SUMMARY_LENGTH = 300;

  private final Permalinks permalinks;
  private final EntryIds ids;

  Entries(Publication publication) {
    this.permalinks = publication.permalinks();
    this.ids = publication.ids();
  }

  Entry ofIssue(PublishedIssue published) {
    Issue issue = published.issue();
    Html opening = issue.lead().text().isEmpty() ? issue.content() : issue.lead();
    return new Entry(
        ids.issue(issue),
        issue.title(),
        permalinks.issue(issue),
        Optional.empty(),
        published.published(),
        published.updated(),
        issue.description().orElseGet(() -> opening.excerpt(SUMMARY_LENGTH)),
        issue.content(),
        issue.authors(),
        Stream.concat(
                published.sections().stream().map(IssueSection::section).flatMap(this::categories),
                tags(issue))
            .toList(),
        issue.language(),
        issue.image());
  }

  Entry ofSection(PublishedIssue published, IssueSection own) {
    Issue issue = published.issue();
    String titles = own.items().stream().map(Item::title).collect(Collectors.joining(" · "));
    return new Entry(
        ids.selection(issue, own.section().key().value()),
        issue.title() + ": " + own.section().title(),
        permalinks.issue(issue, own.anchor()),
        Optional.empty(),
        published.published(),
        published.updated(),
        Html.cut(titles, SUMMARY_LENGTH),
        marked(own.section(), own.content()),
        issue.authors(),
        Stream.concat(categories(own.section()), tags(issue)).toList(),
        issue.language(),
        issue.image());
  }

  Entry ofItem(PlacedItem placed) {
    Issue issue = placed.issue().issue();
    Item item = placed.item();
    URI place = permalinks.issue(issue, item.anchor());
    String origin = issue.number().map(number -> "issue " + number).orElse(issue.title());
    return new Entry(
        ids.item(issue, placed.section(), item),
        item.title(),
        place,
        item.primaryLink(),
        placed.published(),
        placed.updated(),
        item.content().excerpt(SUMMARY_LENGTH),
        Html.join(List.of(
            marked(placed.section(), item.content()),
            Html.paragraphWithLink("from ", place, origin))),
        issue.authors(),
        Stream.concat(categories(placed.section()), tags(issue)).toList(),
        issue.language(),
        Optional.empty());
  }

  /** Readers see that it is paid for, whatever the author's heading says. */
  private static Html marked(Section section, Html content) {
    return section.isSponsored()
        ? Html.join(List.of(Html.paragraph("Sponsored"), content))
        : content;
  }

  private Stream<Category> categories(Section section) {
    Category own = new Category(
        section.key().value(), section.title(), Optional.of(permalinks.of("/sections/")));
    return section.isSponsored()
        ? Stream.of(own, new Category("sponsored", "Sponsored", Optional.empty()))
        : Stream.of(own);
  }

  private static Stream<Category> tags(Issue issue) {
    return issue.tags().stream().map(tag -> new Category(tag, tag, Optional.empty()));
  }
}
