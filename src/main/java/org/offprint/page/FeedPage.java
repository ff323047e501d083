package org.offprint.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.publication.Addresses;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.UsualGap;
import org.offprint.publication.Wording;

/**
 * A page of a feed: the items of twenty issues, the newest on page 1.
 *
 * @param facts number and rhythm of the issues, in words
 * @param number of the page, counted from 1
 * @param count the number of pages
 */
record FeedPage(
    PageLayout layout,
    FeedListing.BilingualTitle title,
    FeedListing.BilingualTitle held,
    String facts,
    List<PageLinks.FeedLink> feeds,
    List<PageLinks.FeedLink> itemFeeds,
    List<IssueItems> groups,
    int number,
    int count,
    Optional<String> newer,
    Optional<String> older) {
  private static final int ISSUES_OF_PAGE = 20;

  /** Returns the path of a page of a scope. */
  static String path(FeedScope scope, int number) {
    return number == 1 ? scope.page() : scope.page() + Addresses.LATER_PAGE + number;
  }

  /** Returns the number of pages of a scope, at least one. */
  static int count(FeedScope scope, FeedAssembler feeds) {
    long issues = feeds.countIssues(scope);
    return (int) Math.max(1, (issues + ISSUES_OF_PAGE - 1) / ISSUES_OF_PAGE);
  }

  static FeedPage of(FeedListing listing, int number, PageContext context) {
    FeedScope scope = listing.scope();
    PageLinks links = context.links();
    List<FeedAssembler.SelectedIssue> issues = context.feeds().issues(scope).toList();
    int from = (number - 1) * ISSUES_OF_PAGE;
    int to = Math.min(issues.size(), from + ISSUES_OF_PAGE);
    int count = count(scope, context.feeds());
    Optional<String> newer =
        number > 1 ? Optional.of(links.of(path(scope, number - 1))) : Optional.empty();
    Optional<String> older =
        number < count ? Optional.of(links.of(path(scope, number + 1))) : Optional.empty();
    FeedListing.BilingualTitle held = context.feeds().held(scope);
    return new FeedPage(
        PageLayout.of(
                context,
                number == 1
                    ? listing.title()
                    : context.wording().say("page.title", listing.title(), number),
                path(scope, number),
                PageLayout.Card.website(held.text()).between(newer, older))
            .about(scope),
        listing.name(),
        held,
        facts(issues, context.wording()),
        links.feeds(scope, Lens.ISSUES),
        links.feeds(scope, Lens.ITEMS),
        issues.subList(from, to).stream()
            .map(selected -> IssueItems.of(selected, links))
            .toList(),
        number,
        count,
        newer,
        older);
  }

  private static String facts(List<FeedAssembler.SelectedIssue> issues, Wording words) {
    return Stream.of(
            Optional.of(words.count("issues.in", issues.size())),
            SectionFacts.rhythm(
                issues.stream()
                    .limit(UsualGap.MOST_MOMENTS)
                    .map(selected -> selected.issue().published())
                    .toList(),
                words))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** The items of one issue. */
  record IssueItems(PageLinks.IssueLink issue, List<ItemLine> items) {
    private static IssueItems of(FeedAssembler.SelectedIssue selected, PageLinks links) {
      return new IssueItems(
          links.line(selected.issue()),
          selected.parts().stream().flatMap(ItemLine::of).toList());
    }
  }

  /**
   * An item in a list.
   *
   * @param group the sub-heading above it and other items
   */
  record ItemLine(String title, String anchor, boolean isSponsored, Optional<String> group) {
    private static Stream<ItemLine> of(PublishedIssue.PlacedPart placed) {
      return placed.part().items().stream()
          .map(item -> new ItemLine(
              item.title(), item.anchor(), placed.section().isSponsored(), item.group()));
    }
  }
}
