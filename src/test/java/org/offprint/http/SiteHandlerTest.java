package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies that are cached take a shorter way, which clients cannot tell from the longer one. */
final class SiteHandlerTest extends ServedTest {
  private static final String FEED = "/feed.atom";
  /** The same feed, whose address must be decoded first. */
  private static final String THE_LONGER_WAY = "/%66eed.atom";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET     | @                 | X: none",
        "HEAD    | @                 | X: none",
        "POST    | @                 | Content-Length: 0",
        "OPTIONS | @                 | X: none",
        "get     | @                 | X: none",
        "GET     | @?a=b             | X: none",
        "GET     | @/                | X: none",
        "GET     | @;a=b             | X: none",
        "GET     | http://localhost@ | X: none",
        "GET     | @                 | Accept-Encoding: gzip",
        "GET     | @                 | Accept-Encoding: zstd & Accept-Encoding: br",
        "HEAD    | @                 | Accept-Encoding: gzip, br",
        "GET     | @                 | If-None-Match: *",
        "HEAD    | @                 | If-None-Match: * & Accept-Encoding: gzip",
        "GET     | @                 | If-None-Match: \"o\" & If-None-Match: *",
        "GET     | @                 | If-None-Match: \"o\" & If-Modified-Since: MOMENT",
        "GET     | @                 | If-Modified-Since: MOMENT",
        "GET     | @                 | If-Modified-Since: MOMENT & If-Modified-Since: MOMENT",
        "GET     | @                 | If-Modified-Since: Sun Jun  7 10:00:00 2026",
        "GET     | @                 | Sec-Fetch-Dest: document & Sec-Fetch-Mode: navigate & Priority: u=0, i",
        "HEAD    | @                 | Sec-Fetch-Dest: document & Sec-Fetch-Mode: navigate & Priority: u=0, i",
        "GET     | @                 | Sec-Fetch-Dest: document & Sec-Fetch-Mode: navigate",
        "GET     | @                 | If-Match: \"o\"",
        "HEAD    | @                 | If-Unmodified-Since: Sat, 06 Jun 2026 10:00:00 GMT",
        "GET     | @                 | Sec-Fetch-Dest: document",
        "GET     | @                 | Range: bytes=0-9",
      })
  void bothWaysLeadToTheSameAnswer(String method, String target, String headers) {
    String[] lines = headers.replace("MOMENT", ServedNewsletter.LAST_MODIFIED).split(" & ");
    assertThat(served.get(FEED).status()).isEqualTo(200);

    RawResponse ready = served.ask(method, target.replace("@", FEED), lines);
    RawResponse other = served.ask(method, target.replace("@", THE_LONGER_WAY), lines);

    assertThat(ready.status()).isEqualTo(other.status());
    assertThat(ready.headersWithoutDate()).isEqualTo(other.headersWithoutDate());
    assertThat(ready.content()).isEqualTo(other.content());
  }

  @Test
  void cachedRepliesAreSentInFrontOfJavalin(@TempDir Path folder) {
    List<Boolean> areThroughJavalin = Collections.synchronizedList(new ArrayList<>());
    Operations operations = new Operations(
        event -> areThroughJavalin.add(isThroughJavalin()),
        Optional::empty,
        Optional.empty(),
        Optional.empty());
    try (ServedNewsletter newsletter =
        ServedNewsletter.of(folder, Clock.systemUTC(), ServedNewsletter.RULES, operations)) {
      newsletter.get(FEED);
      RawResponse cached = newsletter.get(FEED);
      newsletter.ask("GET", FEED, "If-None-Match: " + cached.header("ETag"));
      // Without waiting for gzip, which a 304 does not need.
      newsletter.ask(
          "GET", FEED, "Accept-Encoding: gzip", "If-None-Match: " + cached.header("ETag"));
      newsletter.get("/healthz");
      newsletter.ask("POST", FEED);
      newsletter.get(THE_LONGER_WAY);
    }

    assertThat(areThroughJavalin).containsExactly(true, false, false, false, false, false, true);
  }

  private static boolean isThroughJavalin() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("io.javalin.")));
  }
}
