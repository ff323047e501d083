package org.offprint.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.format.FeedRenderer;
import org.offprint.format.OpmlRenderer;
import org.offprint.page.PageRenderer;
import org.offprint.page.Stylesheet;
import org.offprint.publication.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that one publication serves, by path. Renders on first demand and remembers the result
 * within a bound. The same publication gives the same bytes on every machine. Thread-safe.
 */
public final class Site {
  /** How many bytes of representations are remembered. */
  public static final long DEFAULT_MOST_BYTES = 64L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Site.class);
  private static final String ISSUES = "/issues/";
  private static final String MARKDOWN = ".md";
  private static final String HTML = "text/html";
  /** Readers that came from the old generator may never follow a redirect. */
  private static final String OLD_GENERATORS_FEED = "/feed.xml";

  private final Publication publication;
  private final FeedAssembler feeds;
  private final PageRenderer pages;
  private final GuessedAddresses guessed;
  private final Shelves shelves;
  private final Shelf lastGood;

  /**
   * Serves a publication.
   *
   * @param rules what the publisher settles about feeds
   * @param mostBytes how many bytes of representations are remembered
   * @param previous what was served before; a feed that cannot be rendered any more stays as it was there
   */
  public Site(Publication publication, FeedRules rules, long mostBytes, Optional<Site> previous) {
    this.publication = publication;
    this.feeds = new FeedAssembler(publication, rules);
    this.pages = new PageRenderer(publication, feeds);
    this.guessed = new GuessedAddresses(feeds);
    this.shelves = new Shelves(mostBytes);
    this.lastGood = new Shelf(mostBytes);
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

  /** What its feeds say. */
  public FeedAssembler feeds() {
    return feeds;
  }

  /**
   * What stands at a path.
   *
   * @param path decoded, beginning with {@code /}, without query; the path of the base URL may stand before it
   */
  public Answer find(String path) {
    Answer answer = findOwn(path);
    return answer instanceof Answer.Missing
        ? withoutBase(path).map(this::findOwn).orElse(answer)
        : answer;
  }

  private Answer findOwn(String path) {
    Optional<Answer> moved = publication.findMoved(path).map(this::moved);
    if (moved.isPresent()) {
      return moved.get();
    }
    String own = path.equals(OLD_GENERATORS_FEED) ? "/feed.atom" : path;
    return known(own)
        .<Answer>map(Answer.Found::new)
        .or(() -> publication.findMovedIssue(path).or(() -> meant(own)).map(this::moved))
        .orElseGet(() -> new Answer.Missing(page(Representation.Kind.STATE, pages.notFound(path))));
  }

  private Optional<Representation> known(String path) {
    return shelves.find(path).or(() -> render(path));
  }

  private Answer moved(String target) {
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
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    String plain = path.substring(0, end);
    return Optional.of(plain)
        .filter(target -> !target.equals(path))
        .filter(target -> known(target).isPresent())
        .or(() -> guessed.find(plain).filter(target -> known(target).isPresent()));
  }

  private Optional<Representation> render(String path) {
    Optional<FeedAddress> address =
        feeds.findAddress(path).filter(meant -> meant.path().equals(path));
    Optional<Representation> rendered =
        address.map(own -> feed(path, own)).orElseGet(() -> other(path));
    boolean isRare = path.contains("+")
        || path.startsWith("/except/")
        || address.filter(own -> own.archive().isPresent()).isPresent();
    rendered
        .filter(representation -> representation.kind() != Representation.Kind.STATE)
        .ifPresent(representation -> shelves.keep(path, representation, isRare));
    return rendered;
  }

  private Optional<Representation> feed(String path, FeedAddress address) {
    return feeds.find(address).map(document -> {
      try {
        return feed(address, document);
      } catch (RuntimeException e) {
        // The feed would break every reader: what they had is better than that, or than nothing.
        LOG.error("{} cannot be rendered; its last good version stays, if there is one", path, e);
        return lastGood.find(path).orElseThrow(() -> e);
      }
    });
  }

  private static Representation feed(FeedAddress address, FeedDocument document) {
    return new Representation(
        Representation.Kind.FEED,
        address.format().mediaType(),
        FeedRenderer.render(document, address.format()),
        Optional.of(document.changed()),
        List.of(link(document.self(address.format()), "self", address.format().mediaType())));
  }

  private Optional<Representation> other(String path) {
    if (path.equals("/")) {
      return Optional.of(home());
    }
    if (path.equals("/feeds")) {
      return Optional.of(page(Representation.Kind.PAGE, pages.directory()));
    }
    if (path.endsWith(".opml")) {
      return opml(path);
    }
    if (path.equals("/status")) {
      return Optional.of(page(Representation.Kind.STATE, pages.status()));
    }
    if (path.equals(Stylesheet.PATH)) {
      return Optional.of(file("text/css", Stylesheet.read(), Optional.empty()));
    }
    if (path.startsWith(ISSUES) && path.endsWith(MARKDOWN)) {
      return publication
          .findIssue(path.substring(ISSUES.length(), path.length() - MARKDOWN.length()))
          .map(issue -> file(
              "text/markdown",
              issue.issue().source().getBytes(StandardCharsets.UTF_8),
              Optional.of(issue.changed())));
    }
    if (path.startsWith(ISSUES)) {
      return publication
          .findIssue(path.substring(ISSUES.length()))
          .map(issue -> page(Representation.Kind.PAGE, pages.issue(issue)));
    }
    return feeds
        .findScope(path)
        .filter(scope -> scope.path().equals(path) && !scope.equals(FeedScope.WHOLE))
        .flatMap(pages::feed)
        .map(body -> page(Representation.Kind.PAGE, body));
  }

  private Representation home() {
    URI opml = publication.permalinks().of(PageRenderer.directoryPath(FeedFormat.ATOM));
    return new Representation(
        Representation.Kind.PAGE,
        HTML,
        pages.home(),
        Optional.empty(),
        List.of(link(opml, "outline", OpmlRenderer.MEDIA_TYPE)));
  }

  private Optional<Representation> opml(String path) {
    return Stream.of(FeedFormat.values())
        .filter(format -> PageRenderer.directoryPath(format).equals(path))
        .map(format -> file(
            OpmlRenderer.MEDIA_TYPE,
            OpmlRenderer.render(publication.masthead(), feeds.directory(), format),
            Optional.empty()))
        .findFirst();
  }

  private static String link(URI target, String relation, String mediaType) {
    return "<%s>; rel=\"%s\"; type=\"%s\"".formatted(target, relation, mediaType);
  }

  private static Representation file(
      String mediaType, byte[] body, Optional<Instant> lastModified) {
    return new Representation(Representation.Kind.FILE, mediaType, body, lastModified);
  }

  private static Representation page(Representation.Kind kind, byte[] body) {
    return new Representation(kind, HTML, body, Optional.empty());
  }
}
