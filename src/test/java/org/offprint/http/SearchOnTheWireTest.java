package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.search.SearchIndex;
import org.offprint.testing.TestPublications;

/** Searches as pages and feeds, seen from outside. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchOnTheWireTest {
  private static final String DOCUMENT = "Sec-Fetch-Dest: document";
  private static final String NAVIGATE = "Sec-Fetch-Mode: navigate\r\nPriority: u=0, i";

  private final SearchIndex index = new SearchIndex(TestPublications.SEARCHED_AT_ONCE, time -> {});

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeAll
  void serve(@TempDir Path folder) {
    served = ServedNewsletter.of(folder, index);
    follow(index, served);
  }

  private static void follow(SearchIndex index, ServedNewsletter served) {
    long before = index.number();
    index.follow(served.publication());
    while (index.number() == before) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  @AfterAll
  void stop() {
    served.close();
    index.close();
  }

  @Test
  void pageShowsTheHits() {
    RawResponse page = served.get("/search?q=cafe");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(page.body())
        .contains("1 hit", "for a <mark>café</mark>", "href=\"/issues/2#")
        .contains("href=\"https://news.example.org/search.atom?q=cafe\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/search.atom?q=tool, application/atom+xml",
    "/search.rss?q=tool, application/rss+xml",
    "/search.json?q=tool, application/feed+json"
  })
  void feedIsAFeedLikeOthers(String address, String type) {
    RawResponse feed = served.get(address);

    assertThat(feed.status()).isEqualTo(200);
    assertThat(feed.contentType()).isEqualTo(type + "; charset=utf-8");
    assertThat(feed.body())
        .contains("Search for tool · Example Letter", ServedNewsletter.BASE + address.substring(1))
        .containsSubsequence("Another tool", "A first tool");
    assertThat(feed.header("Link"))
        .contains("<" + ServedNewsletter.BASE + address.substring(1) + ">; rel=\"self\"");
    assertThat(feed.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(feed.header("Cache-Control")).startsWith("public, max-age=");
    assertThat(served.get(address, "If-None-Match: " + feed.header("ETag")).status())
        .isEqualTo(304);
    assertThat(served.get(address, "Accept-Encoding: gzip").header("Content-Encoding"))
        .isEqualTo("gzip");
    assertThat(served.head(address).headersWithoutDate()).isEqualTo(feed.headersWithoutDate());
    assertThat(served.head(address).length()).isZero();
  }

  @Test
  void pageOffersItsOwnFeedFirstAndTheWholeNewslettersLast() {
    assertThat(Jsoup.parse(served.get("/search?q=tool").body())
            .select("link[type=application/atom+xml]")
            .eachAttr("href"))
        .containsExactly(
            ServedNewsletter.BASE + "search.atom?q=tool", ServedNewsletter.BASE + "feed.atom");
  }

  @Test
  void entriesHaveTheIdsOfOtherFeedsOfItems() {
    String id =
        served.get("/feed/items.atom").body().replaceAll("(?s).*<entry>.*?<id>(.*?)</id>.*", "$1");

    assertThat(served.get("/search.atom?q=tool").body()).contains("<id>" + id + "</id>");
  }

  @Test
  void feedWithoutHitsIsAFeed() {
    assertThat(served.get("/search.atom?q=nowhere").status()).isEqualTo(200);
    assertThat(served.get("/search.atom?q=nowhere").body())
        .contains("<feed", "</feed>")
        .doesNotContain("<entry>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/search.atom?q=first++tool|search.atom?q=first+tool",
        "/search.atom?q=first%20tool|search.atom?q=first+tool",
        "/search.atom?utm_source=x&q=tool|search.atom?q=tool",
        "/search.xml?q=tool|search.atom?q=tool",
        "/Search.ATOM?q=tool|search.atom?q=tool",
        "/search.rss?q=host%3aexample.com|search.rss?q=host:example.com",
        "/search.atom?q=%zz|search.atom?q=%25zz",
        "/search.atom?q=%ff|search.atom?q=%25ff",
        "/search/?q=tool|search?q=tool"
      })
  void otherSpellingsLeadToTheOne(String asked, String canonical) {
    RawResponse answer = served.get(asked);

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("Location")).isEqualTo(ServedNewsletter.BASE + canonical);
    assertThat(served.get("/" + canonical).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search.atom", "/search.atom?q=", "/search.atom?q=+"})
  void whatMeansNothingIsRefused(String address) {
    RawResponse answer = served.get(address);

    assertThat(answer.status()).isEqualTo(400);
    ServedTest.assertIsShortRefusal(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search",
        "/search?",
        "/search?q=",
        "/search?q=%22",
        "/search?q=-tool",
        "/search?q=***",
        "/search?q=%",
        "/search?q=100%",
        "/search?q=%zz",
        "/search?q=%e4",
        "/search?q=section:nowhere",
        "/search?q=tool&page=9999",
        "/search?q=tool&page=-1",
        "/search?q=tool&sort=x",
        "/search?q=%00%0d%0aSet-Cookie:x"
      })
  void strangeQueriesGetAPage(String address) {
    RawResponse page = served.get(address);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("How to search").contains("</html>");
    assertThat(page.headers()).doesNotContainKey("Set-Cookie");
  }

  @ParameterizedTest
  @CsvSource({"/search?q=tool&page=7, search?q=tool", "/search?q=nowhere&page=2, search?q=nowhere"})
  void pageBeyondTheLastLeadsToTheLast(String asked, String last) {
    RawResponse answer = served.get(asked);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(ServedNewsletter.BASE + last);
    assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
  }

  @Test
  void longQueryIsCut() {
    assertThat(served.get("/search?q=" + "a".repeat(3000)).status()).isEqualTo(200);
    assertThat(served.get("/search.atom?q=" + "a".repeat(3000)).header("Location"))
        .endsWith("?q=" + "a".repeat(200));
  }

  @Test
  void nothingOfAQueryIsMarkup() {
    String script = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";

    assertThat(served.get("/search?q=" + script).body())
        .doesNotContain("<script>", "alert(1)</script")
        .contains("&lt;script>");
    assertThat(served.get("/search.rss?q=%3Cscript%3E").body()).doesNotContain("<script");
    assertThat(served.get("/search.atom?q=%3Cb%3E").body()).contains("Search for &lt;b&gt;");
  }

  @Test
  void linksOfThePageLeadToTheSearch() {
    Document page = Jsoup.parse(served.get("/search?q=tool").body());

    assertThat(page.select("main .formats a").eachAttr("href"))
        .containsExactly("/search.atom?q=tool", "/search.rss?q=tool", "/search.json?q=tool");
    Document opened =
        Jsoup.parse(served.get("/search.atom?q=tool", DOCUMENT, NAVIGATE).body());
    assertThat(opened.select("#feed-notice a").eachAttr("href"))
        .containsExactly("/search.atom?q=tool&raw");
  }

  @ParameterizedTest
  @ValueSource(strings = {"~tool", "%7Etool", "%7etool"})
  void tildeIsWrittenInAnyWay(String query) {
    assertThat(served.get("/search.atom?q=" + query).status()).isEqualTo(200);
  }

  @Test
  void searchThatCanFindNothingIsNoFeed() {
    assertThat(served.get("/search?q=-tool").body()).doesNotContain("Subscribe to this search");
  }

  @Test
  void personWhoOpensTheFeedGetsThePage() {
    RawResponse page = served.get("/search.atom?q=tool", DOCUMENT, NAVIGATE);

    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(page.body())
        .contains("This address is a feed")
        .containsSubsequence("Another <mark>tool</mark>", "A first <mark>tool</mark>");
    assertThat(served.get("/search.atom?q=tool&raw", DOCUMENT, NAVIGATE).contentType())
        .isEqualTo("application/atom+xml; charset=utf-8");
  }

  @Test
  void pathWithAnEncodedQueryIsNoSearch() {
    assertThat(served.get("/search.atom?q=tool").status()).isEqualTo(200);
    assertThat(served.get("/search.atom%3Fq=tool").status()).isEqualTo(404);
  }

  @Test
  void describesItselfToBrowsers() {
    assertThat(served.get("/").body())
        .contains("rel=\"search\"", "href=\"/opensearch.xml\"", "action=\"/search\"");
    assertThat(served.get("/opensearch.xml").contentType())
        .isEqualTo("application/opensearchdescription+xml; charset=utf-8");
    assertThat(served.get("/opensearch.xml").body())
        .contains("template=\"https://news.example.org/search?q={searchTerms}\"");
  }

  @Test
  void comesLaterWhileNothingIsIndexed(@TempDir Path other) {
    try (SearchIndex empty = new SearchIndex(TestPublications.SEARCHED_AT_ONCE, time -> {});
        ServedNewsletter early = ServedNewsletter.of(other, empty)) {
      RawResponse page = early.get("/search?q=tool");
      RawResponse feed = early.get("/search.atom?q=tool");

      assertThat(page.status()).isEqualTo(503);
      assertThat(page.header("Retry-After")).isEqualTo("5");
      assertThat(page.body()).contains("the issues are being indexed", "</html>");
      assertThat(feed.status()).isEqualTo(503);
      assertThat(feed.header("Retry-After")).isEqualTo("5");
      ServedTest.assertIsShortRefusal(feed);

      follow(empty, early);
      assertThat(early.get("/search.atom?q=tool").status()).isEqualTo(200);
    }
  }

  @Test
  void everyCopySaysTheSame(@TempDir Path other) {
    try (SearchIndex second = new SearchIndex(TestPublications.SEARCHED_AT_ONCE, time -> {});
        ServedNewsletter copy = ServedNewsletter.of(other, second)) {
      follow(second, copy);
      for (String address :
          new String[] {"/search?q=tool", "/search.atom?q=tool", "/search.rss?q=caf*"}) {
        assertThat(copy.get(address).body()).isEqualTo(served.get(address).body());
        assertThat(copy.get(address).header("ETag"))
            .isEqualTo(served.get(address).header("ETag"));
      }
    }
  }
}
