package org.offprint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.search.SearchIndex;
import org.offprint.testing.TestPublications;

/** Whatever stands in a request line and its headers is answered, and by no fault of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestFuzzTest {
  private final SearchIndex index = new SearchIndex(TestPublications.SEARCHED_AT_ONCE, time -> {});

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeAll
  void serve(@TempDir Path folder) {
    served = ServedNewsletter.of(folder, index);
    index.follow(served.publication());
  }

  @AfterAll
  void stop() {
    served.close();
    index.close();
  }

  /**
   * Sends a request.
   *
   * @param request its method and target in a line, and any number of lines with headers
   */
  @FuzzTest
  void anyRequestIsAnswered(byte[] request) {
    String[] lines = new String(request, ISO_8859_1).split("\n", 2);
    String headers = lines.length < 2 ? "" : lines[1].replace("\n", "\r\n");
    try (RawConnection connection = served.connect()) {
      String answer = connection
          .send(lines[0] + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
              + "\r\n\r\n")
          .sendNoMore()
          .rest();

      assertThat(answer).startsWith("HTTP/1.1 ");
      assertThat(RawResponse.parse(answer.getBytes(ISO_8859_1)).status()).isNotEqualTo(500);
    }
  }
}
