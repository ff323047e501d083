package org.offprint.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Html;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.Wording;

/**
 * The home page.
 *
 * @param about number and rhythm of the issues, in words
 * @param whole the feeds of the whole newsletter with an entry for each issue
 * @param items the feeds of the whole newsletter with an entry for each item
 * @param moreSections the number of sections that are not listed
 */
record HomePage(
    PageLayout layout,
    String description,
    String about,
    Optional<Latest> latest,
    List<PageLinks.FeedLink> whole,
    List<PageLinks.FeedLink> items,
    List<SectionLine> sections,
    int moreSections,
    List<ViewLine> views,
    List<PageLinks.IssueLink> recent) {
  private static final int MOST_RECENT = 10;
  private static final int MOST_SECTIONS = 12;
  private static final int MOST_ITEMS = 4;
  private static final int OPENING_LENGTH = 420;

  static HomePage of(PageContext context) {
    Publication publication = context.publication();
    PageLinks links = context.links();
    List<Section> listed = context.feeds().listedSections();
    List<Section> sections = listed.stream()
        .sorted(Comparator.comparing(Section::isSponsored)
            .thenComparing(
                own -> context.sections().get().count(own.key()), Comparator.reverseOrder()))
        .limit(MOST_SECTIONS)
        .toList();
    return new HomePage(
        PageLayout.of(
            context,
            publication.masthead().title(),
            "/",
            PageLayout.Card.PLAIN.with(JsonLd.ofHome(publication.masthead()))),
        publication.masthead().description(),
        about(publication, context.wording()),
        publication.issues().stream().findFirst().map(newest -> Latest.of(newest, links)),
        links.feeds(FeedScope.whole(), Lens.ISSUES),
        links.feeds(FeedScope.whole(), Lens.ITEMS),
        sections.stream().map(section -> SectionLine.of(section, context)).toList(),
        listed.size() - sections.size(),
        context.feeds().views().stream().map(view -> ViewLine.of(view, context)).toList(),
        publication.issues().stream()
            .skip(1)
            .limit(MOST_RECENT)
            .map(links::line)
            .toList());
  }

  private static String about(Publication publication, Wording words) {
    int count = publication.issues().size();
    if (count == 0) {
      return "";
    }
    int since = publication.issues().get(count - 1).issue().date().getYear();
    return Stream.of(
            Optional.of(words.count("issues.since", count, since)),
            publication.rhythm().map(gap -> SectionFacts.rhythm(gap, words)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /**
   * The newest issue.
   *
   * @param opening its first lines
   */
  record Latest(PageLinks.IssueLink issue, String opening, List<IssuePage.OutlineLine> outline) {
    private static Latest of(PublishedIssue published, PageLinks links) {
      Html opening = published.issue().lead().text().isEmpty()
          ? published.issue().content()
          : published.issue().lead();
      return new Latest(
          links.line(published),
          published.issue().description().orElseGet(() -> opening.excerpt(OPENING_LENGTH)),
          IssuePage.OutlineLine.of(published, links.issue(published), MOST_ITEMS));
    }
  }

  /** A section with its feeds, the number of issues that have it, and its newest item. */
  record SectionLine(
      String title,
      String target,
      String issues,
      boolean isSponsored,
      Optional<NewestItem> newest,
      List<PageLinks.FeedLink> feeds) {
    private static SectionLine of(Section section, PageContext context) {
      SectionFacts facts = context.sections().get();
      return new SectionLine(
          section.title(),
          context.links().section(section.key()),
          context.wording().count("issues", facts.count(section.key())),
          section.isSponsored(),
          facts
              .newest(section.key())
              .flatMap(issue -> NewestItem.find(section, issue, context.links())),
          context.links().feeds(FeedScope.of(section.key()), Lens.ISSUES));
    }
  }

  /** An item, with its language where that differs from the page's own. */
  record NewestItem(String text, String target, Optional<String> language) {
    private static Optional<NewestItem> find(
        Section section, PublishedIssue issue, PageLinks links) {
      return issue.sections().stream()
          .filter(has -> has.section().key().equals(section.key()))
          .flatMap(has -> has.items().stream())
          .findFirst()
          .map(item -> new NewestItem(
              item.title(),
              links.issue(issue) + "#" + item.anchor(),
              links.differing(issue.issue().language())));
    }
  }

  /** A feed that the publisher's settings define. */
  record ViewLine(
      String title,
      String target,
      FeedListing.BilingualTitle held,
      List<PageLinks.FeedLink> feeds) {
    private static ViewLine of(FeedRules.FeedView view, PageContext context) {
      return new ViewLine(
          view.title(),
          context.links().of(view.scope().page()),
          context.feeds().held(view.scope()),
          context.links().feeds(view.scope(), view.lens()));
    }
  }
}
