package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that opens the address of a feed gets its page. */
final class NavigationTest extends ServedTest {
  private static final String DOCUMENT = "Sec-Fetch-Dest: document";
  private static final String NAVIGATE = "Sec-Fetch-Mode: navigate\r\nPriority: u=0, i";

  @ParameterizedTest
  @CsvSource({
    "/feed.atom, feed.atom, /",
    "/feed.xml, feed.atom, /",
    "/feed/items.json, feed/items.json, /",
    "/sections/tools.rss, sections/tools.rss, /sections/tools",
    "/sections/tools/archive/1.atom, sections/tools.atom, /sections/tools",
    "/except/tools.atom, except/tools.atom, /except/tools"
  })
  void personIsToldWhatToDoWithThatVeryAddress(String feed, String address, String page) {
    RawResponse answer = served.get(feed, DOCUMENT, NAVIGATE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
    Document notice = Jsoup.parse(answer.body());
    assertThat(notice.select("h2").text()).contains("This address is a feed");
    assertThat(notice.select(".notice code").text()).isEqualTo(ServedNewsletter.BASE + address);
    assertThat(notice.select("main a").eachAttr("href")).contains(page);
    assertThat(notice.select("#newest ~ ol li").isEmpty()).isEqualTo(feed.startsWith("/except"));
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.header("Vary")).contains("Sec-Fetch-Dest");
    assertThat(answer.find("ETag")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed/items.rss", "/sections/tools/archive/1.json"})
  void documentItselfIsOneLinkAway(String feed) {
    String raw = Jsoup.parse(served.get(feed, DOCUMENT, NAVIGATE).body())
        .select("a[href$=?raw]")
        .attr("href");

    assertThat(raw).isEqualTo(feed + "?raw");
    RawResponse answer = served.get(raw, DOCUMENT, NAVIGATE);
    assertThat(answer.contentType()).isEqualTo(served.get(feed).contentType());
    assertThat(answer.body()).isEqualTo(served.get(feed).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss", "/sections/tools/items.json"})
  void feedSaysThatItIsNotForEverybody(String path) {
    assertThat(served.get(path).header("Vary").split(", *"))
        .containsExactlyInAnyOrder("Accept-Encoding", "Sec-Fetch-Dest");
    assertThat(served.get(path, "If-None-Match: *").header("Vary"))
        .isEqualTo(served.get(path).header("Vary"));
  }

  @Test
  void pageForAPersonIsAnOrdinaryPage() {
    RawResponse page = served.get("/sections/tools");
    RawResponse answer = served.get("/sections/tools.rss", DOCUMENT, NAVIGATE);

    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(page.header("Content-Security-Policy"));
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
    assertThat(answer.headers())
        .doesNotContainKeys("ETag", "Last-Modified", "Access-Control-Allow-Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"If-None-Match: *", "If-Modified-Since: " + ServedNewsletter.LAST_MODIFIED})
  void personGetsThePageWhateverTheBrowserHas(String condition) {
    assertThat(served.get("/feed.atom", DOCUMENT, NAVIGATE, condition).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"gzip", "br"})
  void pageForAPersonIsPackedToo(String coding) {
    RawResponse answer = served.get("/feed.atom", DOCUMENT, NAVIGATE, "Accept-Encoding: " + coding);

    assertThat(answer.header("Content-Encoding")).isEqualTo(coding);
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
    assertThat(answer.header("Vary").split(", *"))
        .containsExactlyInAnyOrder("Accept-Encoding", "Sec-Fetch-Dest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds.opml", "/issues/2.md", "/"})
  void otherAddressesAreTheSameForAPerson(String path) {
    assertThat(served.get(path, DOCUMENT, NAVIGATE).headersWithoutDate())
        .isEqualTo(served.get(path).headersWithoutDate());
  }

  @Test
  void movedFeedIsMovedForAPersonToo() {
    assertThat(served.get("/rss", DOCUMENT, NAVIGATE).header("Location"))
        .isEqualTo(ServedNewsletter.BASE + "feed.rss");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: text/html",
        DOCUMENT,
        NAVIGATE,
        "Sec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors",
        "Sec-Fetch-Dest: iframe\r\nSec-Fetch-Mode: navigate\r\nPriority: u=0, i",
        "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: cors\r\nPriority: u=0, i",
        "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: no-cors\r\nPriority: u=0, i",
        "Sec-Fetch-Dest: documents\r\nSec-Fetch-Mode: navigate\r\nPriority: u=0, i",
        "Sec-Fetch-Dest: document\r\nSec-Fetch-User: ?1\r\nUpgrade-Insecure-Requests: 1",
        "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-User: ?1\r\nUpgrade-Insecure-Requests: 1",
        "User-Agent: Mozilla/5.0\r\nAccept: text/html,application/xhtml+xml"
      })
  void everybodyElseGetsTheFeed(String headers) {
    assertThat(served.get("/feed.atom", headers).contentType())
        .isEqualTo("application/atom+xml; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Priority: u=0, i", "Sec-CH-UA: \"Chromium\";v=\"140\""})
  void eachSignOfABrowsersOwnHttpStackIsEnough(String sign) {
    assertThat(
            served.get("/feed.atom", DOCUMENT, "Sec-Fetch-Mode: navigate", sign).contentType())
        .isEqualTo("text/html; charset=utf-8");
  }

  @Test
  void unknownFeedIsMissingForAPersonToo() {
    assertThat(served.get("/sections/unknown.atom", DOCUMENT, NAVIGATE).status())
        .isEqualTo(404);
  }

  @Test
  void headTellsAPersonOfThePage() {
    RawResponse head = served.head("/feed.atom", DOCUMENT, NAVIGATE);

    assertThat(head.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(head.headersWithoutDate())
        .isEqualTo(served.get("/feed.atom", DOCUMENT, NAVIGATE).headersWithoutDate());
    assertThat(head.length()).isZero();
  }
}
