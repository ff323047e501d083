package org.offprint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.IssuePattern;
import org.offprint.publication.MediaRules;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.SectionVocabulary;
import org.offprint.site.CurrentSite;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Redirects and links as they stand on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormerAddressOnTheWireTest {
  private static final String BASE = "https://news.example.org/";
  private static final List<FormerSite.Redirect> REDIRECTS = Stream.of(
          List.of("/about.html", "/"),
          List.of("/status", "https://status.example.org/?of=weekly"),
          List.of("/old page", "/feeds"),
          List.of("/older page", "/old page"),
          List.of("/oldest/{slug}", "/{slug}.html"),
          List.of("/archive/{number}.php", "/issues/{slug}"),
          List.of("/{year}/{month}/{day}", "/issues/{slug}"),
          List.of("/{slug}.html", "/issues/{slug}"),
          List.of("/{slug}", "/issues/{slug}"))
      .map(pair -> new FormerSite.Redirect(
          IssuePattern.find(pair.get(0)).orElseThrow(),
          IssuePattern.find(pair.get(1)).orElseThrow()))
      .toList();

  private final CurrentSite current = new CurrentSite();
  private final HttpServer server = new HttpServer(
      current, Clock.systemUTC(), ServedNewsletter.RULES, ServedNewsletter.UNOBSERVED);

  @BeforeAll
  void serve(@TempDir Path folder) throws BindException {
    new IssueFiles(folder)
        .givenIssue("139.md", "Issue 139", "2025-01-05", """
            ## Tools

            [A](https://a.example.org/)

            ## News

            [B](https://b.example.org/)
            """)
        .givenIssue("some-old.md", "Old", "2025-01-01", "Words.");
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Weekly", BASE),
        SectionVocabulary.EMPTY,
        FileRules.NONE,
        new FormerSite(Optional.empty(), REDIRECTS),
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    current.replace(
        TestSites.of(new PublicationLoader(folder).load(Folder.scan(folder), rules, Instant.MAX)));
    server.start("127.0.0.1", 0);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private RawResponse ask(String method, String target) {
    try (RawConnection connection = new RawConnection(server.port())) {
      String request =
          method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      return RawResponse.parse(connection.send(request).rest().getBytes(ISO_8859_1));
    }
  }

  private RawResponse get(String target) {
    return ask("GET", target);
  }

  @ParameterizedTest
  @CsvSource({
    "/139/, issues/139",
    "/139, issues/139",
    "/139.html, issues/139",
    "/139/?utm_source=mail, issues/139",
    "/Some_Old.html, issues/some-old",
    "/Some%20Old, issues/some-old",
    "/some%2Dold/, issues/some-old",
    "/about.html, ''",
    "/old%20page, feeds",
    "/older%20page, feeds",
    "/oldest/139, issues/139",
    "/archive/0139.php, issues/139",
    "/2025/1/1/, issues/some-old",
    "/sections/tools+news.atom, sections/news+tools.atom",
    "/sections/tools%2Bnews.atom, sections/news+tools.atom",
    "/sections/tools%20news.atom, sections/news+tools.atom",
    "'/sections/tools,news.atom', sections/news+tools.atom",
    "'/sections/tools%2cnews', sections/news+tools",
    "/sections/news+tools.xml, sections/news+tools.atom",
    "/Sections/News+Tools/, sections/news+tools",
    "/feeds/atom.opml, feeds.opml"
  })
  void movedAddressIsAnsweredWith301AndAnAbsoluteLocation(String path, String target) {
    for (String method : List.of("GET", "HEAD")) {
      RawResponse answer = ask(method, path);

      assertThat(answer.status()).as(method).isEqualTo(301);
      assertThat(answer.header("Location")).isEqualTo(BASE + target);
      assertThat(answer.header("Cache-Control")).contains("max-age");
    }
  }

  @Test
  void otherSiteIsNamedAsThePublisherWroteIt() {
    assertThat(get("/status").header("Location"))
        .isEqualTo("https://status.example.org/?of=weekly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/feed.atom", "/feed.xml", "/issues/139", "/feeds", "/feeds.opml"})
  void ourOwnAddressesAreServedThoughAPatternMatchesThem(String path) {
    assertThat(get(path).status()).isEqualTo(200);
  }

  /** Follows redirects as a browser does, ten times at most. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/139/",
        "/Some_Old.html/",
        "/about.html///",
        "/SECTIONS/tools%2Bnews+news.XML/",
        "/sections/tools/items/",
        "/rss",
        "/old%20page/"
      })
  void redirectsEndAtAnAnswer(String path) {
    List<String> passed = new ArrayList<>(List.of(path));
    RawResponse answer = get(path);
    while (answer.status() == 301) {
      assertThat(passed).doesNotHaveDuplicates().hasSizeLessThan(10);
      String next = answer.header("Location").substring(BASE.length() - 1);
      passed.add(next);
      answer = get(next);
    }

    assertThat(answer.status()).isEqualTo(200);
    assertThat(passed).hasSizeGreaterThan(1);
  }

  @Test
  void combinationIsServedWithTheSignAndWithItsEncoding() {
    assertThat(get("/sections/news+tools.atom").status()).isEqualTo(200);
    assertThat(get("/sections/news%2Btools.atom").status()).isEqualTo(200);
  }

  @Test
  void feedLinksToItselfAndTheHomePageToTheListOfFeeds() {
    for (String method : List.of("GET", "HEAD")) {
      assertThat(ask(method, "/sections/news+tools.json").header("Link"))
          .isEqualTo("<" + BASE
              + "sections/news+tools.json>; rel=\"self\"; type=\"application/feed+json\"");
      assertThat(ask(method, "/").header("Link"))
          .isEqualTo("<" + BASE + "feeds.opml>; rel=\"outline\"; type=\"text/x-opml\"");
    }
    assertThat(get("/issues/139").headers()).doesNotContainKey("Link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds.opml", "/feeds/rss.opml", "/feeds/json.opml"})
  void listOfFeedsHasItsMediaType(String path) {
    RawResponse answer = get(path);

    assertThat(answer.contentType()).isEqualTo("text/x-opml; charset=utf-8");
    assertThat(answer.body()).startsWith("<?xml").contains("<opml version=\"2.0\">");
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections/%00.atom",
        "/sections/tools%0d%0aLocation:%20x.atom",
        "/sections/%F0%9F%98%80.atom",
        "/views/%2e%2e/feed.atom",
        "/feed/archive/%31%31.atom",
        "/sections/tools%252Bnews.atom",
        "/139%0d%0aX:%20y",
        "/139%00"
      })
  void hostileAddressTellsNothing(String path) {
    RawResponse answer = get(path);

    assertThat(answer.status()).as(answer.headers().toString()).isIn(301, 400, 404);
    assertThat(answer.headers()).doesNotContainKeys("X", "Set-Cookie");
    assertThat(answer.find("Location").orElse(BASE)).startsWith(BASE);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }

  @Test
  @Timeout(5)
  void hundredsOfPlusSignsAreAnsweredSoon() {
    assertThat(get("/sections/" + "+".repeat(980) + ".atom").status()).isEqualTo(404);
    assertThat(get("/sections/" + "%2B".repeat(320) + "tools.atom").header("Location"))
        .isEqualTo(BASE + "sections/tools.atom");
  }
}
