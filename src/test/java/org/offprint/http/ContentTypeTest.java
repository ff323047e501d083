package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** The media type of each address. */
final class ContentTypeTest extends ServedTest {
  @ParameterizedTest
  @CsvSource({
    "/feed.atom,                application/atom+xml",
    "/feed.rss,                 application/rss+xml",
    "/feed.json,                application/feed+json",
    "/feed/items.atom,          application/atom+xml",
    "/feed/items.rss,           application/rss+xml",
    "/feed/items.json,          application/feed+json",
    "/sections/tools.atom,      application/atom+xml",
    "/sections/tools.rss,       application/rss+xml",
    "/sections/tools.json,      application/feed+json",
    "/sections/tools/items.atom,application/atom+xml",
    "/sections/tools/items.rss, application/rss+xml",
    "/sections/tools/items.json,application/feed+json",
    "/,                         text/html",
    "/issues/2,                 text/html",
    "/issues/2.md,              text/markdown",
    "/sections/tools,           text/html",
    "/status,                   text/html",
  })
  void everyKindHasItsTypeAndCharset(String path, String mediaType) {
    RawResponse answer = served.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo(mediaType + "; charset=utf-8");
    assertThat(answer.headers().get("Content-Type")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.rss", "/", "/archive", "/issues/1", "/issues/1.md", "/robots.txt"})
  void isTheSameOnTheFirstAndOnLaterAnswers(String path, @TempDir Path folder) {
    try (ServedNewsletter fresh = ServedNewsletter.of(folder)) {
      String first = fresh.get(path).header("Content-Type");

      assertThat(fresh.get(path).header("Content-Type")).isEqualTo(first);
      assertThat(fresh.get(path + "?a=b").header("Content-Type")).isEqualTo(first);
      assertThat(first).endsWith("; charset=utf-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rss", "/feed", "/issues/2/"})
  void redirectHasNoBodyAndDescribesNone(String path) {
    RawResponse answer = served.get(path);

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.length()).isZero();
    assertThat(answer.header("Content-Length")).isEqualTo("0");
    assertThat(answer.headers()).doesNotContainKeys("Content-Type", "ETag", "Vary");
  }

  @Test
  void stylesheetAndScriptOfAPageMayBeKeptForEver() {
    RawResponse css = linked("rel=\"stylesheet\" href=\"");
    RawResponse script = linked("<script src=\"");

    assertThat(css.status()).isEqualTo(200);
    assertThat(css.contentType()).isEqualTo("text/css; charset=utf-8");
    assertThat(script.contentType()).isEqualTo("text/javascript; charset=utf-8");
    assertThat(List.of(css, script))
        .allSatisfy(file -> assertThat(file.header("Cache-Control"))
            .isEqualTo("public, max-age=31536000, immutable"));
  }

  @Test
  void outdatedStylesheetLeadsToTheLatest() {
    assertThat(served.get("/assets/offprint-0123456789ab.css").header("Location"))
        .isEqualTo(ServedNewsletter.BASE + "assets/offprint.css");
    assertThat(served.get("/assets/offprint.css").header("Cache-Control"))
        .doesNotContain("immutable");
  }

  private RawResponse linked(String marker) {
    String page = served.get("/").body();
    int start = page.indexOf(marker) + marker.length();
    return served.get(page.substring(start, page.indexOf('"', start)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.json", "/", "/issues/2.md", "/status", "/nothing"})
  void lengthIsToldAndTheBodyHasIt(String path) {
    RawResponse answer = served.get(path);

    assertThat(answer.length()).isPositive();
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
    assertThat(answer.headers()).doesNotContainKey("Transfer-Encoding");
  }

  @Test
  void bodyIsWrittenInUtf8() {
    assertThat(served.get("/issues/2").body()).contains("café");
    assertThat(served.get("/issues/2.md").body()).contains("café");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss", "/sections/tools/items.atom"})
  void xmlFeedIsWellFormed(String path) throws Exception {
    String body = served.get(path).body();

    assertThat(DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)))
            .getDocumentElement()
            .getTagName())
        .isIn("feed", "rss");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feed.atom",
        "/",
        "/issues/2.md",
        "/status",
        "/nothing",
        "/assets/offprint.css",
        "/rss",
        "/issues/2/"
      })
  void browserMustNotGuessAnotherType(String path) {
    assertThat(served.get(path).header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feed.atom",
        "/feed.rss",
        "/feed.json",
        "/sections/tools/items.json",
        "/feeds.opml",
        "/",
        "/issues/2",
        "/issues/2.md",
        "/status",
        "/assets/offprint.css",
        "/nothing",
        "/rss",
        "/issues/%ff"
      })
  void noHeaderIsSentTwice(String path) {
    assertThat(served.get(path, "Accept-Encoding: gzip").headers())
        .allSatisfy((name, values) -> assertThat(values).as(name).hasSize(1))
        .containsKeys("Date", "Content-Length");
  }

  @ParameterizedTest
  @CsvSource({
    "/feed.atom, feed.atom, application/atom+xml",
    "/feed.xml, feed.atom, application/atom+xml",
    "/feed/items.rss, feed/items.rss, application/rss+xml",
    "/sections/tools.json, sections/tools.json, application/feed+json",
    "/sections/tools/archive/1.rss, sections/tools/archive/1.rss, application/rss+xml",
    "/except/tools.atom, except/tools.atom, application/atom+xml"
  })
  void feedNamesItsOneAddress(String path, String self, String type) {
    String link = "<" + ServedNewsletter.BASE + self + ">; rel=\"self\"; type=\"" + type + "\"";

    for (String coding : List.of("identity", "gzip", "br")) {
      assertThat(served.get(path, "Accept-Encoding: " + coding).header("Link")).isEqualTo(link);
    }
    assertThat(served.get(path).body()).contains('"' + ServedNewsletter.BASE + self + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"/issues/2", "/issues/2.md", "/sections/tools", "/status", "/nothing"})
  void whatIsNoFeedNamesNoAddress(String path) {
    assertThat(served.get(path).find("Link")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/issues/2.md", "/"})
  void partOfADocumentIsNotServed(String path) {
    RawResponse answer = served.get(path, "Range: bytes=0-9");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(served.get(path).body());
    assertThat(answer.headers()).doesNotContainKeys("Content-Range", "Accept-Ranges");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/issues/2", "/sections/tools", "/status", "/nothing"})
  void pageHasAStrictContentSecurityPolicy(String path) {
    assertThat(served.get(path).header("Content-Security-Policy"))
        .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
        .contains("script-src 'self'", "style-src 'self'", "connect-src 'self'")
        .doesNotContain("unsafe-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed.json", "/sections/tools/items.json"})
  void feedMayBeReadByScriptsOfOtherSites(String path) {
    assertThat(served.get(path).header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/issues/2", "/status", "/nothing"})
  void pageMayNotBeReadByScriptsOfOtherSites(String path) {
    assertThat(served.get(path).headers()).doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void cachesMayKeepAFeedAndServeItWhileTheServerIsAway() {
    assertThat(served.get("/feed.atom").header("Cache-Control"))
        .contains("public", "max-age=900", "stale-while-revalidate=", "stale-if-error=86400");
  }

  @Test
  void statusIsNeverKept() {
    RawResponse answer = served.get("/status");

    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.headers()).doesNotContainKey("ETag");
  }

  @Test
  void serverDoesNotTellItsSoftware() {
    assertThat(served.get("/feed.atom").headers()).doesNotContainKeys("Server", "X-Powered-By");
  }

  @Test
  void answersCarryNoCookie() {
    assertThat(served.get("/").headers()).doesNotContainKey("Set-Cookie");
  }
}
