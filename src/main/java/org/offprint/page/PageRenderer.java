package org.offprint.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedChoice;
import org.offprint.feed.FeedCosts;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedReaders;
import org.offprint.feed.FeedScope;
import org.offprint.publication.Addresses;
import org.offprint.publication.PreviewAddresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.search.SearchOutcome;
import org.offprint.search.SearchRequest;

/**
 * Renders the pages of one publication, in UTF-8. The same publication gives the same bytes on every machine.
 * Thread-safe.
 */
public final class PageRenderer {
  /** The number of hits on a page of a search. */
  public static final int SEARCH_HITS = 20;

  /** The largest number of pages of a search. */
  public static final int SEARCH_PAGES = 10;

  private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
      null, ContentType.Html, PageRenderer.class.getClassLoader(), "org.offprint.page");

  private final PageContext context;
  private final PageContext.Lazy<DirectoryPage> directory;

  /**
   * The last refresh of the publication from its folder.
   *
   * @param applied when a change of the folder was last applied
   * @param took the duration of that
   * @param checked when the publication last agreed with the whole folder
   */
  public record LastRefresh(Instant applied, Duration took, Instant checked, String version) {}

  /**
   * Renders the pages of a server, or of a static host.
   */
  public PageRenderer(Publication publication, FeedAssembler feeds) {
    this.context = PageContext.of(publication, feeds);
    this.directory = new PageContext.Lazy<>(() -> DirectoryPage.of(context));
  }

  /** Returns the files that the pages need. */
  public List<Asset> assets() {
    return Stream.concat(context.stylesheets().stream(), Stream.of(Asset.SCRIPT))
        .toList();
  }

  /** Renders the home page. */
  public byte[] home() {
    return render("home.jte", HomePage.of(context));
  }

  /** Renders the page of an issue. It names only earlier issues with the same links, so that later ones do not change it. */
  public byte[] issue(PublishedIssue published) {
    return render("issue.jte", IssuePage.of(published, context));
  }

  /** Renders a page of the publisher's own. */
  public byte[] text(PublishedIssue own) {
    return render("text.jte", TextPage.of(own, context));
  }

  /** Renders the page of an issue that is not published yet, with its entries. */
  public byte[] preview(PublishedIssue heldBack) {
    return render("issue.jte", IssuePage.preview(heldBack, context));
  }

  /** Returns the number of pages of a scope, at least one. */
  public int pages(FeedScope scope) {
    return FeedPage.count(scope, context.feeds());
  }

  /** Returns the path of a page of a scope, counted from 1. */
  public static String path(FeedScope scope, int number) {
    return FeedPage.path(scope, number);
  }

  /** Renders a page of a feed: its items under each issue, the newest on page 1. */
  public byte[] feed(FeedListing listing, int number) {
    return render("feed.jte", FeedPage.of(listing, number, context));
  }

  /** Renders the page that a browser gets at the URL of a feed. */
  public byte[] notice(FeedListing listing, FeedAddress asked) {
    return render("notice.jte", NoticePage.of(listing, asked, context));
  }

  /** Returns the years in which issues are dated, newest first. */
  public List<Integer> years() {
    return ArchivePage.years(context);
  }

  /** Renders the archive: links to all years, and the issues of the newest. */
  public byte[] archive() {
    return render("archive.jte", ArchivePage.newest(context));
  }

  /** Renders the issues of a year. */
  public byte[] archive(int year) {
    return render("archive.jte", ArchivePage.of(year, context));
  }

  /** Renders the list of all feeds. */
  public byte[] directory() {
    return render("directory.jte", directory.get());
  }

  /** Renders the list of all feeds, with the reason why a choice of sections matches none. */
  public byte[] directory(FeedChoice choice) {
    return render("directory.jte", directory.get().refusing(choice));
  }

  /** Returns the path of the list of feeds to import as OPML. */
  public static String opmlPath(FeedFormat format) {
    return opmlPath(Addresses.DIRECTORY, format);
  }

  /** Returns the path of a list of feeds as OPML. */
  public static String opmlPath(String list, FeedFormat format) {
    return list + (format == FeedFormat.ATOM ? "" : "/" + format.suffix()) + ".opml";
  }

  /**
   * The view of the publisher alone.
   *
   * @param now the time by which issues are held back
   * @param previews their secret addresses; empty if there are none
   * @param costliest the programs that cost most bytes without validators
   * @param hub empty if there is none
   */
  public record Insight(
      Instant now,
      Optional<PreviewAddresses> previews,
      List<FeedCosts.Program> costliest,
      Optional<HubState> hub) {}

  /**
   * Renders the status page for everybody: problems, readers and counts. It names nothing that is not published.
   *
   * @param readers of the feeds that anybody reads; empty if readers are not counted
   * @param last refresh; empty where nobody follows the folder
   */
  public byte[] status(List<FeedReaders> readers, Optional<LastRefresh> last) {
    return render(
        "status.jte", StatusPage.of(context.inEnglish(), readers, last, Optional.empty()));
  }

  /**
   * Renders the status page for the publisher alone, with the issues that are held back.
   *
   * @param insight what the publisher alone may see
   */
  public byte[] fullStatus(List<FeedReaders> readers, Optional<LastRefresh> last, Insight insight) {
    return render(
        "status.jte", StatusPage.of(context.inEnglish(), readers, last, Optional.of(insight)));
  }

  /** Renders the 404 page for a path. */
  public byte[] notFound(String path) {
    return render("notfound.jte", NotFoundPage.of(path, context));
  }

  /**
   * Renders a page of a search. The same query and hits give the same bytes on every machine.
   *
   * @param request for the hits of the page
   * @param opened the format of the feed whose URL a browser opened
   */
  public byte[] search(SearchRequest request, SearchOutcome outcome, Optional<FeedFormat> opened) {
    return render("search.jte", SearchPage.of(request, outcome, opened, context));
  }

  private static byte[] render(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    TEMPLATES.render(template, page, output);
    return output.toByteArray();
  }
}
