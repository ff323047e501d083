package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one running server and change nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedTest {
  @SuppressWarnings("NullAway.Init")
  ServedNewsletter served;

  @BeforeAll
  void serve(@TempDir Path folder) {
    served = ServedNewsletter.of(folder);
  }

  @AfterAll
  void stop() {
    served.close();
  }

  /** An answer that tells a stranger no more than one line, and that nobody keeps. */
  static void assertIsShortRefusal(RawResponse answer) {
    assertThat(answer.status()).isBetween(400, 599);
    assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.length()));
    assertThat(answer.headers())
        .doesNotContainKeys("ETag", "Last-Modified", "Server", "Set-Cookie", "Location");
    assertThat(answer.body())
        .endsWith("\n")
        .hasLineCount(1)
        .hasSizeLessThan(100)
        .doesNotContainIgnoringCase("exception")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("<", "\tat ");
  }
}
