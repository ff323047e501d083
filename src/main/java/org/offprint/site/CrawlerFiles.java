package org.offprint.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Serves the files for crawlers: the sitemap, which lists the pages for people with the dates that the issues declare (sitemaps.org
 * protocol 0.9), and robots.txt (RFC 9309). Pages that do not fit into one sitemap are in numbered files, and the first file lists
 * those. Thread-safe.
 */
final class CrawlerFiles implements Resource {
  /** Aggregators that respect robots.txt may still fetch the feeds among them. */
  private static final List<String> COMBINATIONS =
      List.of(Addresses.EXCEPT, Addresses.SECTIONS + "*+");
  /** Combinations and searches, of which there is no end. */
  private static final List<String> NOT_FOR_CRAWLERS = Stream.concat(
          COMBINATIONS.stream(), Stream.of(Addresses.BUILDER, Addresses.SEARCH + "?"))
      .toList();

  private static final String MEDIA_TYPE = "application/xml";

  private static final Pattern NUMBERED = Pattern.compile("/sitemap-([1-9][0-9]{0,5})\\.xml");
  private static final String SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9";
  /** A page of items shows no more issues. */
  private static final int MOST_ISSUES = 50;

  /**
   * The size of one file.
   *
   * @param pages the number of addresses
   * @param bytes the bytes of those addresses
   */
  record Limits(int pages, int bytes) {
    /** The protocol allows 50,000 addresses in 50 MB, of which the rest of the file needs some. */
    static final Limits OF_PROTOCOL = new Limits(50_000, 50_000_000);
  }

  /** An address in a sitemap, and the last change of its page. */
  private record ListedPage(String address, Optional<Instant> changed) {
    String xml(String element) {
      return "<" + element + "><loc>" + address.replace("&", "&amp;").replace("'", "&apos;")
          + "</loc>"
          + changed.map(moment -> "<lastmod>" + moment + "</lastmod>").orElse("") + "</"
          + element + ">\n";
    }
  }

  private final Publication publication;
  private final FeedAssembler feeds;
  private final Supplier<Stream<String>> pages;
  private final Limits most;
  /** The number of its files; 0 until they are counted. */
  private int count;

  /**
   * Lists pages within the limits of the protocol.
   *
   * @param publication the issues
   * @param feeds the feeds that have pages
   * @param pages lists the paths of the pages
   */
  CrawlerFiles(Publication publication, FeedAssembler feeds, Supplier<Stream<String>> pages) {
    this(publication, feeds, pages, Limits.OF_PROTOCOL);
  }

  CrawlerFiles(
      Publication publication, FeedAssembler feeds, Supplier<Stream<String>> pages, Limits most) {
    this.publication = publication;
    this.feeds = feeds;
    this.pages = pages;
    this.most = most;
  }

  /** Counts once: a request for an unknown file must not list all pages. */
  private synchronized int count() {
    if (count == 0) {
      count = files().size();
    }
    return count;
  }

  /** Lists the first sitemap behind the others. */
  @Override
  public Stream<String> paths() {
    int files = count();
    Stream<String> numbered =
        files == 1 ? Stream.empty() : IntStream.rangeClosed(1, files).mapToObj(CrawlerFiles::path);
    return Stream.concat(numbered, Stream.of(Addresses.SITEMAP, Addresses.ROBOTS));
  }

  private static String path(int number) {
    return "/sitemap-" + number + ".xml";
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    return switch (path) {
      case Addresses.ROBOTS ->
        Optional.of(() -> Representation.ofFile("text/plain", utf8(robots())));
      case Addresses.SITEMAP -> Optional.of(() -> sitemap(first()));
      default -> numbered(path);
    };
  }

  private Optional<Supplier<Representation>> numbered(String path) {
    Matcher number = NUMBERED.matcher(path);
    if (!number.matches()) {
      return Optional.empty();
    }
    int file = Integer.parseInt(number.group(1));
    return count() > 1 && file <= count()
        ? Optional.of(() -> sitemap(urls(files().get(file - 1))))
        : Optional.empty();
  }

  private static Representation sitemap(String xml) {
    return Representation.ofFile(MEDIA_TYPE, utf8(xml));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String robots() {
    if (!publication.isForCrawlers()) {
      return "User-agent: *\nDisallow: /\n";
    }
    String base = publication.addresses().of("/").getRawPath().replaceFirst("/$", "");
    Stream<String> kept = NOT_FOR_CRAWLERS.stream().map(path -> "Disallow: " + base + path);
    Stream<String> feeds = COMBINATIONS.stream()
        .flatMap(path -> Stream.of(FeedFormat.values())
            .map(format -> "Allow: " + base + path + "*." + format.suffix() + "$"));
    return Stream.concat(kept, feeds)
        .collect(Collectors.joining(
            "\n",
            "User-agent: *\n",
            "\n\nSitemap: " + publication.addresses().of(Addresses.SITEMAP) + "\n"));
  }

  private String first() {
    List<List<ListedPage>> files = files();
    if (files.size() == 1) {
      return urls(files.get(0));
    }
    return document(
        "sitemapindex",
        "sitemap",
        IntStream.rangeClosed(1, files.size())
            .mapToObj(number -> new ListedPage(
                publication.addresses().of(path(number)).toString(),
                latest(files.get(number - 1).stream().flatMap(page -> page.changed().stream()))))
            .toList());
  }

  private static String urls(List<ListedPage> pages) {
    return document("urlset", "url", pages);
  }

  private static String document(String root, String element, List<ListedPage> listed) {
    return listed.stream()
        .map(page -> page.xml(element))
        .collect(Collectors.joining(
            "",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + SCHEMA + "\">\n",
            "</" + root + ">\n"));
  }

  /** The pages, file by file; at least one file, which may be empty. */
  private List<List<ListedPage>> files() {
    List<List<ListedPage>> files = new ArrayList<>(List.of(new ArrayList<>()));
    int bytes = 0;
    for (ListedPage page : listed()) {
      List<ListedPage> last = files.get(files.size() - 1);
      int length = page.xml("url").length();
      bytes += length;
      if (last.size() == most.pages() || (bytes > most.bytes() && !last.isEmpty())) {
        last = new ArrayList<>();
        files.add(last);
        bytes = length;
      }
      last.add(page);
    }
    return files;
  }

  private List<ListedPage> listed() {
    return pages
        .get()
        .filter(path -> !path.startsWith(Addresses.EXCEPT))
        .filter(path -> publication.findMoved(path).isEmpty())
        .map(path -> new ListedPage(publication.addresses().of(path).toString(), changed(path)))
        .toList();
  }

  private Optional<Instant> changed(String path) {
    if (path.startsWith(Addresses.ISSUES)) {
      return IssueFiles.issue(publication, path).map(PublishedIssue::updated);
    }
    if (path.equals(Addresses.HOME)
        || path.equals(Addresses.DIRECTORY)
        || path.equals(Addresses.ARCHIVE)) {
      return latest(feeds, FeedScope.whole());
    }
    return publication
        .findPage(path)
        .map(page -> page.issue().updated().map(OffsetDateTime::toInstant))
        .orElseGet(() -> feeds.findScope(path).flatMap(scope -> latest(feeds, scope)));
  }

  private static Optional<Instant> latest(FeedAssembler feeds, FeedScope scope) {
    return latest(feeds.issues(scope).limit(MOST_ISSUES).map(own -> own.issue().updated()));
  }

  private static Optional<Instant> latest(Stream<Instant> moments) {
    return moments.max(Comparator.naturalOrder());
  }
}
