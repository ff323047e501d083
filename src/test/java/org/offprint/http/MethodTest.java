package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD is GET without the body, OPTIONS is for scripts; everything else is refused. */
final class MethodTest extends ServedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feed.atom",
        "/sections/tools/items.json",
        "/",
        "/issues/2",
        "/issues/2.md",
        "/status",
        "/nothing",
        "/feed",
        "/issues/2/",
        "/feed.rss",
        "/feeds.opml",
        "/assets/offprint.css",
        "/sections/tools/archive/1.atom",
        "/issues/%ff",
      })
  void headIsGetWithoutTheBody(String path) {
    RawResponse get = served.get(path);
    RawResponse head = served.head(path);

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.headersWithoutDate()).isEqualTo(get.headersWithoutDate());
    assertThat(head.length()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/feed.atom, gzip",
    "/feed.atom, br",
    "/, gzip",
    "/, br",
    "/issues/2.md, gzip",
    "/nothing, gzip"
  })
  void headIsGetInEveryCoding(String path, String coding) {
    RawResponse get = served.get(path, "Accept-Encoding: " + coding);
    RawResponse head = served.head(path, "Accept-Encoding: " + coding);

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.headersWithoutDate()).isEqualTo(get.headersWithoutDate());
    assertThat(head.length()).isZero();
  }

  @Test
  void headIsGetWhileNothingHasBeenRead() {
    try (ServedNewsletter starting = ServedNewsletter.notYetRead()) {
      RawResponse get = starting.get("/feed.atom");
      RawResponse head = starting.head("/feed.atom");

      assertThat(head.status()).isEqualTo(503);
      assertThat(head.headersWithoutDate()).isEqualTo(get.headersWithoutDate());
      assertThat(head.length()).isZero();
    }
  }

  @Test
  void headIsGetWhenTheAnswerFails(@TempDir Path folder) {
    try (ServedNewsletter broken = ServedNewsletter.broken(folder)) {
      RawResponse get = broken.get("/feed.atom");
      RawResponse head = broken.head("/feed.atom");

      assertThat(head.status()).isEqualTo(500);
      assertThat(head.headersWithoutDate()).isEqualTo(get.headersWithoutDate());
      assertThat(head.length()).isZero();
    }
  }

  @Test
  void connectionServesFurtherRequestsAfterHead() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest head = HttpRequest.newBuilder(served.uri("/feed.atom"))
        .method("HEAD", HttpRequest.BodyPublishers.noBody())
        .build();
    HttpRequest get = HttpRequest.newBuilder(served.uri("/feed.atom")).build();

    HttpResponse<byte[]> first = client.send(head, HttpResponse.BodyHandlers.ofByteArray());
    HttpResponse<byte[]> second = client.send(get, HttpResponse.BodyHandlers.ofByteArray());

    assertThat(first.headers().firstValueAsLong("Content-Length")).hasValue(second.body().length);
    assertThat(second.body()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "TRACE",
        "PROPFIND",
        "BREW",
        "get",
        "head",
        "Get",
        "GETX",
        "GET-HEAD",
      })
  void otherMethodIsRefusedAndTheAllowedOnesAreNamed(String method) {
    for (String path : List.of("/feed.atom", "/", "/nothing", "/feed")) {
      RawResponse answer = served.ask(method, path, "Content-Length: 0");

      assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
      assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }
  }

  @Test
  void refusalIsAShortPlainText() {
    RawResponse answer = served.ask("POST", "/feed.atom", "Content-Length: 0");

    assertIsShortRefusal(answer);
    assertThat(answer.body()).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GE(T", "GET/", "G@T", "G\u00c9T", "A B", "\"GET\""})
  void whatIsNoMethodIsRefused(String method) {
    assertIsShortRefusal(served.ask(method, "/feed.atom"));
  }

  @Test
  void serverAsAWholeAllowsNoMoreThanItsAddresses() {
    RawResponse answer = served.ask("OPTIONS", "*");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    assertIsShortRefusal(answer);
  }

  @Test
  void tunnelIsRefused() {
    try (RawConnection connection = served.connect()) {
      assertIsShortRefusal(connection
          .send("CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n")
          .next());
    }
  }

  @Test
  void refusalOfALargeBodyReachesTheClient() throws IOException, InterruptedException {
    HttpRequest upload = HttpRequest.newBuilder(served.uri("/feed.atom"))
        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1_000_000]))
        .build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(upload, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void otherMethodIsRefusedWhileNothingHasBeenRead() {
    try (ServedNewsletter starting = ServedNewsletter.notYetRead()) {
      assertThat(starting.ask("DELETE", "/feed.atom").status()).isEqualTo(405);
    }
  }
}
