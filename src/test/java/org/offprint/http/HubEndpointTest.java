package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.push.HubReply;

/** Requests to the hub on the wire. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HubEndpointTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<AccessEvent> events = new CopyOnWriteArrayList<>();

  /** Keeps what it is asked, and takes it unless that is "fail" or "wait". */
  private final Hub hub = new Hub() {
    @Override
    public boolean isUp() {
      return true;
    }

    @Override
    public HubReply answer(byte[] body, Optional<String> contentType, String network) {
      String text = new String(body, StandardCharsets.UTF_8);
      bodies.add(text + "|" + contentType.orElse("") + "|" + network);
      return switch (text) {
        case "fail" -> throw new IllegalStateException("it fails on purpose");
        case "wait" -> new HubReply(503, "wait\n", Optional.of(Duration.ofMinutes(2)));
        default -> new HubReply(202, "taken\n", Optional.empty());
      };
    }
  };

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeAll
  void serve(@TempDir Path folder) {
    served = ServedNewsletter.of(
        folder,
        Clock.systemUTC(),
        ServedNewsletter.RULES,
        new Operations(events::add, Optional::empty, Optional.empty(), Optional.of(hub)));
  }

  @BeforeEach
  void forget() {
    bodies.clear();
    events.clear();
  }

  @AfterAll
  void stop() {
    served.close();
  }

  private RawResponse post(String path, String body, String... headers) {
    return served.exchange("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + String.join("", List.of(headers).stream().map(line -> line + "\r\n").toList())
        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  @Test
  void bodyAndTypeAndNetworkReachTheHub() {
    RawResponse answer = post("/hub", "hub.mode=subscribe", FORM);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("taken\n");
    assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(bodies)
        .containsExactly("hub.mode=subscribe|application/x-www-form-urlencoded|127.0.0.1");
    assertThat(events).singleElement().satisfies(event -> {
      assertThat(event.method() + " " + event.path()).isEqualTo("POST /hub");
      assertThat(event.status()).isEqualTo(202);
    });
  }

  @Test
  void largestBodyIsRead() {
    assertThat(post("/hub", "a".repeat(8192)).status()).isEqualTo(202);
  }

  @Test
  void largerBodyIsRefused() {
    ServedTest.assertIsShortRefusal(post("/hub", "a".repeat(8193)));
    RawResponse chunked = served.exchange(
        "POST /hub HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n4000\r\n"
            + "a".repeat(0x4000) + "\r\n0\r\n\r\n");

    assertThat(chunked.status()).isEqualTo(413);
    assertThat(bodies).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void otherMethodIsRefused(String method) {
    RawResponse answer = served.ask(method, "/hub");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/", "/hub/", "/hubs"})
  void nothingElseTakesPosts(String path) {
    RawResponse answer = post(path, "a=b", FORM);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    assertThat(bodies).isEmpty();
  }

  @Test
  void faultIsNotTold() {
    RawResponse answer = post("/hub", "fail");

    ServedTest.assertIsShortRefusal(answer);
    assertThat(answer.status()).isEqualTo(500);
  }

  @Test
  void saysWhenToTryAgain() {
    assertThat(post("/hub", "wait").header("Retry-After")).isEqualTo("120");
  }

  @Test
  void withoutAHubThereIsNothing(@TempDir Path other) {
    try (ServedNewsletter without = ServedNewsletter.of(other)) {
      assertThat(without.get("/hub").status()).isEqualTo(404);
      assertThat(without.ask("POST", "/hub").status()).isEqualTo(405);
    }
  }
}
