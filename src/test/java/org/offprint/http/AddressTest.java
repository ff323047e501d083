package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address leads where, well formed or not. */
final class AddressTest extends ServedTest {
  @ParameterizedTest
  @CsvSource({
    "/issues/2/,           issues/2",
    "/sections/tools/,     sections/tools",
    "/feed.atom/,          feed.atom",
    "/status/,             status",
    "/issues/2.md/,        issues/2.md",
    "/feed,                feed.atom",
    "/feed/,               feed.atom",
    "/rss,                 feed.rss",
    "/rss.xml,             feed.rss",
    "/atom.xml,            feed.atom",
    "/index.xml,           feed.atom",
    "/sections/tools/items,sections/tools",
  })
  void movedAddressLeadsToTheOneThatCounts(String path, String target) {
    RawResponse answer = served.get(path);

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("Location")).isEqualTo(ServedNewsletter.BASE + target);
    // Or a script that fetches it could not follow.
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "//x/..",
        "//x/%2e%2e",
        "//u@x/..",
        "//:/..",
        "//x:y/feed.atom",
        "/issues/99",
        "/issues/99/",
        "/sections/unknown",
        "/sections/unknown.atom",
        "/sections/unknown/items.rss",
        "/feed.xhtml",
        "/issues/2.html",
        "/offprint.yaml",
        "/1.md",
        "/META-INF/MANIFEST.MF",
        "/WEB-INF/web.xml",
      })
  void addressThatLeadsNowhereIsNotFound(String path) {
    assertThat(served.get(path).status()).isEqualTo(404);
  }

  @Test
  void pageForAnAddressThatLeadsNowhereNamesTheSections() {
    RawResponse answer = served.get("/sections/unknown");

    assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.headers()).doesNotContainKeys("ETag", "Last-Modified");
    assertThat(answer.body()).contains("Tools", "sections/tools");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/issues/..%2f..%2fetc",
        "/issues/%2e%2e/%2e%2e/etc/passwd",
        "/issues/../../../etc/passwd",
        "/../../etc/passwd",
        "/..%5c..%5cetc",
        "/issues/..;/..;/status.md",
        "/issues/%00",
        "/feed.atom%00.html",
        "/%",
        "/%zz",
        "/%e2%82",
        "/issues/%ff.md",
        "//feed.atom",
        "/issues//2",
        "/issues/%0d%0aSet-Cookie:%20a=b",
      })
  void oddAddressIsRefusedOrNotFound(String target) {
    RawResponse answer = served.get(target);

    assertThat(answer.status()).as(answer.body()).isIn(400, 404);
    assertThat(answer.headers()).doesNotContainKeys("ETag", "Set-Cookie");
    assertTellsNoInnards(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/issues/", "/feed.atom?", "http://localhost/", "/%41"})
  void veryLongAddressIsRefused(String start) {
    RawResponse answer = served.get(start + "a".repeat(9000));

    assertThat(answer.status()).isEqualTo(414);
    assertIsShortRefusal(answer);
  }

  @Test
  void longAddressIsReadInFull() {
    assertThat(served.get("/issues/" + "a".repeat(990)).status()).isEqualTo(404);
    assertThat(served.get("/feed.atom?" + "a".repeat(7000)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom?", "/feed.atom?utm_source=x&a=b", "/feed.atom?%zz=<>"})
  void queryIsIgnored(String target) {
    RawResponse answer = served.get(target.replace("<>", "%3C"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo(served.get("/feed.atom").header("ETag"));
  }

  @Test
  void addressMayNameTheServerAsProxiesDo() {
    RawResponse answer = served.get("http://localhost/feed.atom");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo(served.get("/feed.atom").header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%66eed.atom", "/feed%2Eatom", "/%66%65%65%64.atom"})
  void percentEncodedLettersAreTheLetters(String target) {
    assertThat(served.get(target).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//", "///", "//elsewhere.com/", "/feed.atom//"})
  void manySlashesLeadToNoOtherServer(String target) {
    RawResponse answer = served.get(target);

    assertThat(answer.status()).isIn(301, 400, 404);
    assertThat(answer.find("Location").orElse(ServedNewsletter.BASE))
        .startsWith(ServedNewsletter.BASE)
        .doesNotContain("elsewhere.com");
  }

  private static void assertTellsNoInnards(RawResponse answer) {
    assertThat(answer.body())
        .doesNotContain("Exception", "\tat ", "org.eclipse", "jetty://", "Jetty", "root:");
    assertThat(answer.headers()).doesNotContainKey("Server");
  }
}
