package org.offprint.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.FeedView;
import org.offprint.feed.Lens;
import org.offprint.publication.Nearest;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/**
 * Writes the pages of one publication, in UTF-8. The same publication gives the same bytes on every
 * machine. Thread-safe.
 */
public final class PageRenderer {
  private static final String PACKAGE = "org.offprint.page";
  private static final int MOST_ISSUES_OF_FEED = 50;

  private static final int MOST_NAMES = 6;
  private static final int MOST_LISTED = 50;
  private static final Pattern FEED =
      Pattern.compile("^/(sections|except|views)/([^/.]+)", Pattern.CASE_INSENSITIVE);

  private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
      null, ContentType.Html, PageRenderer.class.getClassLoader(), PACKAGE);

  private final Publication publication;
  private final FeedAssembler feeds;
  private final PageLinks links;

  public PageRenderer(Publication publication, FeedAssembler feeds) {
    this.publication = publication;
    this.feeds = feeds;
    this.links = new PageLinks(publication.permalinks());
  }

  /** The home page. */
  public byte[] home() {
    Map<SectionKey, Long> counts = publication.issues().stream()
        .flatMap(issue -> issue.sections().stream())
        .collect(Collectors.groupingBy(own -> own.section().key(), Collectors.counting()));
    List<HomePage.SectionLine> sections = publication.sections().stream()
        .map(section -> new HomePage.SectionLine(
            section.title(),
            links.section(section.key()),
            issues(Optional.ofNullable(counts.get(section.key())).orElse(0L)),
            feeds(FeedScope.of(section.key()), Lens.ISSUES)))
        .toList();
    HomePage page = new HomePage(
        frame(publication.masthead().title(), "/", Optional.empty()),
        publication.masthead().description(),
        feeds(FeedScope.WHOLE, Lens.ISSUES),
        feeds(FeedScope.WHOLE, Lens.ITEMS),
        sections,
        feeds.views().stream()
            .map(view -> new DirectoryPage.Line(
                view.title(), view(view).target(), feeds(view.scope(), view.lens())))
            .toList(),
        links.of(FeedAssembler.DIRECTORY),
        publication.issues().stream().map(this::line).toList());
    return render("home.jte", page);
  }

  /** The page of an issue. */
  public byte[] issue(PublishedIssue published) {
    IssuePage page = new IssuePage(
        frame(published.issue().title(), "/issues/" + published.issue().slug(), Optional.empty()),
        line(published),
        published.issue().language().orElse(publication.masthead().language()),
        published.content(),
        published.issue().authors(),
        links.of("/issues/" + published.issue().slug() + ".md"),
        publication.newerThan(published).map(this::line),
        publication.olderThan(published).map(this::line));
    return render("issue.jte", page);
  }

  /** The page of a feed: its newest items, issue by issue. */
  public byte[] feed(FeedListing listing) {
    FeedScope scope = listing.scope();
    List<FeedPage.Group> groups = feeds
        .issues(scope)
        .limit(MOST_ISSUES_OF_FEED)
        .map(selected -> new FeedPage.Group(
            line(selected.issue()),
            selected.parts().stream().flatMap(FeedPage.Line::of).toList()))
        .toList();
    FeedPage page = new FeedPage(
        frame(listing.title(), scope.page(), Optional.of(scope)),
        listing.name(),
        scope instanceof FeedScope.View ? listing.description() : "",
        feeds(scope, Lens.ISSUES),
        feeds(scope, Lens.ITEMS),
        groups);
    return render("feed.jte", page);
  }

  /** The list of all feeds. */
  public byte[] directory() {
    List<DirectoryPage.Group> groups = feeds.directory().stream()
        .map(group -> new DirectoryPage.Group(
            group.title(),
            group.feeds().stream()
                .map(feed -> new DirectoryPage.Line(
                    feed.title(), feed.page().getRawPath(), feeds(feed.scope(), feed.lens())))
                .toList()))
        .toList();
    List<PageLinks.Link> lists = Stream.of(FeedFormat.values())
        .map(format -> new PageLinks.Link(format.label(), links.of(directoryPath(format))))
        .toList();
    DirectoryPage page = new DirectoryPage(
        frame(
            "Feeds: " + publication.masthead().title(), FeedAssembler.DIRECTORY, Optional.empty()),
        groups,
        lists);
    return render("directory.jte", page);
  }

  /** Where the list of feeds stands as OPML. */
  public static String directoryPath(FeedFormat format) {
    return FeedAssembler.DIRECTORY + (format == FeedFormat.ATOM ? "" : "/" + format.suffix())
        + ".opml";
  }

  /**
   * What was read, every problem, and who reads: the page for the publisher.
   *
   * @param readers of the feeds that anybody reads; empty if nobody counts
   */
  public byte[] status(List<ReaderCount> readers) {
    StatusPage page = new StatusPage(
        frame("Status: " + publication.masthead().title(), "/status", Optional.empty()),
        publication.issues().size(),
        publication.sections().size(),
        publication.itemCount(),
        publication.filesRead(),
        publication.problems(),
        publication.heldBack(),
        readers);
    return render("status.jte", page);
  }

  /** The page for a path that leads nowhere: it names the sections there are, and what was meant. */
  public byte[] notFound(String path) {
    NotFoundPage page = new NotFoundPage(
        frame("Not found: " + publication.masthead().title(), "", Optional.empty()),
        meant(path),
        publication.sections().stream().limit(MOST_LISTED).map(this::section).toList(),
        feeds.views().stream().limit(MOST_LISTED).map(this::view).toList(),
        links.of(FeedAssembler.DIRECTORY));
    return render("notfound.jte", page);
  }

  /** The feed whose name comes nearest to the first one in the path that is none. */
  private Optional<PageLinks.Link> meant(String path) {
    Matcher names = FEED.matcher(path);
    if (!names.find()) {
      return Optional.empty();
    }
    if (names.group(1).equalsIgnoreCase("views")) {
      return nearestView(names.group(2))
          .or(() -> publication.nearestSection(names.group(2)).map(this::section));
    }
    return Stream.of(names.group(2).split("[+ ,]", MOST_NAMES))
        .filter(name -> SectionKey.find(name).flatMap(publication::findSection).isEmpty())
        .findFirst()
        .flatMap(name ->
            publication.nearestSection(name).map(this::section).or(() -> nearestView(name)));
  }

  private Optional<PageLinks.Link> nearestView(String name) {
    return Nearest.of(name, feeds.views(), view -> Stream.of(view.key().value(), view.title()))
        .map(this::view);
  }

  private PageLinks.Link section(Section section) {
    return new PageLinks.Link(section.title(), links.section(section.key()));
  }

  private PageLinks.Link view(FeedView view) {
    return new PageLinks.Link(view.title(), links.of(view.scope().page()));
  }

  private byte[] render(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    TEMPLATES.render(template, page, output);
    return output.toByteArray();
  }

  private Frame frame(String title, String path, Optional<FeedScope> scope) {
    List<PageLinks.Link> discovery = Stream.concat(
            Stream.of(
                absolute(FeedScope.WHOLE, Lens.ISSUES, publication.masthead().title())),
            scope.stream()
                .flatMap(own -> Stream.of(Lens.values())
                    .flatMap(lens -> feeds.findListing(own, lens).stream())
                    .map(feed -> absolute(own, feed.lens(), feed.title()))))
        .toList();
    return new Frame(
        title,
        publication.masthead().title(),
        publication.masthead().language(),
        Optional.of(path)
            .filter(own -> !own.isEmpty())
            .map(own -> publication.permalinks().of(own).toString()),
        Optional.of(path)
            .filter(own -> own.startsWith("/issues/") || scope.isPresent())
            .map(own -> links.of(own + ".md")),
        publication.masthead().icon().map(URI::toString),
        links.of(Favicon.SVG.path()),
        links.of(Favicon.ICO.path()),
        links.of("/"),
        links.of(Stylesheet.PATH),
        links.of("/status"),
        links.of(directoryPath(FeedFormat.ATOM)),
        publication.masthead().copyright(),
        discovery);
  }

  private PageLinks.Link absolute(FeedScope scope, Lens lens, String title) {
    String path = new FeedAddress(scope, lens, FeedFormat.ATOM).path();
    return new PageLinks.Link(title, publication.permalinks().of(path).toString());
  }

  private List<PageLinks.Link> feeds(FeedScope scope, Lens lens) {
    return Stream.of(FeedFormat.values())
        .map(format -> new PageLinks.Link(
            format.label(), links.of(new FeedAddress(scope, lens, format).path())))
        .toList();
  }

  private static String issues(long count) {
    return count == 1 ? "1 issue" : count + " issues";
  }

  private IssueLine line(PublishedIssue published) {
    return IssueLine.of(published, links, publication.masthead().language());
  }
}
