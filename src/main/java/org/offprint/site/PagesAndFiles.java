package org.offprint.site;

import java.net.URI;
import java.time.Instant;
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
import org.offprint.feed.Lens;
import org.offprint.format.OpenSearchRenderer;
import org.offprint.format.OpmlRenderer;
import org.offprint.page.Asset;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Publication;

/** What a site has beside its feeds: pages for people, Markdown, the lists of feeds. Immutable. */
final class PagesAndFiles {
  static final String ISSUES = "/issues/";
  static final String MARKDOWN = ".md";
  private static final String HTML = "text/html";
  private static final Pattern YEAR =
      Pattern.compile(Pattern.quote(PageRenderer.ARCHIVE) + "/(?<year>[1-9][0-9]{3})");
  static final Pattern LATER_PAGE = Pattern.compile("(?<scope>.+)/page/(?<number>[1-9][0-9]{0,5})");

  private final Publication publication;
  private final FeedAssembler feeds;
  private final PageRenderer pages;
  private final Surroundings surroundings;

  PagesAndFiles(Publication publication, FeedAssembler feeds, Surroundings surroundings) {
    this.publication = publication;
    this.feeds = feeds;
    this.pages = new PageRenderer(publication, feeds, surroundings.isServer());
    this.surroundings = surroundings;
  }

  /** The page that says that nothing stands at a path. */
  Representation missing(String path) {
    return page(Representation.Kind.STATE, pages.notFound(path));
  }

  /** What makes the representation that stands at a path. */
  Optional<Supplier<Representation>> find(String path) {
    return switch (path) {
      case "/" -> Optional.of(this::home);
      case FeedAssembler.DIRECTORY ->
        Optional.of(() -> page(Representation.Kind.PAGE, pages.directory()));
      case "/status" -> surroundings.isServer() ? Optional.of(this::status) : Optional.empty();
      case PageRenderer.ARCHIVE ->
        Optional.of(() -> page(Representation.Kind.PAGE, pages.archive()));
      case RobotsFile.PATH -> text(() -> RobotsFile.write(publication));
      case MarkdownFiles.GUIDE -> text(new MarkdownFiles(publication, feeds)::guide);
      case OpenSearchRenderer.PATH ->
        feeds.hasSearch() ? Optional.of(this::openSearch) : Optional.empty();
      default ->
        opml(path)
            .or(() -> issue(path))
            .or(() -> pageOfFeed(path))
            .or(() -> year(path))
            .or(() -> markdownOfFeed(path))
            .or(() -> sitemap(path))
            .or(() -> asset(path));
    };
  }

  /** The files that pages need, at the addresses that may be kept for ever. */
  Stream<String> assets() {
    return pages.assets().stream().map(Asset::path);
  }

  /** The pages of the archive. */
  Stream<String> archive() {
    return Stream.concat(
        pages.years().stream().map(year -> PageRenderer.ARCHIVE + "/" + year),
        Stream.of(PageRenderer.ARCHIVE));
  }

  /** The same without that of the newest year, which the archive shows itself. */
  Stream<String> archiveOnce() {
    return Stream.concat(
        pages.years().stream().skip(1).map(year -> PageRenderer.ARCHIVE + "/" + year),
        Stream.of(PageRenderer.ARCHIVE));
  }

  /** The pages of a feed, the oldest first. */
  Stream<String> pagesOf(FeedScope scope) {
    return IntStream.iterate(pages.pages(scope), number -> number >= 1, number -> number - 1)
        .mapToObj(number -> PageRenderer.path(scope, number));
  }

  /** The path of the first of the pages of a feed to which a path belongs; any other stays as it is. */
  static String firstPage(String path) {
    Matcher later = LATER_PAGE.matcher(path);
    return later.matches() ? later.group("scope") : path;
  }

  /** What a person sees who opens the address of a feed. */
  Optional<Representation> notice(FeedAddress asked) {
    return feeds
        .findListing(asked.scope(), asked.lens())
        .map(listing -> page(Representation.Kind.PAGE, pages.notice(listing, asked)));
  }

  /** The answer to a choice of sections: the feed that it comes to, or the page that says why it comes to none. */
  Answer built(FeedChoice choice) {
    return choice
        .address()
        .filter(feeds::has)
        .<Answer>map(address ->
            new Answer.SeeOther(publication.permalinks().of(address.path()).toString()))
        .orElseGet(
            () -> new Answer.Refused(page(Representation.Kind.STATE, pages.directory(choice))));
  }

  private Optional<Supplier<Representation>> year(String path) {
    return Optional.of(YEAR.matcher(path))
        .filter(Matcher::matches)
        .map(parts -> Integer.parseInt(parts.group("year")))
        .filter(pages.years()::contains)
        .map(year -> () -> page(Representation.Kind.PAGE, pages.archive(year)));
  }

  private Optional<Supplier<Representation>> asset(String path) {
    return Stream.of(pages.assets(), Asset.FAVICONS)
        .flatMap(List::stream)
        .filter(asset -> path.equals(asset.path()) || path.equals(asset.lastingPath()))
        .<Supplier<Representation>>map(asset -> () -> new Representation(
            path.equals(asset.lastingPath()) ? Representation.Kind.FILE : Representation.Kind.ASSET,
            asset.mediaType(),
            asset.bytes(),
            Optional.empty()))
        .findFirst();
  }

  private Optional<Supplier<Representation>> issue(String path) {
    if (!path.startsWith(ISSUES)) {
      return Optional.empty();
    }
    String name = path.substring(ISSUES.length());
    if (name.endsWith(MARKDOWN)) {
      return publication
          .findIssue(name.substring(0, name.length() - MARKDOWN.length()))
          .map(issue -> () ->
              file("text/markdown", issue.issue().source().bytes(), Optional.of(issue.changed())));
    }
    return publication
        .findIssue(name)
        .map(issue -> () -> page(Representation.Kind.PAGE, pages.issue(issue)));
  }

  private Optional<Supplier<Representation>> pageOfFeed(String path) {
    Matcher later = LATER_PAGE.matcher(path);
    int number = later.matches() ? Integer.parseInt(later.group("number")) : 1;
    return feeds
        .findScope(firstPage(path))
        .filter(scope -> !scope.equals(FeedScope.WHOLE))
        .filter(scope -> PageRenderer.path(scope, number).equals(path))
        .flatMap(scope -> feeds.findListing(scope, scope.ownLens()))
        .filter(listing -> number == 1 || number <= pages.pages(listing.scope()))
        .map(listing -> () -> page(Representation.Kind.PAGE, pages.feed(listing, number)));
  }

  private Optional<Supplier<Representation>> markdownOfFeed(String path) {
    return Optional.of(path)
        .filter(name -> name.endsWith(MARKDOWN))
        .map(name -> name.substring(0, name.length() - MARKDOWN.length()))
        .flatMap(page -> feeds.findScope(page).filter(scope -> scope.page().equals(page)))
        .flatMap(scope -> feeds.findListing(scope, Lens.ISSUES))
        .map(listing -> () -> file(
            "text/markdown",
            new MarkdownFiles(publication, feeds).scope(listing),
            Optional.empty()));
  }

  private Optional<Supplier<Representation>> sitemap(String path) {
    return new Sitemap(new SitePaths(publication, feeds, this))
        .find(path)
        .map(bytes -> () -> file(Sitemap.MEDIA_TYPE, bytes.get(), Optional.empty()));
  }

  private static Optional<Supplier<Representation>> text(Supplier<byte[]> bytes) {
    return Optional.of(() -> file("text/plain", bytes.get(), Optional.empty()));
  }

  private Representation home() {
    URI opml = publication.permalinks().of(PageRenderer.directoryPath(FeedFormat.ATOM));
    return new Representation(
        Representation.Kind.PAGE,
        HTML,
        pages.home(),
        Optional.empty(),
        List.of(Representation.link(opml, "outline", OpmlRenderer.MEDIA_TYPE)));
  }

  private Optional<Supplier<Representation>> opml(String path) {
    return Stream.of(FeedFormat.values())
        .filter(format -> PageRenderer.directoryPath(format).equals(path))
        .<Supplier<Representation>>map(format -> () -> file(
            OpmlRenderer.MEDIA_TYPE,
            OpmlRenderer.render(publication.masthead(), feeds.directory(), format),
            Optional.empty()))
        .findFirst();
  }

  private Representation status() {
    return page(
        Representation.Kind.STATE,
        pages.status(surroundings.readers().get(), surroundings.lastRefresh().get()));
  }

  private Representation openSearch() {
    return file(
        OpenSearchRenderer.MEDIA_TYPE,
        OpenSearchRenderer.render(publication.masthead()),
        Optional.empty());
  }

  private static Representation file(
      String mediaType, byte[] body, Optional<Instant> lastModified) {
    return new Representation(Representation.Kind.FILE, mediaType, body, lastModified);
  }

  private static Representation page(Representation.Kind kind, byte[] body) {
    return new Representation(kind, HTML, body, Optional.empty());
  }
}
