package org.offprint.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.offprint.feed.FeedScope;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Lists the pages for people by the sitemaps.org protocol 0.9, with the dates that the issues declare. Pages that do not fit into one
 * file are in numbered files, and the first file lists those. Thread-safe.
 */
final class Sitemap {
  static final String MEDIA_TYPE = "application/xml";

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
  private record Place(String address, Optional<Instant> changed) {
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
  Sitemap(Publication publication, FeedAssembler feeds, Supplier<Stream<String>> pages) {
    this(publication, feeds, pages, Limits.OF_PROTOCOL);
  }

  Sitemap(
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

  /** Lists the paths of its files, the first one last. */
  Stream<String> paths() {
    int files = count();
    Stream<String> numbered =
        files == 1 ? Stream.empty() : IntStream.rangeClosed(1, files).mapToObj(Sitemap::path);
    return Stream.concat(numbered, Stream.of(Addresses.SITEMAP));
  }

  private static String path(int number) {
    return "/sitemap-" + number + ".xml";
  }

  /** Finds the writer of the file at a path, in UTF-8. */
  Optional<Supplier<byte[]>> find(String path) {
    if (path.equals(Addresses.SITEMAP)) {
      return Optional.of(this::first);
    }
    Matcher number = NUMBERED.matcher(path);
    if (!number.matches()) {
      return Optional.empty();
    }
    int file = Integer.parseInt(number.group(1));
    return count() > 1 && file <= count()
        ? Optional.of(() -> urls(files().get(file - 1)))
        : Optional.empty();
  }

  private byte[] first() {
    List<List<Place>> files = files();
    if (files.size() == 1) {
      return urls(files.get(0));
    }
    return document(
        "sitemapindex",
        "sitemap",
        IntStream.rangeClosed(1, files.size())
            .mapToObj(number -> new Place(
                publication.addresses().of(path(number)).toString(),
                latest(files.get(number - 1).stream().flatMap(page -> page.changed().stream()))))
            .toList());
  }

  private static byte[] urls(List<Place> pages) {
    return document("urlset", "url", pages);
  }

  private static byte[] document(String root, String element, List<Place> places) {
    return places.stream()
        .map(place -> place.xml(element))
        .collect(Collectors.joining(
            "",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + SCHEMA + "\">\n",
            "</" + root + ">\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The pages, file by file; at least one file, which may be empty. */
  private List<List<Place>> files() {
    List<List<Place>> files = new ArrayList<>(List.of(new ArrayList<>()));
    int bytes = 0;
    for (Place page : places()) {
      List<Place> last = files.get(files.size() - 1);
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

  private List<Place> places() {
    return pages
        .get()
        .filter(path -> !RobotsFile.isKeptFrom(path))
        .filter(path -> publication.findMoved(path).isEmpty())
        .map(path -> new Place(publication.addresses().of(path).toString(), changed(path)))
        .toList();
  }

  private Optional<Instant> changed(String path) {
    if (path.startsWith(Addresses.ISSUES)) {
      return publication
          .findIssue(path.substring(Addresses.ISSUES.length()))
          .map(PublishedIssue::updated);
    }
    if (path.equals(Addresses.HOME)
        || path.equals(Addresses.DIRECTORY)
        || path.equals(Addresses.ARCHIVE)) {
      return latest(feeds, FeedScope.whole());
    }
    return feeds.findScope(path).flatMap(scope -> latest(feeds, scope));
  }

  private static Optional<Instant> latest(FeedAssembler feeds, FeedScope scope) {
    return latest(feeds.issues(scope).limit(MOST_ISSUES).map(own -> own.issue().updated()));
  }

  private static Optional<Instant> latest(Stream<Instant> moments) {
    return moments.max(Comparator.naturalOrder());
  }
}
