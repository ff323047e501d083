package org.offprint.site;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.issue.FileType;
import org.offprint.page.Asset;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;

/**
 * Serves one publication: finds the content of each path. Renders on first demand and caches the result within a
 * bound. The same publication gives the same bytes on every machine. Thread-safe.
 */
public final class Site {
  /** The default size of the render cache, in bytes. */
  public static final long DEFAULT_MOST_BYTES = 64L * 1024 * 1024;

  private final Publication publication;
  private final Optional<Instant> nextExpected;
  private final FeedAssembler feeds;
  private final Set<FeedScope> ownScopes;
  private final Pages pages;
  private final List<Resource> resources;
  private final Redirects redirects;
  private final RenderedCache cache;
  private final Renderings renderings;
  private final SiteHooks hooks;
  private final Optional<Searches> searches;
  private final LocalFiles files;
  private final FormerIssues former;
  private final Optional<Previews> previews;

  /**
   * Serves a publication.
   *
   * @param rules the publisher's rules for feeds
   * @param mostBytes the size of the render cache, in bytes
   * @param previous the last site; if a feed cannot be rendered any more, its version there is served, if it fits
   *     into a quarter of the bytes
   * @param hooks the hooks of a running server or of an export
   */
  public Site(
      Publication publication,
      FeedRules rules,
      long mostBytes,
      Optional<Site> previous,
      SiteHooks hooks) {
    this.hooks = hooks;
    this.publication = publication;
    this.nextExpected = publication.nextExpected();
    this.feeds = new FeedAssembler(publication, hooks.isServer() ? rules : rules.forFiles());
    this.ownScopes = feeds.scopes().collect(Collectors.toUnmodifiableSet());
    this.cache = new RenderedCache(mostBytes, previous.map(site -> site.cache));
    this.files = new LocalFiles(publication, hooks.now(), previous.map(site -> site.files));
    this.previews =
        hooks.previews().map(addresses -> new Previews(publication, rules, addresses, hooks));
    this.renderings =
        new Renderings(cache::findEarlier, hooks.now(), previous.map(site -> site.renderings));
    PageRenderer renderer = new PageRenderer(publication, feeds);
    IssueFiles issues = new IssueFiles(publication, renderer);
    this.pages = new Pages(publication, feeds, renderer, hooks);
    this.former = previous
        .map(site -> site.former.and(site.publication, publication))
        .orElse(FormerIssues.NONE);
    this.resources = List.of(
        new MachineFiles(publication, feeds, renderer.assets()),
        issues,
        new Feeds(feeds, cache::findEarlier, hooks.now()),
        pages,
        new MarkdownFiles(publication, feeds),
        new CrawlerFiles(publication, feeds, () -> pages.withIssues(issues.paths())));
    this.redirects = new Redirects(publication, feeds, this::stands);
    this.searches = hooks
        .search()
        .filter(index -> feeds.hasSearch())
        .map(index -> new Searches(publication, feeds, index, cache, renderer));
  }

  /** Returns the publication that is served. */
  public Publication publication() {
    return publication;
  }

  /** Returns the time when the next issue is expected; empty if it is unknown. */
  public Optional<Instant> nextExpected() {
    return nextExpected;
  }

  /**
   * Returns for how long a feed has been answered in an old version because it cannot be rendered any more: the longest time of all
   * feeds, 0 if there is none.
   */
  public Duration oldestStale() {
    return renderings.oldestStale();
  }

  /** Returns the size of the render cache. */
  public CacheSize remembered() {
    return cache.size();
  }

  /** Returns the assembler of its feeds. */
  public FeedAssembler feeds() {
    return feeds;
  }

  /**
   * Lists the paths of all that this site offers: pages and their Markdown, files for machines, the feeds of the
   * directory in every lens and format with their archives. The state of the process and other combinations of
   * sections are not among them. Targets of links come first; the same publication gives the same order.
   */
  public List<String> paths() {
    return resources.stream()
        .flatMap(Resource::paths)
        .filter(path -> redirects.ofPublisher(path).isEmpty())
        .toList();
  }

  /** Lists the paths of the files that issues bring with them, whether they are there or not. */
  public List<String> filePaths() {
    return publication.files().paths().filter(path -> !isTaken(path)).toList();
  }

  /** Pages and redirects come before files, but the publisher's icon before ours. */
  private boolean isTaken(String path) {
    boolean isIcon = publication
        .masthead()
        .icon()
        .flatMap(publication.addresses()::pathOf)
        .filter(path::equals)
        .isPresent();
    return redirects.ofPublisher(path).isPresent() || (renderer(path).isPresent() && !isIcon);
  }

  /**
   * Opens a file that an issue brings with it.
   *
   * @param path as in {@link #find}
   * @return empty if no issue refers to it, or it is not there, or may not be served
   */
  public Optional<SiteFile> findFile(String path) {
    return Stream.concat(Stream.of(path), withoutBase(path).stream())
        .filter(own -> FileType.of(own).isPresent() && !isTaken(own))
        .flatMap(own -> files.find(own).stream())
        .findFirst();
  }

  /**
   * Finds the page of an issue that is held back, at its secret address.
   *
   * @param path as in {@link #find}
   */
  public Optional<Answer> findPreview(String path) {
    return previews.flatMap(
        some -> some.find(path).or(() -> withoutBase(path).flatMap(some::find)));
  }

  /** Opens a file that such an issue brings with it. */
  public Optional<SiteFile> findFileOfPreview(String path) {
    return previews.flatMap(
        some -> some.findFile(path).or(() -> withoutBase(path).flatMap(some::findFile)));
  }

  /**
   * Returns the absolute targets of the paths that are known to lead elsewhere: the publisher's own, and names people guess for the
   * whole.
   */
  public SortedMap<String, String> redirects() {
    return redirects.all();
  }

  /**
   * Finds the content of a path.
   *
   * @param path decoded, beginning with {@code /}, without query; the path of the base URL may stand before it
   */
  public Answer find(String path) {
    return findOwn(path)
        .or(() -> withoutBase(path).flatMap(this::findOwn))
        .orElseGet(() -> missing(withoutBase(path).orElse(path)));
  }

  private Answer missing(String path) {
    return FeedAddress.joinsTooMany(path)
        ? new Answer.Malformed(
            "a feed joins %d sections at most; /feeds has a form that chooses them, and \"views\" in offprint.yaml may name more"
                .formatted(FeedScope.MOST_SECTIONS))
        : new Answer.Missing(pages.missing(path), former.had(path));
  }

  private Optional<Answer> findOwn(String path) {
    return redirects
        .target(path)
        .<Answer>map(Answer.Moved::new)
        .or(() -> rendered(canonical(path)));
  }

  /** One feed has two paths; it is rendered once. */
  private static String canonical(String path) {
    return path.equals(Addresses.FEED_OF_OLD_GENERATORS) ? Addresses.FEED + ".atom" : path;
  }

  /**
   * Finds the status page as its operator alone sees it, and the files that it needs.
   *
   * @param path as in {@link #find}
   * @return empty for what readers find, which is the status page, too, where it is public
   */
  public Optional<Representation> findForOperator(String path) {
    return hooks.isStatusPublic()
        ? Optional.empty()
        : Stream.concat(Stream.of(path), withoutBase(path).stream())
            .flatMap(own -> findOwnForOperator(Addresses.plain(own)).stream())
            .findFirst();
  }

  private Optional<Representation> findOwnForOperator(String path) {
    if (path.equals(Addresses.STATUS)) {
      return Optional.of(pages.fullStatus());
    }
    boolean isOfPage = path.startsWith(Addresses.ASSETS)
        || Asset.FAVICONS.stream().map(Asset::path).anyMatch(path::equals);
    return isOfPage
        ? rendered(path)
            .filter(Answer.Found.class::isInstance)
            .map(found -> ((Answer.Found) found).representation())
        : Optional.empty();
  }

  /** Returns the page of status 404. */
  public Representation missing() {
    return pages.missing("/");
  }

  /**
   * Returns the page for a person who opens the address of a feed.
   *
   * @param path as in {@link #find}, or that of a search
   */
  public Optional<Representation> findNotice(String path) {
    if (!feeds.hasFeedPages()) {
      return Optional.empty();
    }
    return findAddress(path)
        .flatMap(address ->
            cache.combination("notice of " + address.path(), () -> pages.notice(address)))
        .or(() -> searches.flatMap(some -> some.findPageOfFeed(path)));
  }

  private Optional<FeedAddress> findAddress(String path) {
    return feeds.findAddress(path).or(() -> withoutBase(path).flatMap(feeds::findAddress));
  }

  /**
   * Answers the form that combines sections into a feed.
   *
   * @param path as in {@link #find}
   * @param query the form as it was sent: the query of the URL
   * @return empty if the form is not sent to that path
   */
  public Optional<Answer> findBuilt(String path, String query) {
    return Optional.of(withoutBase(path).orElse(path))
        .map(own -> own.endsWith("/") ? own.substring(0, own.length() - 1) : own)
        .filter(Addresses.BUILDER::equalsIgnoreCase)
        .map(form -> pages.built(query));
  }

  /** Returns true if the feed at a path, which is as in {@link #find}, is one of the directory, or of a section. */
  public boolean offersFeed(String path) {
    return findAddress(path)
        .filter(address -> ownScopes.contains(address.scope()))
        .isPresent();
  }

  /** Returns the bytes of a representation in a coding; they are compressed now, if they have not been before. */
  public ByteBuffer packed(Representation representation, ContentCoding coding) {
    return hooks.packed(representation, coding);
  }

  /**
   * Answers a search.
   *
   * @param path as in {@link #find}
   * @param parameters the query of the URL, percent-encoded
   * @return empty if the path is not that of a search
   */
  public Optional<Answer> search(String path, String parameters) {
    return Optional.of(withoutBase(path).orElse(path))
        .filter(Searches::isSearch)
        .filter(own -> redirects.ofPublisher(own).isEmpty())
        .flatMap(own -> searches.map(some -> some.find(own, parameters)));
  }

  /**
   * Returns whether a feed is at a path, or may be at the target of its redirect; renders nothing.
   *
   * @param path as in {@link #find}
   */
  public boolean leadsToFeed(String path) {
    String own = withoutBase(path).orElse(path);
    boolean isFeed = own.equals(Addresses.FEED_OF_OLD_GENERATORS)
        || (searches.isPresent() && Searches.isFeed(own))
        || feeds.findAddress(own).filter(feeds::has).isPresent();
    return isFeed || redirects.target(own).isPresent();
  }

  /**
   * Finds the content of a path if it has been rendered already; does nothing else.
   *
   * @param path as in {@link #find}, without the path of the base URL
   */
  public Optional<Representation> findReady(String path) {
    return cache.find(path).filter(ready -> redirects.ofPublisher(path).isEmpty());
  }

  /** Returns the path below that of the base URL, which a proxy may pass on or not. */
  private Optional<String> withoutBase(String path) {
    String base = publication.masthead().baseUri().getPath();
    if (base.length() == 1 || !(path + "/").startsWith(base)) {
      return Optional.empty();
    }
    return Optional.of(path.length() < base.length() ? "/" : path.substring(base.length() - 1));
  }

  /** Returns true if a path, which is as in {@link #find}, is another one, with or without the path of the base URL. */
  public boolean isAt(String path, String own) {
    return path.equals(own) || withoutBase(path).filter(own::equals).isPresent();
  }

  private boolean stands(String path) {
    return cache.find(path).isPresent() || renderer(canonical(path)).isPresent();
  }

  private Optional<Supplier<Representation>> renderer(String path) {
    return resources.stream().flatMap(resource -> resource.find(path).stream()).findFirst();
  }

  /** Of several that ask at once, right after a change, one renders and the others wait for it. */
  private Optional<Answer> rendered(String path) {
    return cache
        .find(path)
        .<Answer>map(Answer.Found::new)
        .or(() -> renderings.oneByOne(
            path, () -> cache.find(path).<Answer>map(Answer.Found::new).or(() -> render(path))));
  }

  private Optional<Answer> render(String path) {
    return renderer(path)
        .map(renderer -> renderings
            .find(path, () -> timed(renderer))
            .map(representation -> kept(path, representation))
            .<Answer>map(Answer.Found::new)
            .orElse(Answer.Later.LACK_OF_MEMORY));
  }

  private Representation timed(Supplier<Representation> renderer) {
    long begun = System.nanoTime();
    Representation representation = renderer.get();
    hooks.rendered().accept(representation.kind(), Duration.ofNanos(System.nanoTime() - begun));
    return representation;
  }

  /** Caches a representation, unless its path is to be retried. */
  private Representation kept(String path, Representation representation) {
    if (representation.kind() != Representation.Kind.STATE && !renderings.isToBeTriedAgain(path)) {
      if (isListed(path)) {
        cache.keepListed(path, representation);
      } else {
        cache.keepCombination(path, representation);
      }
    }
    return representation;
  }

  /** Archives and combinations of sections can be asked for in any number. */
  private boolean isListed(String path) {
    return feeds
        .findAddress(path)
        .map(address -> address.archive().isEmpty() && ownScopes.contains(address.scope()))
        .or(() -> feeds
            .findScope(Pages.firstPage(MarkdownFiles.page(path).orElse(path)))
            .map(ownScopes::contains))
        .orElse(true);
  }
}
