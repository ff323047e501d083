package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers before the first site. */
final class LastFeedsOnTheWireTest {
  @TempDir
  private Path folder = Path.of("");

  private ServedNewsletter beginning = ServedNewsletter.notYetRead();

  @BeforeEach
  void begin() {
    beginning.close();
    Operations operations = new Operations(
        answer -> {},
        () -> Optional.of("starting"),
        Optional.of(() -> "some_total 1\n"),
        Optional.empty());
    beginning = ServedNewsletter.beginning(folder, operations);
  }

  @AfterEach
  void stop() {
    beginning.close();
  }

  private void assertServedAsItIsAfterwards(String method, String target, String header) {
    RawResponse early = beginning.ask(method, target, header);
    beginning.publish(folder);
    RawResponse late = beginning.ask(method, target, header);

    assertThat(early.status()).isEqualTo(late.status()).isNotEqualTo(503);
    assertThat(early.body()).isEqualTo(late.body());
    assertThat(early.headersWithoutDate()).isEqualTo(late.headersWithoutDate());
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        arguments("GET", "/feed.atom", "Accept: */*"),
        arguments("HEAD", "/feed.atom", "Accept: */*"),
        arguments("GET", "/feed.atom", "Accept-Encoding: gzip"),
        arguments("GET", "/feed.rss", "Accept-Encoding: br"),
        arguments("GET", "/feed.json", "Accept: */*"),
        arguments("GET", "/feed.xml", "Accept: */*"),
        arguments("GET", "/%66eed.atom", "Accept: */*"),
        arguments("GET", "/feed.atom?raw", "Sec-Fetch-Dest: document"),
        arguments("POST", "/feed.atom", "Content-Length: 0"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void feedIsServedAsItIsAfterwards(String method, String target, String header) {
    assertServedAsItIsAfterwards(method, target, header);
  }

  @Test
  void whoHasTheFeedIsToldSo() {
    String tag = beginning.get("/feed.atom").header("ETag");

    RawResponse early = beginning.get("/feed.atom", "If-None-Match: " + tag);

    assertThat(early.status()).isEqualTo(304);
    beginning.publish(folder);
    assertThat(early.headersWithoutDate())
        .isEqualTo(beginning.get("/feed.atom", "If-None-Match: " + tag).headersWithoutDate());
  }

  @Test
  void scriptsMayAskForTheFeed() {
    assertThat(beginning.ask("OPTIONS", "/feed.atom").status()).isEqualTo(204);
    assertThat(beginning.ask("OPTIONS", "/sections/tools.atom").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/feed/items.atom", "/sections/tools.atom", "/status", "/n%6Fthing"})
  void everyOtherAddressAsksForPatience(String path) {
    RawResponse answer = beginning.get(path);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void pageThatAPersonWouldGetForAFeedHasToWait() {
    assertThat(beginning
            .get(
                "/feed.atom",
                "Sec-Fetch-Dest: document",
                "Sec-Fetch-Mode: navigate\r\nPriority: u=0, i")
            .status())
        .isEqualTo(503);
  }

  @Test
  void operatorsSeeItWork() {
    assertThat(beginning.get("/healthz").status()).isEqualTo(200);
    assertThat(beginning.get("/readyz").status()).isEqualTo(503);
    assertThat(beginning.get("/metrics").content()).isEqualTo("some_total 1\n");
  }
}
