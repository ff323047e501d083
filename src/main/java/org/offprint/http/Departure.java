package org.offprint.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/** Finds out whether a client has closed its connection while its request waited for a thread, so that no work is done for it. */
final class Departure {
  /** A client may close its own side after the request and still read: it is served, unless the server is overloaded. */
  private static final long MOST_WAIT = Duration.ofMillis(100).toNanos();

  private Departure() {}

  /** Returns whether the client of a request that has waited for long is gone. Its connection is closed then. */
  static boolean of(Request request) {
    if (NanoTime.since(request.getHeadersNanoTime()) < MOST_WAIT) {
      return false;
    }
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    boolean isGone = !endPoint.isOpen()
        || (endPoint.getTransport() instanceof SocketChannel channel && isClosedFromAfar(channel));
    if (isGone) {
      endPoint.close();
    }
    return isGone;
  }

  /** Returns whether the end of the stream is all that there is to read. No byte is taken from it. */
  static boolean isClosedFromAfar(SocketChannel channel) {
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      return selector.selectNow() > 0 && channel.socket().getInputStream().available() == 0;
    } catch (IOException e) {
      // The connection was reset.
      return true;
    }
  }
}
