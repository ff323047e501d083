package org.offprint.page;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedChoice;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Html;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.UsualGap;
import org.offprint.publication.Wording;

/**
 * The list of all feeds, with the form that combines sections into another feed.
 *
 * @param lists the feeds to import as OPML, in each format
 * @param all the list of all feeds as OPML, in each format
 */
record DirectoryPage(
    PageLayout layout,
    List<GroupRows> groups,
    List<Html.TextLink> lists,
    List<Html.TextLink> all,
    Builder builder) {
  /** The path to which the form is sent. */
  static DirectoryPage of(PageContext context) {
    return new DirectoryPage(
        PageLayout.of(context, title(context), Addresses.DIRECTORY, PageLayout.Card.PLAIN),
        context.feeds().directory().stream()
            .map(group -> GroupRows.of(group, context))
            .toList(),
        lists(Addresses.DIRECTORY, context),
        lists(Addresses.ALL_FEEDS, context),
        Builder.of(FeedChoice.EVERYTHING, Optional.empty(), context));
  }

  private static List<Html.TextLink> lists(String list, PageContext context) {
    return Stream.of(FeedFormat.values())
        .map(format -> new Html.TextLink(
            format.label(), context.links().of(PageRenderer.opmlPath(list, format))))
        .toList();
  }

  /** Makes the page for a choice of sections that matches no feed. */
  DirectoryPage refusing(FeedChoice choice) {
    PageContext context = layout.context();
    return new DirectoryPage(
        PageLayout.of(context, title(context)),
        groups,
        lists,
        all,
        Builder.of(choice, Optional.of(Builder.complaint(choice, context.wording())), context));
  }

  private static String title(PageContext context) {
    return context
        .wording()
        .say("directory.window", context.publication().masthead().title());
  }

  /** A group of feeds under its title. */
  record GroupRows(String title, List<Row> feeds) {
    private static GroupRows of(FeedListing.FeedGroup group, PageContext context) {
      Map<FeedScope, List<FeedListing>> scopes = group.feeds().stream()
          .collect(
              Collectors.groupingBy(FeedListing::scope, LinkedHashMap::new, Collectors.toList()));
      return new GroupRows(
          group.title(),
          scopes.values().stream().map(lenses -> Row.of(lenses, context)).toList());
    }
  }

  /**
   * The feeds of one scope.
   *
   * @param held the sections of a view; may be empty
   * @param facts number and rhythm of the issues, in words; may be empty
   * @param updated date of its newest issue or change
   */
  record Row(
      FeedListing.BilingualTitle title,
      String page,
      FeedListing.BilingualTitle held,
      String facts,
      Optional<Updated> updated,
      List<LensFeeds> lenses) {
    private static Row of(List<FeedListing> lenses, PageContext context) {
      FeedListing first = lenses.get(0);
      FeedListing.BilingualTitle title = title(first.name(), context.wording());
      List<PublishedIssue> newest = context
          .feeds()
          .issues(first.scope())
          .limit(UsualGap.MOST_MOMENTS)
          .map(FeedAssembler.SelectedIssue::issue)
          .toList();
      return new Row(
          title,
          first.page().getRawPath(),
          context.feeds().held(first.scope()),
          facts(first.scope(), newest, context),
          newest.stream()
              .max(Comparator.comparing(PublishedIssue::updated))
              .map(last -> Updated.of(last, context)),
          lenses.stream().map(feed -> LensFeeds.of(feed, title.text(), context)).toList());
    }

    private static FeedListing.BilingualTitle title(
        FeedListing.BilingualTitle name, Wording words) {
      if (name.isEmpty()) {
        return new FeedListing.BilingualTitle(words.say("feed.whole"), "");
      }
      return name.own().isEmpty()
          ? new FeedListing.BilingualTitle("", capital(name.publishers()))
          : new FeedListing.BilingualTitle(capital(name.own()), name.publishers());
    }

    private static String capital(String name) {
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String facts(FeedScope scope, List<PublishedIssue> newest, PageContext context) {
      return Stream.of(
              count(scope, context),
              SectionFacts.rhythm(
                  newest.stream().map(PublishedIssue::published).toList(), context.wording()))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(" · "));
    }

    private static Optional<String> count(FeedScope scope, PageContext context) {
      Wording words = context.wording();
      if (scope instanceof FeedScope.Whole) {
        return Optional.of(words.count("issues", context.publication().issues().size()));
      }
      if (scope instanceof FeedScope.Faceted) {
        return Optional.of(words.count("issues.in", context.feeds().countIssues(scope)));
      }
      return scope instanceof FeedScope.Sections own
          ? own.keys().stream()
              .findFirst()
              .map(key -> words.count("issues.in", context.sections().get().count(key)))
          : Optional.empty();
    }
  }

  /** A day. */
  record Updated(String machineDate, String date) {
    private static Updated of(PublishedIssue published, PageContext context) {
      OffsetDateTime moment =
          published.updated().atOffset(published.issue().date().getOffset());
      return new Updated(PageLinks.machineDate(moment), context.links().date(moment));
    }
  }

  /**
   * The feeds of one lens, in each format.
   *
   * @param name of the feed with its lens
   */
  record LensFeeds(String title, String name, List<PageLinks.FeedLink> feeds) {
    private static LensFeeds of(FeedListing feed, String title, PageContext context) {
      Wording words = context.wording();
      boolean isByIssue = feed.lens() == Lens.ISSUES;
      return new LensFeeds(
          words.say(isByIssue ? "lens.issues" : "lens.items"),
          words.say(isByIssue ? "feed.byIssue" : "feed.byItem", title),
          context.links().feeds(feed.scope(), feed.lens()));
    }
  }

  /**
   * The form that combines sections into a feed.
   *
   * @param action the target of the form
   * @param base the beginning of feed URLs
   * @param root that beginning without scheme and host
   * @param uncombined the number of sections that cannot be combined with others
   * @param complaint the reason why the choice matches no feed
   */
  record Builder(
      String action,
      String base,
      String root,
      int most,
      List<Choice> sections,
      int uncombined,
      boolean leavesOut,
      List<Choice> lenses,
      List<Choice> formats,
      Optional<String> complaint) {
    private static Builder of(FeedChoice choice, Optional<String> complaint, PageContext context) {
      Publication publication = context.publication();
      List<Choice> sections = context.feeds().combinable().stream()
          .map(section -> new Choice(
              section.key().value(),
              section.title(),
              choice.sections().contains(section.key().value())))
          .toList();
      return new Builder(
          context.links().of(Addresses.BUILDER),
          publication.masthead().baseUri().toString(),
          context.links().of("/"),
          FeedScope.MOST_SECTIONS,
          sections,
          publication.sections().size() - sections.size(),
          choice.leavesOut(),
          Stream.of(Lens.values())
              .map(lens -> new Choice(
                  lens.suffix(),
                  context.wording().say(lens == Lens.ISSUES ? "builder.issues" : "builder.items"),
                  lens == choice.lens()))
              .toList(),
          Stream.of(FeedFormat.values())
              .map(format -> new Choice(format.suffix(), format.label(), format == choice.format()))
              .toList(),
          complaint);
    }

    private static String complaint(FeedChoice choice, Wording words) {
      return choice.isTooMuch()
          ? words.say("builder.tooMany", choice.sections().size(), FeedScope.MOST_SECTIONS)
          : words.say("builder.unknown");
    }
  }

  /** An option of the form. */
  record Choice(String value, String title, boolean isChosen) {}
}
