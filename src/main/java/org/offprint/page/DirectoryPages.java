package org.offprint.page;

import java.time.Instant;
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
import org.offprint.feed.FeedGroup;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.feed.SelectedIssue;
import org.offprint.feed.Wording;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.SectionKey;
import org.offprint.publication.UsualGap;

/** Makes the list of all feeds, with the form that puts others together. Immutable. */
record DirectoryPages(
    Publication publication,
    FeedAssembler feeds,
    PageFrames frames,
    PageLinks links,
    SectionFacts facts) {
  private static final String BUILD = "build";

  /** The path to which the form is sent. */
  static final String BUILDER = FeedAssembler.DIRECTORY + "/" + BUILD;

  DirectoryPage page() {
    return page(
        frames.of(
            "Feeds: " + publication.masthead().title(), FeedAssembler.DIRECTORY, Frame.Card.PLAIN),
        FeedChoice.EVERYTHING,
        Optional.empty());
  }

  /** The same for somebody whose choice comes to no feed. */
  DirectoryPage page(FeedChoice choice) {
    return page(
        frames.of("Feeds: " + publication.masthead().title()),
        choice,
        Optional.of(complaint(choice)));
  }

  private DirectoryPage page(Frame frame, FeedChoice choice, Optional<String> complaint) {
    return new DirectoryPage(
        frame,
        feeds.directory().stream().map(this::group).toList(),
        Stream.of(FeedFormat.values())
            .map(format ->
                new PageLinks.Link(format.label(), links.of(PageRenderer.directoryPath(format))))
            .toList(),
        builder(choice, complaint));
  }

  private static String complaint(FeedChoice choice) {
    return choice.isTooMuch()
        ? "You ticked %d sections, and at most %d can be put together. Untick some, or leave out those that you do not want."
            .formatted(choice.sections().size(), FeedScope.MOST_SECTIONS)
        : "There is no such combination of sections. Tick them anew.";
  }

  private DirectoryPage.Group group(FeedGroup group) {
    Map<FeedScope, List<FeedListing>> scopes = group.feeds().stream()
        .collect(
            Collectors.groupingBy(FeedListing::scope, LinkedHashMap::new, Collectors.toList()));
    return new DirectoryPage.Group(
        group.title(), scopes.values().stream().map(this::row).toList());
  }

  private DirectoryPage.Row row(List<FeedListing> lenses) {
    FeedListing first = lenses.get(0);
    List<PublishedIssue> newest = newest(first.scope());
    return new DirectoryPage.Row(
        title(first.wording()),
        first.page().getRawPath(),
        feeds.held(first.scope()),
        facts(first, newest),
        newest.stream().max(Comparator.comparing(PublishedIssue::updated)).map(this::updated),
        lenses.stream()
            .map(feed -> new DirectoryPage.LensLine(
                feed.lens() == Lens.ISSUES ? "By issue" : "By item",
                links.feeds(feed.scope(), feed.lens())))
            .toList());
  }

  private DirectoryPage.Updated updated(PublishedIssue published) {
    OffsetDateTime moment =
        published.updated().atOffset(published.issue().date().getOffset());
    return new DirectoryPage.Updated(
        IssueLine.machineDate(moment), IssueLine.date(moment, frames.language()));
  }

  private static Wording title(Wording name) {
    if (name.isEmpty()) {
      return new Wording("Whole newsletter", "");
    }
    return name.own().isEmpty()
        ? new Wording("", capital(name.publishers()))
        : new Wording(capital(name.own()), name.publishers());
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private List<PublishedIssue> newest(FeedScope scope) {
    return feeds
        .issues(scope)
        .limit(UsualGap.MOST_MOMENTS)
        .map(SelectedIssue::issue)
        .toList();
  }

  private String facts(FeedListing feed, List<PublishedIssue> newest) {
    List<Instant> dates = newest.stream().map(PublishedIssue::published).toList();
    return Stream.of(count(feed.scope()), Rhythm.of(dates))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private Optional<String> count(FeedScope scope) {
    if (scope instanceof FeedScope.Whole) {
      return Optional.of(HomePages.issues(publication.issues().size()));
    }
    return scope instanceof FeedScope.Sections own
        ? own.keys().stream().findFirst().map(this::count)
        : Optional.empty();
  }

  private String count(SectionKey key) {
    return "in " + HomePages.issues(facts.issues(key));
  }

  private DirectoryPage.Builder builder(FeedChoice choice, Optional<String> complaint) {
    return new DirectoryPage.Builder(
        links.of(BUILDER),
        publication.masthead().baseUri().toString(),
        links.of("/"),
        FeedScope.MOST_SECTIONS,
        feeds.combinable().stream()
            .map(section -> new DirectoryPage.Choice(
                section.key().value(),
                section.title(),
                choice.sections().contains(section.key().value())))
            .toList(),
        publication.sections().size() - feeds.combinable().size(),
        choice.leavesOut(),
        Stream.of(Lens.values())
            .map(lens -> new DirectoryPage.Choice(
                lens.suffix(),
                lens == Lens.ISSUES ? "One entry per issue" : "One entry per item",
                lens == choice.lens()))
            .toList(),
        Stream.of(FeedFormat.values())
            .map(format -> new DirectoryPage.Choice(
                format.suffix(), format.label(), format == choice.format()))
            .toList(),
        complaint);
  }
}
