package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that begin and do not go on. */
@Timeout(5)
final class SlowClientTest extends ServedTest {
  private static final int MORE_THAN_THREADS = 300;
  /** As many as may wait to be accepted. */
  private static final int AT_ONCE = 25;

  private final List<RawConnection> clients = new ArrayList<>();

  @AfterEach
  void leave() {
    clients.forEach(RawConnection::close);
    clients.clear();
  }

  private void connectManyThatSend(String... beginnings) {
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      clients.add(served.connect().send(beginnings[i % beginnings.length]));
      if (i % AT_ONCE == 0) {
        assertThat(served.get("/issues/1.md").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void requestsThatStopHalfWayHoldNobodyUp() {
    connectManyThatSend(
        "",
        "\r\n",
        "GET /feed.at",
        "GET /feed.atom HTTP/1.1\r\nHost: localhost\r\n",
        "GET /feed.atom HTTP/1.1\r\nHost: localhost\r\nX-Half: ");

    assertThat(served.get("/feed.atom").status()).isEqualTo(200);
  }

  @Test
  void requestsThatStoppedMayGoOn() {
    connectManyThatSend("GET /issues/2.md HTTP/1.1\r\nHost: loc");

    for (RawConnection client : clients) {
      assertThat(client.send("alhost\r\n\r\n").next().status()).isEqualTo(200);
    }
  }

  @Test
  void clientsThatLeaveHalfWayLeaveNothingBehind() {
    connectManyThatSend(
        "GET /feed.atom HTTP/1.1\r\nHost: localhost\r\n\r\nGET /", "POST /feed.atom HTTP/1.1\r\n");
    leave();

    assertThat(served.get("/feed.atom").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /issues/2.md HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n",
        "GET /issues/2.md HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf",
        "GET /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nhalf",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf",
        "PUT / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf",
        "PUT / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
      })
  void bodyThatNeverComesIsNotWaitedFor(String request) {
    try (RawConnection client = served.connect().send(request)) {
      assertThat(client.next().status()).isIn(200, 404, 405);
      assertThat(client.rest()).isEmpty();
    }
  }
}
