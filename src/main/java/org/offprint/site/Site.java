package org.offprint.site;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.page.Asset;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Publication;
import org.offprint.publication.Redirect;

/**
 * Everything that one publication serves, by path. Renders on first demand and remembers the result
 * within a bound. The same publication gives the same bytes on every machine. Thread-safe.
 */
public final class Site implements Served {
  /** How many bytes of representations are remembered. */
  public static final long DEFAULT_MOST_BYTES = 64L * 1024 * 1024;

  private static final int SHARE_OF_LAST_GOOD = 4;
  private static final int MOST_HOPS = 5;

  /** Readers that came from the old generator may never follow a redirect. */
  static final String OLD_GENERATORS_FEED = "/feed.xml";

  private final Publication publication;
  private final FeedAssembler feeds;
  private final PagesAndFiles besides;
  private final GuessedAddresses guessed;
  private final Shelves shelves;
  private final Set<FeedScope> commonScopes;
  private final Shelf lastGood;
  private final RenderedFeeds rendered;
  private final Renderings renderings;
  private final Surroundings surroundings;
  private final Optional<Searches> searches;

  /**
   * Serves a publication.
   *
   * @param rules what the publisher settles about feeds
   * @param mostBytes how many bytes of representations are remembered
   * @param previous what was served before; a feed that cannot be rendered any more stays as it was there, if it was among those
   *     asked for last that a quarter of the bytes has room for
   */
  public Site(Publication publication, FeedRules rules, long mostBytes, Optional<Site> previous) {
    this(publication, rules, mostBytes, previous, Surroundings.NONE);
  }

  /**
   * The same, in the surroundings of a running server, or of files.
   *
   * @param surroundings what it tells, and what it is told
   */
  public Site(
      Publication publication,
      FeedRules rules,
      long mostBytes,
      Optional<Site> previous,
      Surroundings surroundings) {
    this.surroundings = surroundings;
    this.publication = publication;
    this.feeds =
        new FeedAssembler(publication, surroundings.isServer() ? rules : rules.withoutSearch());
    this.besides = new PagesAndFiles(publication, feeds, surroundings);
    this.guessed = new GuessedAddresses(feeds);
    this.shelves = new Shelves(mostBytes - mostBytes / SHARE_OF_LAST_GOOD);
    this.commonScopes = SitePaths.scopes(feeds).collect(Collectors.toUnmodifiableSet());
    this.lastGood = new Shelf(mostBytes / SHARE_OF_LAST_GOOD);
    this.rendered = new RenderedFeeds(feeds, lastGood, surroundings.now());
    this.renderings =
        new Renderings(lastGood, surroundings.now(), previous.map(site -> site.renderings));
    this.searches = surroundings
        .search()
        .filter(index -> feeds.hasSearch())
        .map(index -> new Searches(publication, feeds, index, shelves));
    previous.ifPresent(site -> {
      site.lastGood.copy().forEach(lastGood::keep);
      site.shelves.common().forEach((path, representation) -> {
        if (representation.kind() == Representation.Kind.FEED) {
          lastGood.keep(path, representation);
        }
      });
    });
  }

  /** The publication that is served. */
  public Publication publication() {
    return publication;
  }

  @Override
  public Optional<Instant> nextExpected() {
    return publication.nextExpected();
  }

  /**
   * For how long a feed has been answered in an old version because it cannot be rendered any more, the one for which that is
   * longest; 0 if none is.
   */
  public Duration oldestStale() {
    return renderings.oldestStale();
  }

  /** How much of it has been rendered and is remembered, the last good feeds included. */
  public Remembered remembered() {
    return shelves.remembered().and(lastGood.rememberedBesides(shelves.common()));
  }

  /** What its feeds say. */
  public FeedAssembler feeds() {
    return feeds;
  }

  /**
   * The paths of all that this site offers: pages and their Markdown, files for machines, the feeds of the directory in every
   * lens and format with their archives. Not the state of a process, nor the combinations of sections that
   * strangers can make up. What others link to comes first; the same publication gives the same order.
   */
  public List<String> paths() {
    return new SitePaths(publication, feeds, besides)
        .all()
        .filter(path -> formerly(path, this::findMoved).isEmpty())
        .toList();
  }

  /**
   * Where those paths lead that are known to lead elsewhere: the publisher's own, and names people guess for the
   * whole. Each target is absolute.
   */
  public SortedMap<String, String> redirects() {
    SortedMap<String, String> redirects = new TreeMap<>();
    Stream.of(publication.formerPaths(), GuessedAddresses.ofWhole(), Stream.of(Asset.ICO.path()))
        .flatMap(paths -> paths)
        .forEach(path -> elsewhere(path)
            .ifPresent(target -> redirects.put(path, moved(target).location())));
    return redirects;
  }

  /** Where {@link #find} leads from a path; nothing is rendered to find out. */
  private Optional<String> elsewhere(String path) {
    return formerly(path, this::findMoved)
        .or(() -> path.equals(OLD_GENERATORS_FEED) || isThere(path)
            ? Optional.empty()
            : formerly(path, publication::findMovedIssue).or(() -> meant(path)));
  }

  /**
   * What stands at a path.
   *
   * @param path decoded, beginning with {@code /}, without query; the path of the base URL may stand before it
   */
  public Answer find(String path) {
    return findOwn(path)
        .or(() -> withoutBase(path).flatMap(this::findOwn))
        .orElseGet(() -> new Answer.Missing(besides.missing(withoutBase(path).orElse(path))));
  }

  /** The page for whoever asks for what is not there, whatever that may be. */
  public Representation missing() {
    return besides.missing("/");
  }

  @Override
  public Optional<Representation> findNotice(String path) {
    return feeds
        .findAddress(path)
        .or(() -> withoutBase(path).flatMap(feeds::findAddress))
        .flatMap(besides::notice)
        .or(() -> searches.flatMap(some -> some.findPageOfFeed(path)));
  }

  /**
   * The answer to the form that puts a feed together.
   *
   * @param path as in {@link #find}
   * @param query what was sent, as it stands behind the question mark
   * @return empty if the form is not sent to that path
   */
  public Optional<Answer> findBuilt(String path, String query) {
    return Optional.of(withoutBase(path).orElse(path))
        .map(own -> own.endsWith("/") ? own.substring(0, own.length() - 1) : own)
        .filter(PageRenderer.BUILDER::equalsIgnoreCase)
        .map(form -> besides.built(BuilderForm.parse(query)));
  }

  @Override
  public boolean offersFeed(String path) {
    return feeds
        .findAddress(path)
        .or(() -> withoutBase(path).flatMap(feeds::findAddress))
        .filter(address -> commonScopes.contains(address.scope()))
        .isPresent();
  }

  @Override
  public ByteBuffer packed(Representation representation, ContentCoding coding) {
    return surroundings.packed(representation, coding);
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /**
   * The answer to a search.
   *
   * @param path as in {@link #find}
   * @param parameters what stands behind its question mark, percent-encoded
   * @return empty if the path is not that of a search
   */
  public Optional<Answer> search(String path, String parameters) {
    return Optional.of(withoutBase(path).orElse(path))
        .filter(SearchAddress::isSearch)
        .filter(own -> formerly(own, this::findMoved).isEmpty())
        .flatMap(own -> searches.map(some -> some.find(own, parameters)));
  }

  /**
   * Whether a feed stands at a path, or the path leads elsewhere, where one may stand; nothing is rendered to find out.
   *
   * @param path as in {@link #find}
   */
  public boolean leadsToFeed(String path) {
    String own = withoutBase(path).orElse(path);
    boolean isFeed = own.equals(OLD_GENERATORS_FEED)
        || (searches.isPresent() && SearchAddress.isFeed(own))
        || feeds.findAddress(own).filter(feeds::has).isPresent();
    return isFeed || elsewhere(own).isPresent();
  }

  /**
   * What stands at a path, if it has been rendered already; nothing else is looked at.
   *
   * @param path as in {@link #find}, without the path of the base URL
   */
  public Optional<Representation> findReady(String path) {
    return shelves.find(path).filter(ready -> findMoved(path).isEmpty());
  }

  private Optional<Answer> findOwn(String path) {
    String own = path.equals(OLD_GENERATORS_FEED) ? "/feed.atom" : path;
    return formerly(path, this::findMoved)
        .<Answer>map(this::moved)
        .or(() -> known(own))
        .or(() ->
            formerly(path, publication::findMovedIssue).or(() -> meant(own)).map(this::moved));
  }

  /** Where the publisher says that a path leads; his icon is found where browsers look for it. */
  private Optional<String> findMoved(String path) {
    return publication
        .findMoved(path)
        .or(() -> path.equals(Asset.ICO.path())
            ? publication.masthead().icon().map(URI::toString)
            : Optional.empty());
  }

  /** A redirect of the publisher's, unless it would lead back here. */
  private Optional<String> formerly(String path, Function<String, Optional<String>> redirects) {
    return redirects.apply(path).filter(target -> {
      String place = Redirect.plain(pathOf(target));
      for (int hop = 0; hop < MOST_HOPS && !place.equals(Redirect.plain(path)); hop++) {
        Optional<String> next = next(place);
        if (next.isEmpty()) {
          return true;
        }
        place = Redirect.plain(pathOf(next.get()));
      }
      return false;
    });
  }

  /** Where a path leads from here; empty if it stands, or leads nowhere or away. */
  private Optional<String> next(String path) {
    return findMoved(path)
        .or(() -> isThere(path)
            ? Optional.empty()
            : publication.findMovedIssue(path).or(() -> meant(path)));
  }

  /** The path of an address of ours, without what stands behind it; empty for any other. */
  private String pathOf(String target) {
    String base = publication.masthead().baseUri().toString();
    String own = target.startsWith(base) ? target.substring(base.length() - 1) : target;
    return own.startsWith("/") ? own.replaceFirst("[?#].*$", "") : "";
  }

  /** Of several that ask at once, right after a change, one renders and the others wait for it. */
  private Optional<Answer> known(String path) {
    return ready(path)
        .or(() -> renderings.oneByOne(path, () -> ready(path).or(() -> render(path))));
  }

  private Optional<Answer> ready(String path) {
    return shelves.find(path).map(Answer.Found::new);
  }

  private Answer.Moved moved(String target) {
    return new Answer.Moved(
        target.startsWith("/") ? publication.permalinks().of(target).toString() : target);
  }

  /** What is left of a path below the path of the base URL, which a proxy may pass on or not. */
  private Optional<String> withoutBase(String path) {
    String base = publication.masthead().baseUri().getPath();
    if (base.length() == 1 || !(path + "/").startsWith(base)) {
      return Optional.empty();
    }
    return Optional.of(path.length() < base.length() ? "/" : path.substring(base.length() - 1));
  }

  /** The path of what stands here that another path means. */
  private Optional<String> meant(String path) {
    String plain = Redirect.plain(path);
    return Stream.of(
            Optional.of(plain),
            guessed.find(plain),
            guessed.find(plain.toLowerCase(Locale.ROOT)),
            Optional.of(plain.toLowerCase(Locale.ROOT)))
        .flatMap(Optional::stream)
        .filter(target -> !target.equals(path) && isThere(target))
        .findFirst();
  }

  /** Whether something stands at a path; nothing is rendered to find out. */
  private boolean isThere(String path) {
    return shelves.find(path).isPresent() || renderer(path).isPresent();
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
    surroundings.rendered().accept(representation.kind(), since(begun));
    return representation;
  }

  /** What is to be tried again is not kept. */
  private Representation kept(String path, Representation representation) {
    if (representation.kind() != Representation.Kind.STATE && !renderings.isToBeTriedAgain(path)) {
      if (isCommon(path)) {
        shelves.keepCommon(path, representation);
      } else {
        shelves.keepRare(path, representation);
      }
    }
    return representation;
  }

  /** What makes the representation that stands at a path. */
  private Optional<Supplier<Representation>> renderer(String path) {
    Optional<FeedAddress> address =
        feeds.findAddress(path).filter(meant -> meant.path().equals(path));
    return address.isPresent()
        ? address.filter(feeds::has).map(own -> () -> rendered.of(path, own))
        : besides.find(path);
  }

  /** Whether it is of a feed of the directory, or of none; the rest strangers can make up in any number. */
  private boolean isCommon(String path) {
    return feeds
        .findAddress(path)
        .map(address -> address.archive().isEmpty() && commonScopes.contains(address.scope()))
        .or(() -> feeds
            .findScope(PagesAndFiles.firstPage(withoutMarkdown(path)))
            .map(commonScopes::contains))
        .orElse(true);
  }

  private static String withoutMarkdown(String path) {
    return path.endsWith(PagesAndFiles.MARKDOWN)
        ? path.substring(0, path.length() - PagesAndFiles.MARKDOWN.length())
        : path;
  }
}
