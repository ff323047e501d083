package org.offprint.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.feed.SelectedIssue;
import org.offprint.feed.Wording;
import org.offprint.publication.UsualGap;

/** Makes the pages of feeds: the items of twenty issues on each, the newest first. Immutable. */
record FeedPages(FeedAssembler feeds, PageFrames frames, PageLinks links) {
  private static final int ISSUES_OF_PAGE = 20;
  private static final String PAGE = "/page/";

  /** The path of one of the pages of a scope. */
  static String path(FeedScope scope, int number) {
    return number == 1 ? scope.page() : scope.page() + PAGE + number;
  }

  /** How many pages a scope has, at least one. */
  int count(FeedScope scope) {
    long issues = feeds.issues(scope).count();
    return (int) Math.max(1, (issues + ISSUES_OF_PAGE - 1) / ISSUES_OF_PAGE);
  }

  FeedPage page(FeedListing listing, int number) {
    FeedScope scope = listing.scope();
    List<SelectedIssue> issues = feeds.issues(scope).toList();
    int from = (number - 1) * ISSUES_OF_PAGE;
    int to = Math.min(issues.size(), from + ISSUES_OF_PAGE);
    int count = count(scope);
    Optional<String> newer =
        number > 1 ? Optional.of(links.of(path(scope, number - 1))) : Optional.empty();
    Optional<String> older =
        number < count ? Optional.of(links.of(path(scope, number + 1))) : Optional.empty();
    Wording held = feeds.held(scope);
    return new FeedPage(
        frames.ofFeed(
            listing.title() + (number == 1 ? "" : ", page " + number),
            path(scope, number),
            scope,
            Frame.Card.website(held.text()).between(newer, older)),
        listing.wording(),
        held,
        facts(issues),
        links.feeds(scope, Lens.ISSUES),
        links.feeds(scope, Lens.ITEMS),
        issues.subList(from, to).stream().map(this::group).toList(),
        number,
        count,
        newer,
        older);
  }

  private FeedPage.Group group(SelectedIssue selected) {
    return new FeedPage.Group(
        frames.line(selected.issue()),
        selected.parts().stream().flatMap(FeedPage.Line::of).toList());
  }

  private static String facts(List<SelectedIssue> issues) {
    return Stream.of(
            Optional.of("in " + HomePages.issues(issues.size())),
            Rhythm.of(issues.stream()
                .limit(UsualGap.MOST_MOMENTS)
                .map(selected -> selected.issue().published())
                .toList()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
