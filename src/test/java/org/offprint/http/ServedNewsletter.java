package org.offprint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.offprint.feed.FeedRules;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.Masthead;
import org.offprint.publication.MediaRules;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.SectionVocabulary;
import org.offprint.search.SearchIndex;
import org.offprint.site.CurrentSite;
import org.offprint.site.LastFeeds;
import org.offprint.site.Site;
import org.offprint.site.SiteHooks;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;
import org.offprint.testing.TestSites;

/** A server over a small newsletter, asked with requests as they stand on the wire. */
final class ServedNewsletter implements AutoCloseable {
  /** When its newest issue was published, as HTTP writes it. */
  static final String LAST_MODIFIED = "Sun, 07 Jun 2026 10:00:00 GMT";

  static final String BASE = "https://news.example.org/";

  /** The rhythm of the newsletter, no limit, no proxy. */
  static final ServingRules RULES =
      new ServingRules(Optional.empty(), Optional.empty(), false, Optional.empty());

  /** No access events, no metrics, and always ready. */
  static final Operations UNOBSERVED =
      new Operations(answered -> {}, Optional::empty, Optional.empty(), Optional.empty());

  private static final String TAG = "tag:news.example.org,2026";

  private final CurrentSite current = new CurrentSite();
  private SiteHooks hooks = TestSites.HOOKS;
  private final HttpServer server;

  private ServedNewsletter() {
    this(Clock.systemUTC(), RULES, UNOBSERVED);
  }

  private ServedNewsletter(Clock clock, ServingRules rules, Operations operations) {
    this.server = new HttpServer(current, clock, rules, operations);
    try {
      server.start("127.0.0.1", 0);
    } catch (BindException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two issues, numbers 1 and 2, both with Tools. */
  static ServedNewsletter of(Path folder) {
    return of(folder, Clock.systemUTC(), RULES);
  }

  /** The same, at a moment and by rules of its own. */
  static ServedNewsletter of(Path folder, Clock clock, ServingRules rules) {
    return of(folder, clock, rules, UNOBSERVED);
  }

  /** The same, watched by those who run it. */
  static ServedNewsletter of(Path folder, Clock clock, ServingRules rules, Operations operations) {
    new IssueFiles(folder)
        .givenIssue("1.md", "Letter 1", "2026-05-31T10:00:00Z", """
            # Tools

            A first tool. [tool](https://tool.example.com/)
            """)
        .givenIssue("2.md", "Letter 2", "2026-06-07T10:00:00Z", """
            # Tools

            Another tool, for a café. [other](https://other.example.com/)
            """);
    ServedNewsletter served = new ServedNewsletter(clock, rules, operations);
    served.publish(folder, TAG);
    return served;
  }

  /**
   * The same, with searches.
   *
   * @param index follows nothing yet
   */
  static ServedNewsletter of(Path folder, SearchIndex index) {
    ServedNewsletter served = ServedNewsletter.of(folder);
    served.hooks = TestSites.searching(index);
    served.publish(folder);
    return served;
  }

  /** The publication that it serves at this moment. */
  Publication publication() {
    return current.find().orElseThrow().publication();
  }

  /** Nothing has been read yet. */
  static ServedNewsletter notYetRead() {
    return new ServedNewsletter();
  }

  /** A newsletter that has yet to be read; the feeds of the last run are served. */
  static ServedNewsletter beginning(Path folder, Operations operations) {
    for (int number = 1; number <= 12; number++) {
      new IssueFiles(folder)
          .givenIssue(
              number + ".md",
              "Letter " + number,
              "2026-05-%02dT10:00:00Z".formatted(number),
              "# Tools\n\nTool %d for you. [tool](https://tool.example.com/)\n".formatted(number));
    }
    ServedNewsletter served =
        new ServedNewsletter(TestClock.at("2026-07-01T00:00:00Z"), RULES, operations);
    byte[] kept = LastFeeds.of(served.read(folder, TAG)).encode();
    served.current.serveLast(LastFeeds.decode(kept, URI.create(BASE)).orElseThrow());
    return served;
  }

  /** Its feeds cannot be made, since their ids are no URIs. */
  static ServedNewsletter broken(Path folder) {
    new IssueFiles(folder).givenIssue("1.md", "Letter 1", "2026-05-31", "Text.");
    ServedNewsletter served = new ServedNewsletter();
    served.publish(folder, "tag:this is no URI,2026");
    return served;
  }

  /** Whatever is rendered of it brings about an error of the JVM, as long as there is one. */
  static ServedNewsletter failing(Path folder, Supplier<Optional<Error>> fault) {
    ServedNewsletter served = of(folder);
    served.hooks = new SiteHooks(
        (kind, time) -> fault.get().ifPresent(ServedNewsletter::fail),
        (coding, time) -> fault.get().ifPresent(ServedNewsletter::fail),
        List::of,
        List::of,
        Optional::empty,
        Optional::empty,
        Optional.empty(),
        true,
        true,
        Optional.empty(),
        Instant::now);
    served.publish(folder);
    return served;
  }

  private static void fail(Error fault) {
    throw fault;
  }

  /** Reads the folder again and serves what it holds now. */
  void publish(Path folder) {
    publish(folder, TAG);
  }

  /** Reads the folder again and serves it by rules of its own. */
  void publish(Path folder, FeedRules rules, SiteHooks own) {
    current.replace(new Site(
        read(folder, TAG).publication(), rules, Site.DEFAULT_MOST_BYTES, Optional.empty(), own));
  }

  private void publish(Path folder, String tag) {
    current.replace(read(folder, tag));
  }

  private Site read(Path folder, String tag) {
    Publication publication =
        new PublicationLoader(folder).load(Folder.scan(folder), rules(tag), Instant.MAX);
    return new Site(
        publication, FeedRules.DEFAULT, Site.DEFAULT_MOST_BYTES, Optional.empty(), hooks);
  }

  private static PublicationRules rules(String tag) {
    Masthead masthead = new Masthead(
        "Example Letter",
        "",
        URI.create(BASE),
        tag,
        "en",
        ZoneOffset.UTC,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
    return new PublicationRules(
        masthead,
        SectionVocabulary.EMPTY,
        FileRules.NONE,
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
  }

  int port() {
    return server.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  RawResponse get(String target, String... headers) {
    return ask("GET", target, headers);
  }

  RawResponse head(String target, String... headers) {
    return ask("HEAD", target, headers);
  }

  /** Sends a request without a body and reads until the server closes the connection. */
  RawResponse ask(String method, String target, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: localhost\r\nConnection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return exchange(request.append("\r\n").toString());
  }

  /** Sends bytes as they stand, one for each letter, and reads until the server closes the connection. */
  RawResponse exchange(String request) {
    try (RawConnection connection = connect()) {
      return RawResponse.parse(connection.send(request).rest().getBytes(ISO_8859_1));
    }
  }

  /** A connection for requests of any kind, and any number. */
  RawConnection connect() {
    return new RawConnection(port());
  }

  @Override
  public void close() {
    server.close();
  }
}
