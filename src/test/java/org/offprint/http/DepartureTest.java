package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No work is done for a client that has gone. */
final class DepartureTest {
  /** More than there are threads. */
  private static final int CROWD = 300;

  /** Longer than what is not looked after. */
  private static final long WAIT = 200_000_000;

  @SuppressWarnings("NullAway.Init")
  private SocketChannel client;

  @SuppressWarnings("NullAway.Init")
  private SocketChannel server;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client = SocketChannel.open(listening.getLocalAddress());
      server = listening.accept();
      server.configureBlocking(false);
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void whoWaitsIsThere() {
    assertThat(Departure.isClosedFromAfar(server)).isFalse();
  }

  @Test
  void whoHasSentMoreIsThereAndNothingOfItIsLost() throws IOException {
    client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    server.configureBlocking(true);
    assertThat(server.read(ByteBuffer.allocate(1))).isEqualTo(1);
    server.configureBlocking(false);

    assertThat(Departure.isClosedFromAfar(server)).isFalse();
    assertThat(server.read(ByteBuffer.allocate(8))).isEqualTo(2);
  }

  @Test
  void whoHasClosedIsGone() throws IOException {
    client.close();

    assertThat(Departure.isClosedFromAfar(server)).isTrue();
  }

  @Test
  void whoHasBrokenOffIsGone() throws IOException {
    client.setOption(StandardSocketOptions.SO_LINGER, 0);
    client.close();

    assertThat(Departure.isClosedFromAfar(server)).isTrue();
  }

  @Test
  void nothingIsMadeForHundredsWhoHaveGoneWhileTheServerWasBusy(@TempDir Path folder)
      throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    Queue<String> answered = new ConcurrentLinkedQueue<>();
    Operations operations = new Operations(
        answer -> answered.add(answer.path()),
        Optional::empty,
        Optional.of(() -> waitFor(busy)),
        Optional.empty());
    List<RawConnection> crowd = new ArrayList<>();
    List<RawConnection> gone = new ArrayList<>();
    try (ServedNewsletter served =
        ServedNewsletter.of(folder, Clock.systemUTC(), ServedNewsletter.RULES, operations)) {
      for (int i = 0; i < CROWD; i++) {
        crowd.add(served.connect().send(request("/metrics")));
      }
      for (int i = 0; i < CROWD; i++) {
        gone.add(served.connect().send(request("/sections/gone-" + i + "/items.rss")));
      }
      RawConnection patient = served.connect().send(request("/feed/items.json"));
      gone.forEach(RawConnection::close);
      assertThat(List.of("/healthz", "/healthz?2", "/healthz?3", "/healthz?4"))
          .as("every thread that reads has come to it")
          .allSatisfy(probe -> assertThat(served.get(probe).status()).isEqualTo(200));
      long since = System.nanoTime();
      while (System.nanoTime() - since < WAIT) {
        Thread.onSpinWait();
      }
      busy.countDown();

      assertThat(patient.next().status()).isEqualTo(200);
      crowd.forEach(one -> assertThat(one.next().status()).isEqualTo(200));
      assertThat(answered).contains("/feed/items.json");
      assertThat(answered)
          .as("only for those whose requests came last")
          .filteredOn(path -> path.contains("gone"))
          .hasSizeLessThan(CROWD / 10);
      patient.close();
    } finally {
      busy.countDown();
      crowd.forEach(RawConnection::close);
    }
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private static String waitFor(CountDownLatch busy) {
    try {
      busy.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "some_total 1\n";
  }
}
