package org.offprint.page;

import java.net.URI;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Html;
import org.offprint.issue.Item;
import org.offprint.publication.IssueSection;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.PublishedPart;

/** Makes the pages of issues. Thread-safe. */
record IssuePages(
    Publication publication, PageFrames frames, PageLinks links, Lazy<EarlierIssues> earlier) {
  private static final int WORDS_PER_MINUTE = 220;
  private static final int MOST_EARLIER = 5;
  private static final int EXCERPT_LENGTH = 200;

  IssuePage page(PublishedIssue published) {
    Optional<IssueLine> newer = publication.newerThan(published).map(frames::line);
    Optional<IssueLine> older = publication.olderThan(published).map(frames::line);
    return new IssuePage(
        frames.of(
            published.issue().title(),
            "/issues/" + published.issue().slug(),
            card(published).between(older.map(IssueLine::target), newer.map(IssueLine::target))),
        frames.line(published),
        content(published),
        published.issue().authors().isEmpty()
            ? publication.masthead().authors()
            : published.issue().authors(),
        readingTime(published),
        links.issue(published) + ".md",
        OutlineLine.of(published, "", Integer.MAX_VALUE - 1),
        published.sections().stream().map(this::feeds).toList(),
        newer,
        older);
  }

  private Frame.Card card(PublishedIssue published) {
    return new Frame.Card(
        "article",
        published
            .issue()
            .description()
            .orElseGet(() -> published.issue().content().excerpt(EXCERPT_LENGTH)),
        published.issue().image().map(URI::toString),
        Optional.of(IssueLine.machineDate(published.issue().date())),
        Optional.empty(),
        Optional.empty(),
        Optional.of(JsonLd.ofIssue(
            publication.masthead(),
            published,
            publication.permalinks().issue(published.issue()).toString())));
  }

  private IssuePage.SectionFeeds feeds(IssueSection own) {
    return new IssuePage.SectionFeeds(
        own.section().title(),
        links.section(own.section().key()),
        links.feeds(FeedScope.of(own.section().key()), Lens.ISSUES));
  }

  private static String readingTime(PublishedIssue published) {
    int minutes = (published.issue().content().words() + WORDS_PER_MINUTE / 2) / WORDS_PER_MINUTE;
    return Math.max(1, minutes) + " min read";
  }

  /** The whole issue, with a link to the place of each section and item. */
  private Html content(PublishedIssue published) {
    Iterator<PublishedPart> parts = published.parts().iterator();
    return published
        .issue()
        .content()
        .replacing(
            published.parts().stream().map(placed -> placed.part().content()).toList(),
            piece -> part(published, parts.next()))
        .forPage();
  }

  private Html part(PublishedIssue published, PublishedPart placed) {
    Iterator<Item> items = placed.part().items().iterator();
    Optional<String> own =
        Frame.ownLanguage(published.issue().language().orElse(frames.language()));
    Html marked = placed
        .part()
        .content()
        .replacing(placed.part().items().stream().map(Item::content).toList(), piece -> {
          Item item = items.next();
          List<PublishedIssue> others =
              placed.section().isSponsored() ? List.of() : earlier.get().before(published, item);
          return piece.annotated(mark(item.anchor(), item.title(), own), also(others, own));
        })
        .annotated(mark(placed.part().anchor(), placed.part().heading(), own), Html.EMPTY);
    return placed.section().isSponsored() ? marked.sponsored(own) : marked;
  }

  private static Html mark(String anchor, String of, Optional<String> language) {
    return Html.mark("permalink", "#" + anchor, "Link to: " + of, language);
  }

  private Html also(List<PublishedIssue> others, Optional<String> language) {
    return others.isEmpty()
        ? Html.EMPTY
        : Html.note(
            "also",
            "Also in ",
            others.stream()
                .limit(MOST_EARLIER)
                .sorted(Comparator.comparing(PublishedIssue::published))
                .map(other -> new Html.Link(
                    other.issue().number().orElse(other.issue().title()), links.issue(other)))
                .toList(),
            language);
  }
}
