package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several requests on one connection: where each ends, and where its answer does. */
final class ConnectionTest extends ServedTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String FIRST = request("GET", "/issues/1.md", "");
  private static final String SECOND = request("GET", "/issues/2.md", "");
  private static final String LAST = request("GET", "/issues/2.md", "Connection: close\r\n");

  private static String request(String method, String path, String headers) {
    return method + " " + path + " HTTP/1.1\r\n" + HOST + headers + "\r\n";
  }

  private RawResponse plain(String path) {
    return served.get(path);
  }

  @Test
  void requestsSentTogetherAreAnsweredInOrder() {
    try (RawConnection connection = served.connect()) {
      connection.send(FIRST + request("GET", "/feed.atom", "Accept-Encoding: gzip\r\n") + LAST);

      assertThat(connection.next().body()).isEqualTo(plain("/issues/1.md").body());
      assertThat(connection.next().header("Content-Encoding")).isEqualTo("gzip");
      assertThat(connection.next().body()).isEqualTo(plain("/issues/2.md").body());
      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void answersWithoutABodyEndWithTheirHeaders() {
    try (RawConnection connection = served.connect()) {
      connection.send(request("HEAD", "/feed.atom", "")
          + request("GET", "/feed.atom", "If-None-Match: *\r\n")
          + request("HEAD", "/feed.atom", "If-None-Match: *\r\n")
          + request("HEAD", "/nothing", "")
          + request("GET", "/rss", "")
          + request("HEAD", "/rss", "")
          + LAST);

      assertThat(connection.nextWithoutBody().status()).isEqualTo(200);
      assertThat(connection.nextWithoutBody().status()).isEqualTo(304);
      assertThat(connection.nextWithoutBody().status()).isEqualTo(304);
      assertThat(connection.nextWithoutBody().status()).isEqualTo(404);
      assertThat(connection.next().status()).isEqualTo(301);
      assertThat(connection.nextWithoutBody().status()).isEqualTo(301);
      assertThat(connection.next().body()).isEqualTo(plain("/issues/2.md").body());
      assertThat(connection.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /issues/1.md HTTP/1.1\r\nContent-Length: 5\r\n@\r\nhello",
        "GET /issues/1.md HTTP/1.1\r\nTransfer-Encoding: chunked\r\n@\r\n5\r\nhello\r\n0\r\n\r\n",
        "GET /issues/1.md HTTP/1.1\r\nTransfer-Encoding: chunked\r\n@\r\n0\r\nTrailer: a\r\n\r\n",
        "GET /issues/1.md HTTP/1.1\r\nContent-Length: 18\r\n@\r\nGET / HTTP/1.1\r\n\r\n",
        "GET /feed.json HTTP/1.1\r\nContent-Length: 0\r\n@\r\n",
        "GET /nothing HTTP/1.1\r\nContent-Length: 5\r\n@\r\nhello",
        "GET /rss HTTP/1.1\r\nContent-Length: 5\r\n@\r\nhello",
        "POST /feed.atom HTTP/1.1\r\nContent-Length: 5\r\n@\r\nhello",
        "PUT /feed.atom HTTP/1.1\r\nTransfer-Encoding: chunked\r\n@\r\n5\r\nhello\r\n0\r\n\r\n",
        "DELETE /feed.atom HTTP/1.1\r\n@\r\n",
      })
  void requestAfterOneWithABodyIsUnderstood(String request) {
    try (RawConnection connection = served.connect()) {
      connection.send(request.replace("@\r\n", HOST + "\r\n") + LAST);

      assertThat(connection.next().status()).isLessThan(500);
      RawResponse second = connection.next();
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.body()).isEqualTo(plain("/issues/2.md").body());
      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void headWithABodyIsReadToItsEnd() {
    try (RawConnection connection = served.connect()) {
      connection.send(request("HEAD", "/issues/1.md", "Content-Length: 5\r\n") + "hello" + LAST);

      assertThat(connection.nextWithoutBody().status()).isEqualTo(200);
      assertThat(connection.next().body()).isEqualTo(plain("/issues/2.md").body());
    }
  }

  @Test
  @Timeout(3)
  void refusedBodyNeedNotBeSent() {
    try (RawConnection connection = served.connect()) {
      connection.send(request("POST", "/", "Expect: 100-continue\r\nContent-Length: 1000000\r\n"));

      assertThat(connection.next().status()).isEqualTo(405);
      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void emptyLinesBeforeARequestDoNotCount() {
    assertThat(served.exchange("\r\n\r\n" + LAST).body())
        .isEqualTo(plain("/issues/2.md").body());
  }

  @Test
  void requestMayComeLetterByLetter() {
    try (RawConnection connection = served.connect()) {
      LAST.chars().forEach(letter -> connection.send(String.valueOf((char) letter)));

      assertThat(connection.next().body()).isEqualTo(plain("/issues/2.md").body());
    }
  }

  @Test
  void clientThatSendsNoMoreGetsItsAnswer() {
    try (RawConnection connection = served.connect()) {
      connection.send(SECOND).sendNoMore();

      assertThat(connection.next().body()).isEqualTo(plain("/issues/2.md").body());
      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void oldClientNeedsNoHostAndGetsOneAnswer() {
    try (RawConnection connection = served.connect()) {
      connection.send("GET /issues/2.md HTTP/1.0\r\n\r\n");

      assertThat(connection.next().body()).isEqualTo(plain("/issues/2.md").body());
      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void oldClientMayKeepTheConnection() {
    try (RawConnection connection = served.connect()) {
      String request = "GET /issues/2.md HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";

      assertThat(connection.send(request).next().header("Connection")).isEqualTo("keep-alive");
      assertThat(connection.send(request).next().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /%zz HTTP/1.1\r\n", "GET /feed.atom HTTP/1.1\r\nX : a\r\n"})
  void nothingBehindABadRequestIsRead(String bad) {
    try (RawConnection connection = served.connect()) {
      connection.send(bad + HOST + "\r\n" + SECOND);

      assertThat(connection.next().status()).isEqualTo(400);
      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void connectionOutlivesWhatIsNotFoundOrNotAllowed() {
    try (RawConnection connection = served.connect()) {
      assertThat(connection.send(request("GET", "/nothing", "")).next().status())
          .isEqualTo(404);
      assertThat(connection.send(request("DELETE", "/", "")).next().status()).isEqualTo(405);
      assertThat(connection.send(request("GET", "/issues/%ff", "")).next().status())
          .isEqualTo(400);
      assertThat(connection.send(SECOND).next().status()).isEqualTo(200);
    }
  }
}
