package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of the server is no matter of its readers. */
@Timeout(5)
final class ServerEndTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void comesThoughAReaderKeepsTheConnection() {
    ServedNewsletter served = ServedNewsletter.of(folder);
    try (RawConnection reader = served.connect()) {
      assertThat(reader
              .send("GET /feed.atom HTTP/1.1\r\nHost: localhost\r\n\r\n")
              .next()
              .status())
          .isEqualTo(200);

      assertThatCode(served::close).doesNotThrowAnyException();

      assertThat(reader.rest()).isEmpty();
    }
  }

  @Test
  void comesThoughAnAnswerDoesNot() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Operations slow = new Operations(
        answered -> {},
        Optional::empty,
        Optional.of(() -> untilItHas(ended, asked)),
        Optional.empty());
    ServedNewsletter served =
        ServedNewsletter.of(folder, Clock.systemUTC(), ServedNewsletter.RULES, slow);
    try (RawConnection operator = served.connect()) {
      operator.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
      asked.await();

      assertThatCode(served::close).doesNotThrowAnyException();
    } finally {
      ended.countDown();
    }
  }

  /** Goes on even if it is interrupted. */
  private static String untilItHas(CountDownLatch ended, CountDownLatch asked) {
    asked.countDown();
    boolean isWaiting = true;
    while (isWaiting) {
      try {
        ended.await();
        isWaiting = false;
      } catch (InterruptedException e) {
        isWaiting = ended.getCount() > 0;
      }
    }
    return "";
  }

  @Test
  void comesThoughARequestNeverDoes() {
    ServedNewsletter served = ServedNewsletter.of(folder);
    try (RawConnection reader = served.connect()) {
      // Only once it has answered the server surely has the connection, and not the system alone.
      reader.send("GET /feed.atom HTTP/1.1\r\nHost: localhost\r\n\r\n").next();
      reader.send("GET /feed.atom HTTP/1.1\r\nHost: loc");

      assertThatCode(served::close).doesNotThrowAnyException();

      assertThat(reader.rest()).doesNotContain("200 OK");
    }
  }
}
