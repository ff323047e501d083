package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.http.AccessEvent.Route;

/** Probes and metrics, as operators see them over HTTP. */
final class ProbeTest {
  private static final int OK = 200;

  @TempDir
  private Path folder = Path.of("");

  private final AtomicReference<Optional<String>> unready = new AtomicReference<>(Optional.empty());
  private final List<AccessEvent> answers = Collections.synchronizedList(new ArrayList<>());
  private final Operations operations = new Operations(
      answers::add, unready::get, Optional.of(() -> "some_total 1\n"), Optional.empty());
  private ServedNewsletter served = ServedNewsletter.notYetRead();

  @BeforeEach
  void serve() {
    served.close();
    served = ServedNewsletter.of(folder, Clock.systemUTC(), ServedNewsletter.RULES, operations);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void aliveAndReady() {
    assertThat(served.get("/healthz").content()).isEqualTo("alive\n");
    assertThat(served.get("/readyz").content()).isEqualTo("ready\n");
    assertThat(served.get("/readyz").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void unreadySaysWhyAndIsAliveAllTheSame() {
    unready.set(Optional.of("the folder is gone"));

    RawResponse response = served.get("/readyz");

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.content()).isEqualTo("not ready: the folder is gone\n");
    assertThat(response.header("Retry-After")).isEqualTo("1");
    assertThat(served.get("/healthz").status()).isEqualTo(OK);
  }

  @Test
  void aliveBeforeAnythingWasRead() {
    try (ServedNewsletter starting = ServedNewsletter.notYetRead()) {
      assertThat(starting.get("/healthz").status()).isEqualTo(OK);
      assertThat(starting.get("/feed.atom").status()).isEqualTo(503);
    }
  }

  @Test
  void headOfAProbeHasItsLengthAlone() {
    RawResponse head = served.ask("HEAD", "/healthz");

    assertThat(head.status()).isEqualTo(OK);
    assertThat(head.header("Content-Length")).isEqualTo("6");
    assertThat(head.content()).isEmpty();
  }

  @Test
  void metricsStandBesideTheFeeds() {
    RawResponse response = served.get("/metrics");

    assertThat(response.content()).isEqualTo("some_total 1\n");
    assertThat(response.header("Content-Type"))
        .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Nested
  final class Telling {
    private AccessEvent last() {
      return answers.get(answers.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
      "/feed.atom, FEED, 200",
      "/, PAGE, 200",
      "/status, STATE, 200",
      "/issues/1.md, FILE, 200",
      "/nowhere, STATE, 404",
      "/feed, OTHER, 301",
      "/healthz, PROBE, 200",
      "/metrics, PROBE, 200",
    })
    void tellsRouteAndStatus(String path, Route route, int status) {
      served.get(path);
      served.get(path);

      assertThat(answers).extracting(AccessEvent::path).containsExactly(path, path);
      assertThat(answers).extracting(AccessEvent::route).containsOnly(route);
      assertThat(answers).extracting(AccessEvent::status).containsOnly(status);
    }

    @Test
    void tellsWhatWasSentAndSaved() {
      int whole = served.get("/feed.atom").content().length();
      assertThat(last().sent()).isEqualTo(whole);
      assertThat(last().saved()).isZero();
      assertThat(last().coding()).isEqualTo("identity");

      int packed =
          served.ask("GET", "/feed.atom", "Accept-Encoding: gzip").content().length();
      assertThat(last().coding()).isEqualTo("gzip");
      assertThat(last().sent()).isEqualTo(packed);
      assertThat(last().saved()).isEqualTo(whole - packed);

      served.ask("GET", "/feed.atom", "If-None-Match: *");
      assertThat(last().status()).isEqualTo(304);
      assertThat(last().sent()).isZero();
      assertThat(last().saved()).isEqualTo(whole);

      served.ask("HEAD", "/feed.atom");
      assertThat(last().sent() + last().saved()).isZero();
    }

    @Test
    void tellsWhoAsked() {
      served.ask("GET", "/feed.atom", "User-Agent: reader/1");

      assertThat(last().userAgent()).contains("reader/1");
    }

    @Test
    void tellsOfRequestsThatMakeNoSense() {
      served.ask("POST", "/feed.atom", "Content-Length: 0");
      assertThat(last().status()).isEqualTo(405);

      served.ask("GET", "/%zz");
      assertThat(last().status()).isEqualTo(400);
      assertThat(last().route()).isEqualTo(Route.OTHER);
    }
  }

  @Test
  void faultInTheTellingDisturbsNobody() {
    try (ServedNewsletter other = ServedNewsletter.of(
        folder,
        Clock.systemUTC(),
        ServedNewsletter.RULES,
        new Operations(
            answered -> {
              throw new IllegalStateException("counting fails on purpose");
            },
            Optional::empty,
            Optional.empty(),
            Optional.empty()))) {
      assertThat(other.get("/feed.atom").status()).isEqualTo(OK);
      assertThat(other.get("/feed.atom").status()).isEqualTo(OK);
      assertThat(other.get("/metrics").status()).isEqualTo(404);
    }
  }
}
