package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.http.SlowRequests.Progress;

/** A request that arrives letter by letter is given up. */
final class SlowRequestsTest {
  @Nested
  @Timeout(5)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class OnTheWire {
    private static final String REQUEST = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration BETWEEN_LETTERS = Duration.ofMillis(10);
    /** Far more than come in that time, and fewer than headers may have. */
    private static final int MOST_LETTERS = 4000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeAll
    void serve() throws Exception {
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      server.setHandler(new DefaultHandler());
      server.addEventListener(new SlowRequests(PATIENCE));
      server.start();
    }

    @AfterAll
    void stop() throws Exception {
      server.stop();
    }

    private RawConnection connect() {
      return new RawConnection(connector.getLocalPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /feed.atom HTTP/1.1\r\nHost: localhost\r\nX: ", REQUEST})
    void requestThatComesLetterByLetterIsGivenUp(String beginning) {
      try (RawConnection client = connect().send(beginning)) {
        int letters = 0;
        while (!client.isClosedWithin(BETWEEN_LETTERS)) {
          assertThat(letters++).isLessThan(MOST_LETTERS);
          client.send("a");
        }
      }
    }

    @Test
    void connectionThatAsksAgainAndAgainStays() {
      try (RawConnection client = connect()) {
        long end = System.nanoTime() + PATIENCE.toNanos() * 5;
        while (System.nanoTime() < end) {
          assertThat(client.send(REQUEST).next().status()).isEqualTo(404);
        }
      }
    }

    @Test
    void connectionThatAsksNothingStays() {
      try (RawConnection client = connect()) {
        client.send(REQUEST);

        assertThat(client.isClosedWithin(PATIENCE.multipliedBy(5))).isFalse();
      }
    }
  }

  @Test
  void requestThatHasJustBegunIsWaitedFor() {
    assertThat(Progress.NONE.then(0, 1).isTooSlow()).isFalse();
  }

  @Test
  void requestThatIsStillGrowingAtTheNextLookIsTooSlow() {
    assertThat(Progress.NONE.then(0, 1).then(0, 2).isTooSlow()).isTrue();
  }

  @Test
  void silenceDoesNotMakeASlowRequestYounger() {
    assertThat(Progress.NONE.then(0, 1).then(0, 1).then(0, 2).isTooSlow()).isTrue();
  }

  @Test
  void silenceAloneIsNotOurs() {
    assertThat(Progress.NONE.then(1, 50).then(1, 50).then(1, 50).isTooSlow()).isFalse();
  }

  @Test
  void requestThatBecomesCompleteIsForgotten() {
    assertThat(Progress.NONE.then(0, 10).then(1, 20).then(1, 30).then(2, 40).isTooSlow())
        .isFalse();
  }
}
