package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.site.CurrentSite;

/** Answers of status 500 and 503. */
final class ErrorTest {
  @Nested
  final class WhileNothingHasBeenRead {
    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/", "/nothing", "/status"})
    void everyAddressAsksForPatience(String path) {
      try (ServedNewsletter starting = ServedNewsletter.notYetRead()) {
        RawResponse answer = starting.get(path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
      }
    }

    @Test
    void firstSiteIsServedAtOnce(@TempDir Path folder) {
      try (ServedNewsletter starting = ServedNewsletter.notYetRead()) {
        assertThat(starting.get("/").status()).isEqualTo(503);
        starting.publish(folder);
        assertThat(starting.get("/").status()).isEqualTo(200);
      }
    }
  }

  @Nested
  final class WhenAnAnswerFails {
    @Test
    void strangerSeesOneLine(@TempDir Path folder) {
      try (ServedNewsletter broken = ServedNewsletter.broken(folder)) {
        RawResponse answer = broken.get("/feed.atom");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.body().strip()).hasLineCount(1).doesNotContain("Exception", "\tat ");
      }
    }

    @Test
    void failureIsNeverKept(@TempDir Path folder) {
      try (ServedNewsletter broken = ServedNewsletter.broken(folder)) {
        RawResponse answer = broken.get("/feed.atom");

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers()).doesNotContainKeys("ETag", "Last-Modified");
      }
    }

    @Test
    void failureIsNoAnswerToAConditionalRequest(@TempDir Path folder) {
      try (ServedNewsletter broken = ServedNewsletter.broken(folder)) {
        assertThat(broken.get("/feed.atom", "If-None-Match: *").status()).isEqualTo(500);
      }
    }

    @Test
    void otherAddressesAreServed(@TempDir Path folder) {
      try (ServedNewsletter broken = ServedNewsletter.broken(folder)) {
        assertThat(broken.get("/feed.atom").status()).isEqualTo(500);
        assertThat(broken.get("/issues/1.md").status()).isEqualTo(200);
      }
    }
  }

  @Nested
  final class WhenTheMachineFails {
    private final AtomicReference<Optional<Error>> fault = new AtomicReference<>(Optional.empty());

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/", "/issues/1", "/status"})
    void lackOfMemoryAsksForPatience(String path) {
      try (ServedNewsletter served = ServedNewsletter.failing(folder, fault::get)) {
        fault.set(Optional.of(new OutOfMemoryError("not of this test")));
        RawResponse answer = served.get(path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body().strip()).hasLineCount(1).contains("memory");
        fault.set(Optional.empty());
        assertThat(served.get("/feed.rss").status()).isEqualTo(200);
        assertThat(served.get("/healthz").status()).isEqualTo(200);
      }
    }

    @Test
    void lackOfMemoryToPackAsksForPatience() {
      try (ServedNewsletter served = ServedNewsletter.failing(folder, fault::get)) {
        served.get("/feed.atom");
        fault.set(Optional.of(new OutOfMemoryError("not of this test")));
        RawResponse answer = served.get("/feed.atom", "Accept-Encoding: gzip");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(served.get("/feed.atom").status()).isEqualTo(200);
      }
    }

    @Test
    void textThatIsTooDeepIsFault() {
      try (ServedNewsletter served = ServedNewsletter.failing(folder, fault::get)) {
        fault.set(Optional.of(new StackOverflowError("not of this test")));
        RawResponse answer = served.get("/feed.atom");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().strip()).hasLineCount(1).doesNotContain("Error");
      }
    }
  }

  @Nested
  final class WhenItStarts {
    @Test
    void takenPortIsRefused() throws IOException {
      InetAddress address = InetAddress.getLoopbackAddress();
      try (ServerSocket other = new ServerSocket(0, 1, address);
          HttpServer server = new HttpServer(
              new CurrentSite(),
              Clock.systemUTC(),
              ServedNewsletter.RULES,
              ServedNewsletter.UNOBSERVED)) {
        assertThatExceptionOfType(BindException.class)
            .isThrownBy(() -> server.start("127.0.0.1", other.getLocalPort()));
      }
    }

    @Test
    void freePortIsChosenForZero() throws BindException {
      try (HttpServer server = new HttpServer(
          new CurrentSite(),
          Clock.systemUTC(),
          ServedNewsletter.RULES,
          ServedNewsletter.UNOBSERVED)) {
        server.start("127.0.0.1", 0);

        assertThat(server.port()).isPositive();
      }
    }
  }
}
