package org.offprint.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Optional;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedChoice;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.publication.HeadingUse;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Writes the pages of one publication, in UTF-8. The same publication gives the same bytes on every
 * machine. Thread-safe.
 */
public final class PageRenderer {
  /** The path of the archive: its page of a year stands below it, such as {@code /archive/2024}. */
  public static final String ARCHIVE = PageFrames.ARCHIVE;

  /** The path to which the form is sent that puts a feed together. */
  public static final String BUILDER = DirectoryPages.BUILDER;

  private static final String PACKAGE = "org.offprint.page";
  private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
      null, ContentType.Html, PageRenderer.class.getClassLoader(), PACKAGE);

  private final Publication publication;
  private final FeedAssembler feeds;
  private final PageLinks links;
  private final Asset stylesheet;
  private final PageFrames frames;
  private final ArchivePages archive;
  private final FeedPages feedPages;
  /** What needs a look at every issue is worked out on demand: no save waits for it. */
  private final Lazy<SectionFacts> facts;

  private final Lazy<EarlierIssues> earlier;
  private final Lazy<List<HeadingUse>> unknownHeadings;

  /** The pages of a server. */
  public PageRenderer(Publication publication, FeedAssembler feeds) {
    this(publication, feeds, true);
  }

  /**
   * The same of a server, or for files.
   *
   * @param hasStatus whether there is a status page to lead to
   */
  public PageRenderer(Publication publication, FeedAssembler feeds, boolean hasStatus) {
    this.publication = publication;
    this.feeds = feeds;
    this.links = new PageLinks(publication.permalinks());
    this.stylesheet = Asset.stylesheet(publication.masthead().accent());
    this.frames = new PageFrames(publication, feeds, links, stylesheet, hasStatus);
    this.archive = new ArchivePages(publication, frames, links);
    this.feedPages = new FeedPages(feeds, frames, links);
    this.facts = new Lazy<>(() -> new SectionFacts(publication));
    this.earlier = new Lazy<>(() -> new EarlierIssues(publication));
    this.unknownHeadings = new Lazy<>(() -> StatusPages.unknown(publication));
  }

  /** The files that the pages need. */
  public List<Asset> assets() {
    return List.of(stylesheet, Asset.SCRIPT);
  }

  /** The home page. */
  public byte[] home() {
    return render("home.jte", new HomePages(publication, feeds, frames, links, facts.get()).page());
  }

  /** The page of an issue. It names earlier issues with the same links, and so no later one changes it. */
  public byte[] issue(PublishedIssue published) {
    return render("issue.jte", new IssuePages(publication, frames, links, earlier).page(published));
  }

  /** How many pages a scope has, at least one. */
  public int pages(FeedScope scope) {
    return feedPages.count(scope);
  }

  /** The path of a page of a scope, counted from 1. */
  public static String path(FeedScope scope, int number) {
    return FeedPages.path(scope, number);
  }

  /** A page of a feed: its items, issue by issue, the newest on page 1. */
  public byte[] feed(FeedListing listing, int number) {
    return render("feed.jte", feedPages.page(listing, number));
  }

  /** What a person sees who opens the address of a feed: what to do with it, and its newest entries. */
  public byte[] notice(FeedListing listing, FeedAddress asked) {
    return render(
        "notice.jte", new NoticePages(publication, feeds, frames, links).page(listing, asked));
  }

  /** The years in which issues are dated, newest first. */
  public List<Integer> years() {
    return archive.years();
  }

  /** The archive: all years, and the issues of the newest. */
  public byte[] archive() {
    return render("archive.jte", archive.newest());
  }

  /** The issues of a year. */
  public byte[] archive(int year) {
    return render("archive.jte", archive.of(year));
  }

  /** The list of all feeds. */
  public byte[] directory() {
    return render("directory.jte", directoryPages().page());
  }

  /** The same, which tells somebody why his choice comes to no feed. */
  public byte[] directory(FeedChoice choice) {
    return render("directory.jte", directoryPages().page(choice));
  }

  private DirectoryPages directoryPages() {
    return new DirectoryPages(publication, feeds, frames, links, facts.get());
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
   * @param pass how the folder was last read; empty where nobody follows it
   */
  public byte[] status(List<ReaderCount> readers, Optional<LastPass> pass) {
    return render(
        "status.jte", new StatusPages(publication, frames, unknownHeadings).page(readers, pass));
  }

  /** The page for a path that leads nowhere: it names the sections there are, and what was meant. */
  public byte[] notFound(String path) {
    return render("notfound.jte", new NotFoundPages(publication, feeds, frames, links).page(path));
  }

  static byte[] render(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    TEMPLATES.render(template, page, output);
    return output.toByteArray();
  }
}
