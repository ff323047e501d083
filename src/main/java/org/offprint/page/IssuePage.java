package org.offprint.page;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.feed.Picture;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.issue.Item;
import org.offprint.publication.Addresses;
import org.offprint.publication.Facet;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Wording;

/**
 * The page of an issue.
 *
 * @param content the whole issue, with a permalink at each section and item
 * @param readingTime in words
 * @param sections its sections, with the feeds of each
 * @param entries those that it will have in feeds, in a preview; else empty
 * @param facets its tags, authors and language, where there are feeds of them in listings
 */
record IssuePage(
    PageLayout layout,
    PageLinks.IssueLink issue,
    Html content,
    List<Author> authors,
    String readingTime,
    List<OutlineLine> outline,
    List<SectionFeeds> sections,
    List<FacetLink> facets,
    List<Entry> entries,
    Optional<PageLinks.IssueLink> newer,
    Optional<PageLinks.IssueLink> older) {
  private static final int WORDS_PER_MINUTE = 220;
  private static final int EXCERPT_LENGTH = 200;

  static IssuePage of(PublishedIssue published, PageContext context) {
    Publication publication = context.publication();
    PageLinks links = context.links();
    Optional<PageLinks.IssueLink> newer = publication.newerThan(published).map(links::line);
    Optional<PageLinks.IssueLink> older = publication.olderThan(published).map(links::line);
    return new IssuePage(
        PageLayout.of(
            context,
            published.issue().title(),
            Addresses.path(published.issue()),
            card(published, publication)
                .between(
                    older.map(PageLinks.IssueLink::target),
                    newer.map(PageLinks.IssueLink::target))),
        links.line(published),
        new Content(published, context).html(),
        publication.authorsOf(published),
        readingTime(published, context.wording()),
        OutlineLine.of(published, "", Integer.MAX_VALUE - 1),
        published.sections().stream().map(own -> SectionFeeds.of(own, links)).toList(),
        facets(published, context),
        List.of(),
        newer,
        older);
  }

  /** Makes the page of an issue that is not published yet, with its entries. */
  static IssuePage preview(PublishedIssue heldBack, PageContext context) {
    IssuePage page = of(heldBack, context);
    List<Entry> entries = Stream.of(Lens.values())
        .flatMap(lens -> context.feeds().entriesOf(heldBack, lens).stream())
        .toList();
    return new IssuePage(
        PageLayout.of(context, page.layout.title()),
        page.issue,
        page.content,
        page.authors,
        page.readingTime,
        page.outline,
        page.sections,
        page.facets,
        entries,
        page.newer,
        page.older);
  }

  private static PageLayout.Card card(PublishedIssue published, Publication publication) {
    return new PageLayout.Card(
        "article",
        published
            .issue()
            .description()
            .orElseGet(() -> published.issue().content().excerpt(EXCERPT_LENGTH)),
        Picture.of(publication, published, published.issue().content()),
        Optional.of(PageLinks.machineDate(published.issue().date())),
        Optional.empty(),
        Optional.empty(),
        Optional.of(JsonLd.ofIssue(publication, published)));
  }

  private static List<FacetLink> facets(PublishedIssue published, PageContext context) {
    return Stream.of(Facet.values())
        .flatMap(facet -> context.publication().facets().of(published, facet).stream())
        .filter(context.listed().get()::contains)
        .map(value -> new FacetLink(
            value.title(),
            context.links().of(FeedScope.of(value.facet(), value.key()).page()),
            value.facet() == Facet.LANGUAGE ? value.name() : context.links().language()))
        .toList();
  }

  private static String readingTime(PublishedIssue published, Wording words) {
    int minutes = (published.issue().content().words() + WORDS_PER_MINUTE / 2) / WORDS_PER_MINUTE;
    return words.say("issue.minutes", Math.max(1, minutes));
  }

  /** A link to the page of a tag, an author or a language, which is named in that language. */
  record FacetLink(String title, String target, String language) {}

  /** A section of the issue and its feeds. */
  record SectionFeeds(String title, String target, List<PageLinks.FeedLink> feeds) {
    private static SectionFeeds of(PublishedIssue.IssueSection own, PageLinks links) {
      return new SectionFeeds(
          own.section().title(),
          links.section(own.section().key()),
          links.feeds(FeedScope.of(own.section().key()), Lens.ISSUES));
    }
  }

  /**
   * A heading of an issue and the items under it.
   *
   * @param page the target of the issue; empty on the issue's own page
   * @param more the number of items that are not listed
   */
  record OutlineLine(
      String heading, String anchor, boolean isSponsored, String page, List<Item> items, int more) {
    static List<OutlineLine> of(PublishedIssue published, String page, int mostItems) {
      return published.parts().stream()
          .map(placed -> {
            List<Item> items = placed.part().items();
            // A line "1 more" needs as much room as the item.
            int shown = items.size() <= mostItems + 1 ? items.size() : mostItems;
            return new OutlineLine(
                Optional.of(placed.part().heading())
                    .filter(heading -> !heading.isBlank())
                    .orElse(placed.section().title()),
                placed.part().anchor(),
                placed.section().isSponsored(),
                page,
                items.subList(0, shown),
                items.size() - shown);
          })
          .toList();
    }
  }

  /** Adds addresses to the text of an issue, and the earlier issues that have the same links. */
  private record Content(PublishedIssue published, PageContext context) {
    private static final int MOST_EARLIER = 5;

    Html html() {
      Iterator<PublishedIssue.PlacedPart> parts = published.parts().iterator();
      return published
          .issue()
          .content()
          .replacing(
              published.parts().stream().map(placed -> placed.part().content()).toList(),
              piece -> part(parts.next()))
          .forPage(address ->
              context.publication().addresses().pathOf(address).flatMap(published::sizeOf));
    }

    private Optional<String> ownLanguage() {
      return context
          .links()
          .own(published.issue().language().orElse(context.links().language()));
    }

    private Html part(PublishedIssue.PlacedPart placed) {
      Iterator<Item> items = placed.part().items().iterator();
      Html marked = placed
          .part()
          .content()
          .replacing(placed.part().items().stream().map(Item::content).toList(), piece -> {
            Item item = items.next();
            List<PublishedIssue> others = placed.section().isSponsored()
                ? List.of()
                : context.earlier().get().before(published, item);
            return piece.annotated(permalink(item.anchor(), item.title()), also(others));
          })
          .annotated(permalink(placed.part().anchor(), placed.part().heading()), Html.EMPTY);
      return placed.section().isSponsored()
          ? marked.sponsored(context.wording().say("sponsored"), ownLanguage())
          : marked;
    }

    private Html permalink(String anchor, String of) {
      return Html.mark(
          "permalink", "#" + anchor, context.wording().say("issue.linkTo", of), ownLanguage());
    }

    private Html also(List<PublishedIssue> others) {
      return others.isEmpty()
          ? Html.EMPTY
          : Html.note(
              "also",
              context.wording().say("issue.also") + " ",
              others.stream()
                  .limit(MOST_EARLIER)
                  .sorted(Comparator.comparing(PublishedIssue::published))
                  .map(other -> new Html.TextLink(
                      other.issue().number().orElse(other.issue().title()),
                      context.links().issue(other)))
                  .toList(),
              ownLanguage());
    }
  }
}
