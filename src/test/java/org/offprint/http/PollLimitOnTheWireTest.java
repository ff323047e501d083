package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.http.ServedNewsletter.LAST_MODIFIED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.TestClock;

/** A client gets all of one feed three times an hour. Clients say who they are, through a trusted proxy on this machine. */
final class PollLimitOnTheWireTest {
  private static final int LIMIT = 3;
  private static final String FEED = "/feed.atom";
  private static final String CLIENT = "X-Forwarded-For: 192.0.2.7";
  private static final String OTHER = "X-Forwarded-For: 192.0.2.8";

  private final TestClock clock = TestClock.at("2026-07-01T00:00:00Z");

  @TempDir
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeEach
  void serve() {
    served = limited(true);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private ServedNewsletter limited(boolean isBehindProxy) {
    return ServedNewsletter.of(
        folder,
        clock,
        new ServingRules(Optional.empty(), Optional.of(LIMIT), isBehindProxy, Optional.empty()));
  }

  /** Takes all that a client has of a feed. */
  private void exhaust(String path, String client) {
    for (int i = 0; i < LIMIT; i++) {
      assertThat(served.get(path, client).status())
          .as("request %s of %s", i, path)
          .isEqualTo(200);
    }
    assertThat(served.get(path, client).status()).isEqualTo(429);
  }

  @Nested
  final class Refusal {
    @Test
    void saysWhenToComeAgainAndIsNeverKept() {
      exhaust(FEED, CLIENT);
      clock.advance(Duration.ofMillis(100));

      RawResponse answer = served.get(FEED, CLIENT);

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Retry-After")).isEqualTo("1200");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(answer.headers())
          .doesNotContainKeys("ETag", "Last-Modified", "Content-Encoding", "Link", "Expires");
    }

    @Test
    void isOneLineOfPlainText() {
      exhaust(FEED, CLIENT);

      RawResponse answer = served.get(FEED, CLIENT, "Accept-Encoding: gzip, br");

      assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
      assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
      assertThat(answer.body())
          .hasLineCount(1)
          .contains("If-None-Match", "If-Modified-Since", "1200 seconds");
    }

    @Test
    void isOverAtTheTimeItNames() {
      exhaust(FEED, CLIENT);
      long wait = Long.parseLong(served.get(FEED, CLIENT).header("Retry-After"));

      clock.advance(Duration.ofSeconds(wait).minusMillis(1));
      assertThat(served.get(FEED, CLIENT).header("Retry-After")).isEqualTo("1");
      clock.advance(Duration.ofMillis(1));

      assertThat(served.get(FEED, CLIENT).status()).isEqualTo(200);
      assertThat(served.get(FEED, CLIENT).status()).isEqualTo(429);
    }

    @Test
    void isWithoutBodyForHead() {
      exhaust(FEED, CLIENT);

      RawResponse get = served.get(FEED, CLIENT);
      RawResponse head = served.head(FEED, CLIENT);

      assertThat(head.status()).isEqualTo(429);
      assertThat(head.header("Retry-After")).isEqualTo(get.header("Retry-After"));
      assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
      assertThat(head.contentType()).isEqualTo(get.contentType());
      assertThat(head.length()).isZero();
    }
  }

  @Nested
  final class NeverRefused {
    @Test
    void isWhoGotNothing() {
      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.get(FEED, CLIENT, "If-Match: \"other\"").status()).isEqualTo(412);
      }
      assertThat(served.get(FEED, CLIENT).status()).isEqualTo(200);
    }

    @Test
    void isWhoAsksWhetherTheFeedHasChanged() {
      String tag = served.get(FEED, OTHER).header("ETag");
      exhaust(FEED, CLIENT);

      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.get(FEED, CLIENT, "If-None-Match: " + tag).status()).isEqualTo(304);
        assertThat(
                served.get(FEED, CLIENT, "If-Modified-Since: " + LAST_MODIFIED).status())
            .isEqualTo(304);
      }
    }

    @Test
    void isWhoAsksWhetherItHasChangedWhenItHas() {
      exhaust(FEED, CLIENT);

      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.get(FEED, CLIENT, "If-None-Match: W/\"earlier\"").status())
            .isEqualTo(200);
        assertThat(served
                .get(FEED, CLIENT, "If-Modified-Since: Sun, 07 Jun 2026 09:59:59 GMT")
                .status())
            .isEqualTo(200);
      }
    }

    @Test
    void isWhoAsksForWhatIsNewSinceItsVersion() {
      exhaust(FEED, CLIENT);

      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.get(FEED, CLIENT, "If-None-Match: W/\"earlier\"").status())
            .isEqualTo(200);
      }
    }

    @Test
    void isAnotherClient() {
      exhaust(FEED, CLIENT);

      exhaust(FEED, OTHER);
    }

    @Test
    void isTheSameClientElsewhere() {
      exhaust(FEED, CLIENT);

      exhaust("/feed.rss", CLIENT);
      exhaust("/sections/tools.atom", CLIENT);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"/", "/sections/tools", "/issues/2", "/issues/2.md", "/feeds.opml", "/status"})
    void isPage(String path) {
      exhaust(FEED, CLIENT);

      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.get(path, CLIENT).status()).isEqualTo(200);
      }
    }

    @Test
    void isPersonWhoOpensTheFeedInBrowser() {
      exhaust(FEED, CLIENT);

      RawResponse page = served.get(
          FEED, CLIENT, "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate\r\nPriority: u=0, i");

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.contentType()).startsWith("text/html");
    }

    @Test
    void isWhatIsNoFeed() {
      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.get("/nothing.atom", CLIENT).status()).isEqualTo(404);
        assertThat(served.get("/FEED.ATOM", CLIENT).status()).isEqualTo(301);
        assertThat(served.ask("POST", FEED, CLIENT, "Content-Length: 0").status())
            .isEqualTo(405);
      }
    }
  }

  @Nested
  final class NotCounted {
    @Test
    void isWhoAsksWhetherTheFeedHasChanged() {
      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.get(FEED, CLIENT, "If-None-Match: W/\"earlier\"").status())
            .isEqualTo(200);
        assertThat(served.get(FEED, CLIENT, "If-None-Match: *").status()).isEqualTo(304);
      }

      exhaust(FEED, CLIENT);
    }

    @Test
    void isHead() {
      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served.head(FEED, CLIENT).status()).isEqualTo(200);
      }

      exhaust(FEED, CLIENT);
    }

    @Test
    void isPersonWhoOpensTheFeedInBrowser() {
      for (int i = 0; i < 3 * LIMIT; i++) {
        assertThat(served
                .get(
                    FEED,
                    CLIENT,
                    "Sec-Fetch-Dest: document",
                    "Sec-Fetch-Mode: navigate\r\nPriority: u=0, i")
                .status())
            .isEqualTo(200);
      }

      exhaust(FEED, CLIENT);
    }
  }

  @Nested
  final class Counted {
    @Test
    void isEveryAnswerWithAllOfTheFeedHoweverItIsAskedFor() {
      assertThat(served.get(FEED + "?nocache=1", CLIENT).status()).isEqualTo(200);
      assertThat(served.get("/feed%2Eatom", CLIENT, "Accept-Encoding: gzip").status())
          .isEqualTo(200);
      assertThat(served.get(FEED, CLIENT, "Cache-Control: no-cache").status()).isEqualTo(200);

      assertThat(served.get(FEED + "?nocache=2", CLIENT).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"If-None-Match: none", "If-Modified-Since: yesterday", "If-Range: W/\"earlier\""
        })
    void isWhatIsNoValidator(String header) {
      for (int i = 0; i < LIMIT; i++) {
        assertThat(served.get(FEED, CLIENT, header).status()).isEqualTo(200);
      }

      assertThat(served.get(FEED, CLIENT, header).status()).isEqualTo(429);
    }
  }

  @Nested
  final class Client {
    @Test
    void isNetworkWhereItHasManyAddresses() {
      for (int i = 0; i < LIMIT; i++) {
        assertThat(served.get(FEED, "X-Forwarded-For: 2001:db8::" + i).status()).isEqualTo(200);
      }

      assertThat(served.get(FEED, "X-Forwarded-For: 2001:db8::9").status()).isEqualTo(429);
      assertThat(served.get(FEED, "X-Forwarded-For: 2001:db8:0:1::9").status()).isEqualTo(200);
    }

    @Test
    void cannotSayItIsAnotherWithoutProxy() {
      try (ServedNewsletter direct = limited(false)) {
        for (int i = 0; i < LIMIT; i++) {
          assertThat(direct.get(FEED, "X-Forwarded-For: 192.0.2." + i).status()).isEqualTo(200);
        }

        assertThat(direct.get(FEED, "X-Forwarded-For: 192.0.2.99").status()).isEqualTo(429);
        assertThat(direct.get(FEED, "Forwarded: for=192.0.2.99").status()).isEqualTo(429);
        assertThat(direct.get(FEED, "X-Real-IP: 192.0.2.99").status()).isEqualTo(429);
        assertThat(direct.get(FEED).status()).isEqualTo(429);
      }
    }
  }

  @Test
  void isOffByDefault() {
    try (ServedNewsletter unlimited = ServedNewsletter.of(folder, clock, ServedNewsletter.RULES)) {
      for (int i = 0; i < 200; i++) {
        assertThat(unlimited.get(FEED).status()).isEqualTo(200);
      }
    }
  }
}
