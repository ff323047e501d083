package org.offprint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody sends by mistake: one line of refusal or none, and the next client is served. */
final class HostileRequestTest extends ServedTest {
  private static final String HEADERS = "Host: localhost\r\nConnection: close\r\n";

  /** Stands behind each request, where it must not be taken for one of its own. */
  private static final String NEXT = "GET /issues/1.md HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @AfterEach
  void nextClientIsServed() {
    assertThat(served.get("/feed.atom").status()).isEqualTo(200);
  }

  private RawResponse withHeaders(String headers) {
    return served.exchange("GET /issues/2.md HTTP/1.1\r\n" + headers + "\r\n" + NEXT);
  }

  private static void assertIsRefusedAlone(RawResponse answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertIsShortRefusal(answer);
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class RequestLine {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/%",
          "/%z",
          "/%zz",
          "/%0",
          "/%c0%ae%c0%ae/etc/passwd",
          "/%ff",
          "/%e2%82",
          "/%ed%a0%80",
          "/caf\u00e9",
          "/caf\u00c3\u00a9",
          "/%00",
          "/feed.atom%00",
          "/feed.atom\u0000",
          "/feed\u0001.atom",
          "/feed\u007f.atom",
          "/%2e%2e/etc/passwd",
          "/../etc/passwd",
          "/issues/../../etc/passwd",
          "/..\\etc",
          "/issues/\\..\\",
          "feed.atom",
          "*",
          "?",
          "example.org",
          "example.org:80",
          "http://",
          "http:///feed.atom",
          "http://localhost:99999/feed.atom",
          "http://[::1/feed.atom",
        })
    void whatIsNoAddressIsRefused(String target) {
      RawResponse answer = served.get(target);

      assertThat(answer.status()).isEqualTo(400);
      assertIsShortRefusal(answer);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "GET /feed.atom",
          "GET /feed.atom ",
          "GET /feed.atom HTTP/0.9",
          "GET /feed.atom HTTP/1.2",
          "GET /feed.atom HTTP/2.0",
          "GET /feed.atom HTTP/9.9",
          "GET /feed.atom HTTP/1.1 HTTP/1.1",
          "GET /feed.atom HTTP/",
          "GET /feed.atom FTP/1.1",
          "GET /feed.atom HTTP/1.1\u0000",
          "GET /feed atom HTTP/1.1",
          "GET",
          "GET ",
          "/feed.atom",
          "HTTP/1.1 200 OK",
        })
    void whatIsNoRequestLineIsRefused(String line) {
      assertIsShortRefusal(served.exchange(line + "\r\n" + HEADERS + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\u0016\u0003\u0001\u0000\u00c8\u0001\u0000\u0000\u00c4\u0003\u0003",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "PROXY TCP4 192.0.2.1 192.0.2.2 56324 443\r\n",
          "SSH-2.0-client\r\n",
          "EHLO mail.example.org\r\n",
          "\u0000\u0000\u0000\u0000",
          "\u00ff\u00fe\u00fd",
          "{\"a\": 1}\r\n\r\n",
          "\r\n\r\n\r\n",
          "G",
          "",
        })
    void whatIsNoHttpAtAllGetsOneLineOrNothing(String bytes) {
      try (RawConnection connection = served.connect()) {
        String answer = connection.send(bytes).sendNoMore().rest();

        if (!answer.isEmpty()) {
          assertIsShortRefusal(RawResponse.parse(answer.getBytes(ISO_8859_1)));
        }
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/", "/", "%61", "/page/1", "a+", "Deliver-"})
    void addressThatIsLongerThanAnyOfOursIsRefused(String part) {
      RawResponse answer = served.get("/sections/" + part.repeat(1000));

      assertThat(answer.status()).isEqualTo(414);
      assertIsShortRefusal(answer);
    }

    @Test
    void addressAsLongAsOursCanBeIsLookedFor() {
      String longest = String.join("+", Collections.nCopies(5, "a".repeat(100)));

      assertThat(
              served.get("/sections/" + longest + "/items/archive/999999.atom").status())
          .isEqualTo(404);
    }

    @Test
    void addressWithAnotherServersNameIsOursOrRefused() {
      RawResponse answer = served.get("http://elsewhere.example/feed.atom");

      assertThat(answer.status()).isIn(200, 400);
      assertThat(answer.body()).doesNotContain("elsewhere");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class Headers {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Connection: close\r\n",
          "Host: a\r\nHost: b\r\n",
          "Host: a\r\nHost: a\r\n",
          "Host:\r\n",
          "Host: a b\r\n",
          "Host: a/b\r\n",
          "Host: a:b\r\n",
          "Host: a:99999\r\n",
          "Host : a\r\n",
          " Host: a\r\n",
        })
    void serverMustBeNamedOnceAndWell(String headers) {
      assertIsRefusedAlone(withHeaders(headers));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "X : a",
          "X\t: a",
          "X Y: a",
          "X",
          ": a",
          "X: a\r\n b",
          "X: a\r\n\tb",
          "X: a\u0000b",
          "X: a\u0001b",
          "X: a\u007fb",
          "X\u00e9: a",
          "X\u0000: a",
          "X: a\rY: b",
          "(X): a",
          "X,Y: a",
        })
    void whatIsNoHeaderIsRefused(String header) {
      assertIsRefusedAlone(withHeaders("Host: localhost\r\n" + header + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Content-Length: 3\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 3",
          "Content-Length: 3\r\nContent-Length: 4",
          "Content-Length: 3, 4",
          "Content-Length: -3",
          "Content-Length: +3",
          "Content-Length: 0x3",
          "Content-Length: 3 4",
          "Content-Length: 99999999999999999999",
          "Content-Length: three",
          "Transfer-Encoding: unknown",
          "Transfer-Encoding: chunked, unknown",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding: \u000bchunked",
        })
    void lengthThatCanBeReadInTwoWaysIsRefused(String headers) {
      assertIsRefusedAlone(withHeaders("Host: localhost\r\n" + headers + "\r\n"));
    }

    @Test
    void largeHeadersAreRefused() {
      for (String header : new String[] {"X: " + "a".repeat(9000), "X".repeat(9000) + ": a"}) {
        RawResponse answer = served.get("/feed.atom", header);

        assertThat(answer.status()).isEqualTo(431);
        assertIsShortRefusal(answer);
      }
    }

    @Test
    void manyHeadersAreRefused() {
      RawResponse answer = served.get("/feed.atom", "X: a\r\n".repeat(1500) + "Y: a");

      assertThat(answer.status()).isEqualTo(431);
      assertIsShortRefusal(answer);
    }

    @Test
    void headersOfAnOrdinaryBrowserFit() {
      assertThat(served.get("/feed.atom", "Cookie: " + "a".repeat(4000)).status())
          .isEqualTo(200);
    }

    @Test
    void veryLongMethodIsRefused() {
      assertIsShortRefusal(served.ask("A".repeat(9000), "/feed.atom"));
    }

    @Test
    void unknownExpectationIsRefused() {
      RawResponse answer = served.get("/feed.atom", "Expect: miracles");

      assertThat(answer.status()).isEqualTo(417);
      assertIsShortRefusal(answer);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
          "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
          "Upgrade: TLS/1.2",
        })
    void anotherProtocolIsNotSpoken(String headers) {
      assertThat(withHeaders("Host: localhost\r\nConnection: Upgrade, close\r\n" + headers + "\r\n")
              .status())
          .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Host: elsewhere.example\r\n",
          "Host: localhost\r\nX-Forwarded-Host: elsewhere.example\r\n",
          "Host: localhost\r\nForwarded: host=elsewhere.example;proto=https\r\n",
          "Host: localhost\r\nX-Original-URL: /elsewhere\r\nX-Rewrite-URL: /elsewhere\r\n",
        })
    void nameThatTheClientGivesShowsInNoAnswer(String headers) {
      for (String path : new String[] {"/feed.atom", "/rss", "/", "/elsewher"}) {
        RawResponse answer = served.exchange(
            "GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n");

        assertThat(answer.headersWithoutDate()).isEqualTo(served.get(path).headersWithoutDate());
        assertThat(answer.content()).isEqualTo(served.get(path).content());
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "DELETE", "BREW"})
    void methodIsThatOfTheRequestLineAlone(String method) {
      for (String path : new String[] {"/feed.atom", "/feed.rss", "/", "/nothing", "/rss"}) {
        for (String asked : new String[] {"GET", "HEAD", "POST"}) {
          RawResponse answer = served.ask(asked, path, "X-HTTP-Method-Override: " + method);
          RawResponse plain = served.ask(asked, path);

          assertThat(answer.status()).as(asked + " " + path).isEqualTo(plain.status());
          assertThat(answer.headersWithoutDate()).isEqualTo(plain.headersWithoutDate());
          assertThat(answer.content()).isEqualTo(plain.content());
        }
      }
    }
  }
}
