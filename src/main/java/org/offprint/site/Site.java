package org.offprint.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedWindow;
import org.offprint.format.FeedRenderer;
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
  private static final String SECTIONS = "/sections/";
  private static final String ITEMS = "/items";
  private static final String MARKDOWN = ".md";
  /** Readers that came from the old generator may never follow a redirect. */
  private static final String OLD_GENERATORS_FEED = "/feed.xml";

  private static final Map<String, String> GUESSED = Map.of(
      "/feed", "/feed.atom",
      "/atom.xml", "/feed.atom",
      "/index.xml", "/feed.atom",
      "/rss", "/feed.rss",
      "/rss.xml", "/feed.rss",
      "/feed/items", "/",
      "/issues", "/",
      "/sections", "/");

  private final Publication publication;
  private final FeedAssembler feeds;
  private final PageRenderer pages;
  private final Shelf shelf;
  private final Shelf lastGood;

  /**
   * Serves a publication.
   *
   * @param window how much the documents hold that people subscribe to
   * @param mostBytes how many bytes of representations are remembered
   * @param previous what was served before; a feed that cannot be rendered any more stays as it was there
   */
  public Site(Publication publication, FeedWindow window, long mostBytes, Optional<Site> previous) {
    this.publication = publication;
    this.feeds = new FeedAssembler(publication, window);
    this.pages = new PageRenderer(publication);
    this.shelf = new Shelf(mostBytes);
    this.lastGood = new Shelf(mostBytes);
    previous.ifPresent(site -> {
      site.lastGood.copy().forEach(lastGood::keep);
      site.shelf.copy().forEach((path, representation) -> {
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
    String own = path.equals(OLD_GENERATORS_FEED) ? "/feed.atom" : path;
    Optional<Representation> found = shelf.find(own).or(() -> render(own));
    if (found.isPresent()) {
      return new Answer.Found(found.get());
    }
    return moved(own)
        .<Answer>map(
            target -> new Answer.Moved(publication.permalinks().of(target).toString()))
        .orElseGet(() -> new Answer.Missing(page(Representation.Kind.STATE, pages.notFound())));
  }

  /** What is left of a path below the path of the base URL, which a proxy may pass on or not. */
  private Optional<String> withoutBase(String path) {
    String base = publication.masthead().baseUri().getPath();
    if (base.length() == 1 || !(path + "/").startsWith(base)) {
      return Optional.empty();
    }
    return Optional.of(path.length() < base.length() ? "/" : path.substring(base.length() - 1));
  }

  private Optional<String> moved(String path) {
    String target = path.replaceFirst("/++$", "");
    if (!target.equals(path) && !target.isEmpty()) {
      return shelf.find(target).or(() -> render(target)).isPresent()
          ? Optional.of(target)
          : moved(target);
    }
    if (path.startsWith(SECTIONS) && path.endsWith(ITEMS)) {
      String section = path.substring(0, path.length() - ITEMS.length());
      return render(section).map(page -> section);
    }
    return Optional.ofNullable(GUESSED.get(path));
  }

  private Optional<Representation> render(String path) {
    Optional<Representation> rendered =
        FeedAddress.parse(path).map(address -> feed(path, address)).orElseGet(() -> other(path));
    rendered
        .filter(representation -> representation.kind() != Representation.Kind.STATE)
        .ifPresent(representation -> shelf.keep(path, representation));
    return rendered;
  }

  private Optional<Representation> feed(String path, FeedAddress address) {
    return feeds.find(address.scope(), address.lens()).map(document -> {
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
        Optional.of(document.updated()));
  }

  private Optional<Representation> other(String path) {
    if (path.equals("/")) {
      return Optional.of(page(Representation.Kind.PAGE, pages.home()));
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
              Optional.of(issue.updated())));
    }
    if (path.startsWith(ISSUES)) {
      return publication
          .findIssue(path.substring(ISSUES.length()))
          .map(issue -> page(Representation.Kind.PAGE, pages.issue(issue)));
    }
    return path.startsWith(SECTIONS)
        ? section(path.substring(SECTIONS.length()))
        : Optional.empty();
  }

  private Optional<Representation> section(String key) {
    return publication.sections().stream()
        .filter(section -> section.key().value().equals(key))
        .findFirst()
        .map(section -> page(Representation.Kind.PAGE, pages.section(section)));
  }

  private static Representation file(
      String mediaType, byte[] body, Optional<Instant> lastModified) {
    return new Representation(Representation.Kind.FILE, mediaType, body, lastModified);
  }

  private static Representation page(Representation.Kind kind, byte[] body) {
    return new Representation(kind, "text/html", body, Optional.empty());
  }
}
