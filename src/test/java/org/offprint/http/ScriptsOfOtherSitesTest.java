package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.search.SearchIndex;

/** Browsers ask first whether a script of another site may send validators (Fetch, CORS protocol). */
final class ScriptsOfOtherSitesTest extends ServedTest {
  private static final String[] PREFLIGHT = {
    "Origin: https://reader.example.net",
    "Access-Control-Request-Method: GET",
    "Access-Control-Request-Headers: if-none-match"
  };

  private static void assertAllowed(RawResponse answer) {
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("If-None-Match, If-Modified-Since");
    assertThat(answer.header("Access-Control-Max-Age")).matches("[1-9][0-9]+");
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(answer.headers()).doesNotContainKeys("Content-Length", "Transfer-Encoding");
    assertThat(answer.length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feed.atom",
        "/%66eed.atom",
        "/feed.atom?raw",
        "/feed.xml",
        "/feed/items.json",
        "/sections/tools.rss",
        "/sections/Tools.rss",
        "/sections/tools/archive/1.atom",
        "/rss",
        "/feed/archive/1.atom"
      })
  void mayAskForFeedsAndWhatLeadsToThem(String target) {
    assertAllowed(served.ask("OPTIONS", target, PREFLIGHT));
  }

  @Test
  void mayAskForFeedsOfSearches(@TempDir Path folder) {
    try (SearchIndex index = new SearchIndex(SearchIndex.Limits.DEFAULT, time -> {});
        ServedNewsletter searched = ServedNewsletter.of(folder, index)) {
      assertAllowed(searched.ask("OPTIONS", "/search.atom?q=tool", PREFLIGHT));
      assertThat(searched.ask("OPTIONS", "/search?q=tool", PREFLIGHT).status()).isEqualTo(405);
    }
  }

  @Test
  void mayAskForFeedsThatAreServedEarly(@TempDir Path folder) {
    try (ServedNewsletter beginning =
        ServedNewsletter.beginning(folder, ServedNewsletter.UNOBSERVED)) {
      assertAllowed(beginning.ask("OPTIONS", "/feed.atom", PREFLIGHT));
      assertThat(beginning.ask("OPTIONS", "/feed/items.atom", PREFLIGHT).status())
          .isEqualTo(405);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/status",
        "/issues/2",
        "/feeds.opml",
        "/nothing",
        "/sections/nothing.atom",
        "/feed/archive/99.atom",
        "/search.atom?q=tool",
        "/healthz",
        "*"
      })
  void mayAskForNothingElse(String target) {
    RawResponse answer = served.ask("OPTIONS", target, PREFLIGHT);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: none", "If-None-Match: *", "Accept-Encoding: gzip"})
  void mayReadTheHeadersOfFeeds(String header) {
    assertThat(served.get("/feed.atom", header).header("Access-Control-Expose-Headers"))
        .isEqualTo("ETag, Last-Modified, Link");
    assertThat(served.get("/", header).headers())
        .doesNotContainKey("Access-Control-Expose-Headers");
  }

  @Test
  void connectionServesFurtherRequests() {
    try (RawConnection connection = served.connect()) {
      connection.send("OPTIONS /feed.atom HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(connection.nextWithoutBody().status()).isEqualTo(204);
      connection.send("GET /feed.atom HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(connection.next().status()).isEqualTo(200);
    }
  }
}
