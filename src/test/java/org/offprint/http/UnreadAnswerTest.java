package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** Clients that ask, and never read what they get. */
@Timeout(20)
final class UnreadAnswerTest {
  /** More than the buffers of both ends hold. */
  private static final int REQUESTS = 200;

  private static final int WORDS = 10_000;
  private static final Duration CALM = Duration.ofMillis(500);

  @ParameterizedTest
  @ValueSource(
      strings = {"/feed.atom", "/issues/long", "/issues/long.md", "/%66eed.atom", "/issues/%6Cong"})
  void answerThatNobodyReadsHoldsNoThread(String path, @TempDir Path folder) {
    new IssueFiles(folder)
        .givenIssue("long.md", "Long letter", "2026-06-01", "many words ".repeat(WORDS));
    try (ServedNewsletter served = ServedNewsletter.of(folder);
        RawConnection client = served.connect()) {
      served.get(path);
      client.send(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(REQUESTS));
      assertThat(client.next().status()).isEqualTo(200);

      assertThat(threadsThatStayInARequest()).isEmpty();
    }
  }

  /** Those that are in one, once nothing moves any more. */
  private static List<String> threadsThatStayInARequest() {
    List<String> threads = threadsInARequest();
    long since = System.nanoTime();
    while (System.nanoTime() - since < CALM.toNanos()) {
      List<String> next = threadsInARequest();
      if (!next.equals(threads)) {
        threads = next;
        since = System.nanoTime();
      }
    }
    return threads;
  }

  private static List<String> threadsInARequest() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> !thread.getKey().equals(Thread.currentThread()))
        .filter(thread -> Stream.of(thread.getValue())
            .map(StackTraceElement::getClassName)
            .anyMatch(name -> name.startsWith("org.offprint.http.")
                || name.startsWith("org.eclipse.jetty.util.Blocker")))
        .map(thread -> thread.getKey().getName())
        .toList();
  }
}
