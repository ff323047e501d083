package org.offprint.site;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedChoice;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.format.OpmlRenderer;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Serves the pages for people, but for those of issues and of searches: home, sections and views, archive, directory,
 * status.
 *
 * @param publication the issues
 * @param feeds the feeds that they list
 * @param pages renders them
 * @param hooks has the facts about the server for the status page
 */
record Pages(Publication publication, FeedAssembler feeds, PageRenderer pages, SiteHooks hooks)
    implements Resource {
  private static final Pattern YEAR =
      Pattern.compile(Pattern.quote(Addresses.ARCHIVE) + "/(?<year>[1-9][0-9]{3})");
  static final Pattern LATER_PAGE =
      Pattern.compile("(?<scope>.+)" + Addresses.LATER_PAGE + "(?<number>[1-9][0-9]{0,5})");

  @Override
  public Stream<String> paths() {
    return Stream.of(
            ownPaths(),
            years(pages.years()),
            Stream.of(Addresses.ARCHIVE),
            feeds.scopes().flatMap(this::pagesOf),
            Stream.of(Addresses.DIRECTORY))
        .flatMap(part -> part);
  }

  /** Lists the paths of all pages for people, each content once, the home page first. */
  Stream<String> withIssues(Stream<String> issues) {
    // The archive itself shows the newest year.
    Stream<Integer> olderYears = pages.years().stream().skip(1);
    return Stream.of(
            feeds.listedScopes().map(FeedScope::page),
            Stream.of(Addresses.DIRECTORY),
            ownPaths(),
            issues,
            years(olderYears.toList()),
            Stream.of(Addresses.ARCHIVE))
        .flatMap(part -> part);
  }

  private Stream<String> ownPaths() {
    return publication.pages().stream().map(PublishedIssue::issue).map(Addresses::path);
  }

  private static Stream<String> years(List<Integer> years) {
    return years.stream().map(year -> Addresses.ARCHIVE + "/" + year);
  }

  /** Lists the pages of a feed, the oldest first. */
  private Stream<String> pagesOf(FeedScope scope) {
    int count = scope.equals(FeedScope.whole()) ? 1 : pages.pages(scope);
    return IntStream.iterate(count, number -> number >= 1, number -> number - 1)
        .mapToObj(number -> PageRenderer.path(scope, number));
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    return switch (path) {
      case Addresses.HOME -> Optional.of(this::home);
      case Addresses.DIRECTORY -> Optional.of(() -> Representation.ofPage(pages.directory()));
      case Addresses.STATUS ->
        hooks.isStatusPublic() ? Optional.of(this::status) : Optional.empty();
      case Addresses.ARCHIVE -> Optional.of(() -> Representation.ofPage(pages.archive()));
      default -> own(path).or(() -> year(path)).or(() -> pageOfFeed(path));
    };
  }

  private Representation home() {
    URI opml = publication.addresses().of(PageRenderer.opmlPath(FeedFormat.ATOM));
    return Representation.ofPage(
        pages.home(), List.of(Representation.link(opml, "outline", OpmlRenderer.MEDIA_TYPE)));
  }

  private Representation status() {
    return Representation.ofState(
        pages.status(hooks.readers().get(), hooks.lastRefresh().get()));
  }

  /** Renders the status page for the publisher alone. */
  Representation fullStatus() {
    return Representation.ofState(pages.fullStatus(
        hooks.readers().get(),
        hooks.lastRefresh().get(),
        new PageRenderer.Insight(
            hooks.now().get(),
            hooks.previews(),
            hooks.costliest().get(),
            hooks.hub().get())));
  }

  private Optional<Supplier<Representation>> own(String path) {
    return publication.findPage(path).map(page -> () -> Representation.ofPage(pages.text(page)));
  }

  private Optional<Supplier<Representation>> year(String path) {
    return Optional.of(YEAR.matcher(path))
        .filter(Matcher::matches)
        .map(parts -> Integer.parseInt(parts.group("year")))
        .filter(year -> pages.years().contains(year))
        .map(year -> () -> Representation.ofPage(pages.archive(year)));
  }

  private Optional<Supplier<Representation>> pageOfFeed(String path) {
    Matcher later = LATER_PAGE.matcher(path);
    int number = later.matches() ? Integer.parseInt(later.group("number")) : 1;
    return feeds
        .findScope(firstPage(path))
        .filter(scope -> !scope.equals(FeedScope.whole()))
        .filter(scope -> PageRenderer.path(scope, number).equals(path))
        .flatMap(scope -> feeds.findListing(scope, scope.ownLens()))
        .filter(listing -> number == 1 || number <= pages.pages(listing.scope()))
        .map(listing -> () -> Representation.ofPage(pages.feed(listing, number)));
  }

  /** Returns the path of the first page of a feed for any of its pages; other paths stay as they are. */
  static String firstPage(String path) {
    Matcher later = LATER_PAGE.matcher(path);
    return later.matches() ? later.group("scope") : path;
  }

  /** Renders the page of status 404 for a path. */
  Representation missing(String path) {
    return Representation.ofState(pages.notFound(path));
  }

  /** Renders the page that a person gets who opens the address of a feed. */
  Optional<Representation> notice(FeedAddress opened) {
    return feeds
        .findListing(opened.scope(), opened.lens())
        .map(listing -> Representation.ofPage(pages.notice(listing, opened)));
  }

  /**
   * Answers the form that combines sections: with the feed, or with the page that says why there is none.
   *
   * @param query the form as browsers send it; values that cannot be decoded are ignored
   */
  Answer built(String query) {
    Parameters given = Parameters.parse(query);
    FeedChoice choice = FeedChoice.of(
        given.first("mode"), given.all("section"), given.first("lens"), given.first("format"));
    return choice
        .address()
        .filter(feeds::has)
        .<Answer>map(address ->
            new Answer.SeeOther(publication.addresses().of(address.path()).toString()))
        .orElseGet(() -> new Answer.Refused(Representation.ofState(pages.directory(choice))));
  }
}
