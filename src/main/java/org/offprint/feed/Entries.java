package org.offprint.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.publication.Addresses;
import org.offprint.publication.EntryIds;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.Wording;

/** Makes the entries of feeds: of an issue, of the selected sections of an issue, of an item. */
final class Entries {
  private static final int SUMMARY_LENGTH = 300;

  private final Publication publication;
  private final Addresses addresses;
  private final EntryIds ids;
  private final Masthead masthead;
  private final Wording words;

  /**
   * An item with its issue and section, if the issue has sections. Its dates are those of the issue minus its position in seconds: distinct,
   * falling in reading order.
   */
  record PlacedItem(PublishedIssue issue, Optional<Section> section, Item item) {
    Instant published() {
      return issue.published().minusSeconds(item.position());
    }

    Instant updated() {
      return issue.updated().minusSeconds(item.position());
    }
  }

  Entries(Publication publication) {
    this.publication = publication;
    this.addresses = publication.addresses();
    this.ids = publication.ids();
    this.masthead = publication.masthead();
    this.words = masthead.wording();
  }

  Entry ofIssue(PublishedIssue published, Selection selection) {
    Entry full =
        selection.scope().hasWholeIssues() ? ofWhole(published) : ofSelected(published, selection);
    return isShort(selection.style()) ? full.withContent(Html.paragraph(full.summary())) : full;
  }

  private Entry ofWhole(PublishedIssue published) {
    Issue issue = published.issue();
    Html opening = issue.lead().text().isEmpty() ? issue.content() : issue.lead();
    List<Section> sections = sectionsOf(published.parts());
    return new Entry(
        ids.issue(issue),
        issue.title(),
        addresses.issue(issue),
        Optional.empty(),
        published.published(),
        published.updated(),
        issue.description().orElseGet(() -> opening.excerpt(SUMMARY_LENGTH)),
        published.content(masthead),
        authors(published),
        categories(sections, issue),
        issue.language(),
        Picture.of(publication, published, issue.content()),
        source(issue, sections));
  }

  private Entry ofSelected(PublishedIssue published, Selection selection) {
    Issue issue = published.issue();
    List<PublishedIssue.PlacedPart> parts = selection.parts(published);
    List<Section> sections = sectionsOf(parts);
    List<Html> pieces = new ArrayList<>();
    if (selection.hasLead()) {
      pieces.add(issue.lead());
    }
    // The title of the entry says the name of a single section.
    boolean isNamed = selection.scope() instanceof FeedScope.Sections && parts.size() == 1;
    parts.forEach(placed -> {
      Html piece = isNamed ? placed.distinctUnderName() : placed.distinct();
      pieces.add(placed.section().isSponsored() ? published.sponsored(piece, masthead) : piece);
    });
    Html content = withNotes(Html.join(pieces), issue);
    return new Entry(
        ids.selection(issue, selection.scope().name()),
        issue.title() + ": " + name(selection, sections),
        selection.hasLead()
            ? addresses.issue(issue)
            : addresses.issue(issue, parts.get(0).part().anchor()),
        Optional.empty(),
        published.published(),
        published.updated(),
        selection.hasLead() ? opening(issue, parts) : titles(parts),
        content,
        authors(published),
        categories(sections, issue),
        issue.language(),
        Picture.of(publication, published, content),
        source(issue, sections));
  }

  /** Returns the name of a selection: for sections that were named, those that the issue has. */
  private String name(Selection selection, List<Section> own) {
    return selection.scope() instanceof FeedScope.Sections
        ? publication.sections().stream()
            .filter(section -> own.stream().anyMatch(has -> has.key().equals(section.key())))
            .map(Section::title)
            .collect(Collectors.joining(", "))
        : selection.name().text();
  }

  private static String opening(Issue issue, List<PublishedIssue.PlacedPart> parts) {
    return issue.description().orElseGet(() -> {
      String lead = issue.lead().excerpt(SUMMARY_LENGTH);
      return lead.isEmpty() ? titles(parts) : lead;
    });
  }

  private static String titles(List<PublishedIssue.PlacedPart> parts) {
    String titles = parts.stream()
        .flatMap(placed -> placed.part().items().stream())
        .map(Item::title)
        .collect(Collectors.joining(" · "));
    return Html.cut(titles, SUMMARY_LENGTH);
  }

  private static boolean isShort(FeedRules.EntryStyle style) {
    return style.content() == FeedRules.Content.SUMMARY;
  }

  Entry ofItem(PlacedItem placed, FeedRules.EntryStyle style) {
    Issue issue = placed.issue().issue();
    Item item = placed.item();
    URI place = addresses.issue(issue, item.anchor());
    boolean leadsOut =
        style.itemLink() == FeedRules.ItemLink.EXTERNAL && item.primaryLink().isPresent();
    boolean isSponsored = placed.section().filter(Section::isSponsored).isPresent();
    String summary = item.content().excerpt(SUMMARY_LENGTH);
    Html whole = withNotes(
        isSponsored ? placed.issue().sponsored(item.content(), masthead) : item.content(), issue);
    Html content = isShort(style) ? Html.paragraph(summary) : whole;
    return new Entry(
        ids.item(issue, placed.section(), item),
        item.title(),
        leadsOut ? item.primaryLink().orElseThrow() : place,
        leadsOut ? Optional.empty() : item.primaryLink(),
        placed.published(),
        placed.updated(),
        summary,
        Html.join(List.of(content, origin(issue, place))),
        authors(placed.issue()),
        categoriesOf(placed),
        issue.language(),
        Picture.first(publication, placed.issue(), item.content()),
        source(issue, placed.section().stream().toList()));
  }

  /** Returns the line that says which issue an item is from. */
  private Html origin(Issue issue, URI place) {
    Optional<String> language = masthead.languageOfWordsIn(issue.language());
    return issue
        .number()
        .map(number -> Html.paragraphWithLink(
            words.say("item.fromNumber"),
            new Html.TextLink(words.say("item.number", number), place.toString()),
            language,
            true))
        .orElseGet(() -> Html.paragraphWithLink(
            words.say("item.fromTitle"),
            new Html.TextLink(issue.title(), place.toString()),
            language,
            false));
  }

  /** Returns the authors of an issue, where they are others than those of the feed. */
  private List<Author> authors(PublishedIssue published) {
    return published.issue().authors().isEmpty() ? List.of() : publication.authorsOf(published);
  }

  /** Adds the footnotes to which it refers. */
  private static Html withNotes(Html content, Issue issue) {
    Html notes = issue.footnotes().under(content);
    return notes.isEmpty() ? content : Html.join(List.of(content, notes));
  }

  private static List<Section> sectionsOf(List<PublishedIssue.PlacedPart> parts) {
    return parts.stream().map(PublishedIssue.PlacedPart::section).distinct().toList();
  }

  private static Entry.Source source(Issue issue, List<Section> sections) {
    return new Entry.Source(
        issue.slug(), issue.number(), sections.stream().map(Section::key).toList());
  }

  private List<Entry.Category> categoriesOf(PlacedItem placed) {
    Stream<Entry.Category> group = placed.item().group().stream()
        .map(name -> new Entry.Category(name, name, Optional.empty()));
    return Stream.concat(
            categories(placed.section().stream().toList(), placed.issue().issue()).stream(), group)
        .distinct()
        .toList();
  }

  private List<Entry.Category> categories(List<Section> sections, Issue issue) {
    URI scheme = addresses.of(Addresses.SECTIONS);
    Stream<Entry.Category> named = sections.stream()
        .map(section ->
            new Entry.Category(section.key().value(), section.title(), Optional.of(scheme)));
    Stream<Entry.Category> kinds = sections.stream().anyMatch(Section::isSponsored)
        ? Stream.of(new Entry.Category(
            "sponsored", words.say("sponsored"), Optional.of(ids.feed("/kinds"))))
        : Stream.empty();
    Stream<Entry.Category> tags =
        issue.tags().stream().map(tag -> new Entry.Category(tag, tag, Optional.empty()));
    return Stream.of(named, kinds, tags).flatMap(all -> all).toList();
  }
}
